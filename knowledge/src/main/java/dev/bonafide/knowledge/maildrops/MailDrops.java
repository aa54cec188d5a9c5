package dev.bonafide.knowledge.maildrops;

import dev.bonafide.knowledge.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Places that take in mail and parcels for many people. */
public final class MailDrops {
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}-]+");

  /** What sort of place it is. */
  public enum Kind {
    MAIL_BOX,
    FORWARDER,
    OFFICE,
    PICK_UP,
    REGISTERED_AGENT;

    public String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A place of the list.
   *
   * @param parts the runs of words that an address of it holds, each between two spaces
   * @param text what a person reads
   */
  public record Place(Kind kind, List<String> parts, String text) {
    public Place {
      parts = List.copyOf(parts);
    }
  }

  private static final class BuiltIn {
    static final MailDrops LIST = new MailDrops(places());
  }

  private final List<Place> places;

  /** A list of one's own, for example of an employer that knows its region. */
  public MailDrops(List<Place> places) {
    this.places = List.copyOf(places);
  }

  /** The list of this program. */
  public static MailDrops builtIn() {
    return BuiltIn.LIST;
  }

  private static List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (List<String> row : Table.read(MailDrops.class, "list.tsv", 3).rows()) {
      Kind kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT).replace('-', '_'));
      places.add(place(kind, row.get(1), row.get(2)));
    }
    return places;
  }

  /** A place whose addresses hold all of the words, written with {@code +} between runs. */
  public static Place place(Kind kind, String words, String text) {
    List<String> parts = new ArrayList<>();
    for (String part : words.split("\\+", -1)) {
      parts.add(words(part));
    }
    return new Place(kind, parts, text);
  }

  /** The first place of the list that an address names; null when it names none. */
  public @Nullable Place of(String address) {
    String words = words(address);
    for (Place place : places) {
      if (place.parts().stream().allMatch(words::contains)) {
        return place;
      }
    }
    return null;
  }

  private static String words(String text) {
    return " " + NOT_A_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
  }
}
