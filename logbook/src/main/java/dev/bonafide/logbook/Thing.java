package dev.bonafide.logbook;

import dev.bonafide.model.Hash;
import dev.bonafide.model.NetStatement;
import dev.bonafide.model.Term;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that people can share.
 *
 * @param id of a device, factor, peripheral, fingerprint or program the id of its term (of a device
 *     with a directory, the one that stands for all its names); of an egress its {@link Lines
 *     line}; else the id of its name
 */
public record Thing(Sort sort, long id) implements Comparable<Thing> {
  private static final Comparator<Thing> ORDER =
      Comparator.comparing(Thing::sort).thenComparingLong(Thing::id);

  /** What sort of thing. */
  public enum Sort {
    EGRESS,
    DEVICE,
    FACTOR,
    PERIPHERAL,
    FINGERPRINT,
    /** A log source: that it is silent matters. */
    SOURCE,
    /** Who runs the network behind an egress, as the records say. */
    NETWORK,
    /** A program of a sort that is watched, by the name under which it ran. */
    PROGRAM,
    /** So much of one {@link Deed} within a day: those who have it are the ones who do that. */
    DEED
  }

  /** The source with this slug. */
  public static Thing source(String slug) {
    return new Thing(Sort.SOURCE, Term.textId(slug));
  }

  /** At least 2 to the {@code level} of a deed within a day. */
  public static Thing deed(Deed deed, int level) {
    return new Thing(Sort.DEED, Hash.combine(Hash.of(deed.name()), level));
  }

  /** A thing as the people of one department have it, beside what everybody has. */
  public Thing within(String department) {
    return new Thing(sort, Hash.combine(id, Hash.of(department)));
  }

  /** The network that a net statement names; null when it names none. */
  public static @Nullable Thing network(NetStatement statement) {
    String name = networkName(statement);
    return name == null ? null : new Thing(Sort.NETWORK, Term.textId(name));
  }

  /**
   * What a network is known by: its number, {@code AS64500}, else the organisation in lower case;
   * null when a statement gives neither.
   */
  public static @Nullable String networkName(NetStatement statement) {
    if (statement.asn() != 0) {
      return "AS" + statement.asn();
    }
    String organisation = statement.organisation();
    return organisation == null || organisation.isBlank()
        ? null
        : organisation.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public int compareTo(Thing other) {
    return ORDER.compare(this, other);
  }

  @Override
  public int hashCode() {
    return Long.hashCode((id + sort.name().hashCode()) * 0x9E3779B97F4A7C15L);
  }
}
