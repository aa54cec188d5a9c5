package dev.bonafide.sources;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the records of one account said last time: most say most of it again. The texts of all
 * places lie together, so that one pass tells which of them differ; what was made of the others
 * stays as it is, and nothing is searched, decoded or decided anew.
 */
final class Habit {
  /** What is kept of one account at most. */
  private static final int MOST_BYTES = 1 << 12;

  private byte[] bytes = new byte[512];
  private int used;
  private final short[] begins;

  /** Of each place the length of its text; -1 for none. */
  private final short[] lengths;

  /** Of each place how long a text may be that takes the place of the last one. */
  private final short[] rooms;

  /** Whether nothing is known: there was no record, or its texts were too long to keep. */
  private boolean lost = true;

  /** What was made of the texts, by field; null where it has to be made anew. */
  final @Nullable Value[] made;

  /** What the record means, from its tested fields; null when it has to be decided anew. */
  Decisions.@Nullable Decision decision;

  /** Whether all that it says of devices and accounts was told. */
  boolean told;

  private Habit(int places, int fields) {
    begins = new short[places];
    lengths = new short[places];
    rooms = new short[places];
    made = new Value[fields];
    Arrays.fill(lengths, (short) -1);
  }

  /** A record begins. Returns whether it is the first one, so that nothing is known. */
  boolean next() {
    boolean first = lost;
    if (lost) {
      Arrays.fill(lengths, (short) -1);
      Arrays.fill(rooms, (short) 0);
      Arrays.fill(made, null);
      used = 0;
      decision = null;
      told = false;
      lost = false;
    }
    return first;
  }

  /** Whether a place says what it said last time; else it is kept for the next time. */
  boolean same(int place, Row row, int slot) {
    int known = lengths[place];
    if (!row.has(slot)) {
      lengths[place] = -1;
      return known < 0;
    }
    int from = row.from(slot);
    int length = row.to(slot) - from;
    byte[] text = row.bytes(slot);
    int at = begins[place];
    if (known == length && Arrays.equals(text, from, from + length, bytes, at, at + length)) {
      return true;
    }
    keep(place, text, from, length);
    return false;
  }

  private void keep(int place, byte[] text, int from, int length) {
    if (length > rooms[place]) {
      if (used + length > MOST_BYTES) {
        lost = true;
        lengths[place] = -1;
        return;
      }
      if (used + length > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.min(MOST_BYTES, Math.max(used + length, 2 * used)));
      }
      begins[place] = (short) used;
      rooms[place] = (short) length;
      used += length;
    }
    System.arraycopy(text, from, bytes, begins[place], length);
    lengths[place] = (short) length;
  }

  /**
   * The habits of the accounts that were met of late: of so many that a few megabytes hold them.
   * Where accounts seldom come again they are not worth it, and no more are made.
   */
  static final class Circle {
    private static final int MOST = 2048;

    private final int places;
    private final int fields;
    private final @Nullable Value[] accounts = new Value[MOST];
    private long made;
    private long found;

    Circle(int places, int fields) {
      this.places = places;
      this.fields = fields;
    }

    /** The habit of an account that was met before; null at the first time. */
    @Nullable Habit of(Value account) {
      Habit habit = account.habit;
      if (habit != null) {
        found++;
        return habit;
      }
      if (!account.met || found < made - MOST) {
        account.met = true;
        return null;
      }
      int at = (int) (made++ % MOST);
      Value eldest = accounts[at];
      if (eldest != null) {
        eldest.habit = null;
        eldest.met = false;
      }
      habit = new Habit(places, fields);
      account.habit = habit;
      accounts[at] = account;
      return habit;
    }
  }
}
