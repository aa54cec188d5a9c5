package dev.bonafide.flink;

import dev.bonafide.indicators.Crowd;
import dev.bonafide.logbook.Bits;
import dev.bonafide.logbook.Thing;
import dev.bonafide.logbook.ThingBooks;
import dev.bonafide.logbook.Tile;
import dev.bonafide.model.Term;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the book of one thing from the tiles of all who used it, and tells each of them who else
 * did, day by day. Of a hub they are told how many and a sample of {@link ThingBooks#MEMBERS}. A
 * thing that one person alone has says nothing.
 */
final class ThingKeeper extends Hourly implements OneInputStreamOperator<Note, Note> {
  private static final long serialVersionUID = 1;
  private static final byte[] YES = {1};

  @Override
  public void processElement(StreamRecord<Note> element) throws Exception {
    accept(element.getValue());
  }

  @Override
  void work(String key, Known known, Set<String> changed) throws Exception {
    String name = Note.name(key);
    int cut = name.indexOf(' ');
    Thing thing =
        new Thing(
            Thing.Sort.valueOf(name.substring(0, cut)), Long.parseLong(name.substring(cut + 1)));
    Used used = new Used(thing, known);
    List<Note> notes = new ArrayList<>();
    if (used.persons.size() > 1) {
      ThingBooks books = ThingBooks.of(used, used::holder, endpoint -> endpoint, 0);
      Map<Integer, byte[]> crowds = new TreeMap<>();
      used.days.forEach(day -> crowds.put(day, bytes(Crowd.of(books, thing, day))));
      String organisation = Note.organisation(key);
      for (String person : used.persons) {
        String to = Note.person(person);
        notes.add(new Note(organisation, to, Sort.SHARED + name, YES));
        crowds.forEach(
            (day, crowd) ->
                notes.add(new Note(organisation, to, Sort.CROWD + name + ' ' + day, crowd)));
      }
    }
    tell("", notes);
  }

  /** The tiles of one thing. */
  private static final class Used implements ThingBooks.TileSource {
    final Set<String> persons = new TreeSet<>();
    final Set<Integer> days = new TreeSet<>();
    private final List<Tile> tiles = new ArrayList<>();
    private final Map<Integer, Map<Long, String>> holders = new HashMap<>();

    Used(Thing thing, Known known) {
      known.forEach(
          Sort.TILE,
          (about, said) -> {
            int cut = about.indexOf(' ');
            int day = Integer.parseInt(about.substring(0, cut));
            long account = Term.of(about.substring(cut + 1)).id();
            ByteBuffer in = ByteBuffer.wrap(said);
            long[] all = bits(in);
            long[] human = bits(in);
            String person = new String(said, in.position(), in.remaining(), StandardCharsets.UTF_8);
            persons.add(person);
            days.add(day);
            tiles.add(new Tile(thing, account, day, all, human));
            holders.computeIfAbsent(day, d -> new HashMap<>()).put(account, person);
          });
    }

    private static long[] bits(ByteBuffer in) {
      long[] bits = new long[Bits.WORDS];
      for (int i = 0; i < bits.length; i++) {
        bits[i] = in.getLong();
      }
      return bits;
    }

    @Nullable String holder(long account, int day) {
      return holders.getOrDefault(day, Map.of()).get(account);
    }

    @Override
    public void forEach(Consumer<Tile> to) {
      tiles.forEach(to);
    }
  }

  /** The form in which a tile reaches its thing. */
  static byte[] bytes(String person, Tile tile) {
    byte[] name = person.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(2 * Bits.WORDS * Long.BYTES + name.length);
    for (long word : tile.all()) {
      out.putLong(word);
    }
    for (long word : tile.human()) {
      out.putLong(word);
    }
    return out.put(name).array();
  }

  private static byte[] bytes(Crowd crowd) {
    byte[] present = lines(crowd.present());
    byte[] hands = lines(crowd.hands());
    return ByteBuffer.allocate(2 * Integer.BYTES + 1 + present.length + hands.length)
        .putInt(crowd.people())
        .put((byte) (crowd.whole() ? 1 : 0))
        .putInt(present.length)
        .put(present)
        .put(hands)
        .array();
  }

  /** The crowd that {@link #bytes(Crowd)} wrote. */
  static Crowd crowd(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int people = in.getInt();
    boolean whole = in.get() != 0;
    List<String> present = lines(in, in.getInt());
    return new Crowd(people, present, lines(in, in.remaining()), whole);
  }

  private static byte[] lines(List<String> persons) {
    return String.join("\n", persons).getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> lines(ByteBuffer in, int length) {
    byte[] lines = new byte[length];
    in.get(lines);
    return length == 0 ? List.of() : List.of(new String(lines, StandardCharsets.UTF_8).split("\n"));
  }
}
