package dev.bonafide.sources;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was learned of the objects at one place of a record: the keys that occur there, as bytes,
 * and in which order. Records of one vendor resemble each other, so that the next key is nearly
 * always the one that followed last time, and a comparison of a few words replaces the search for
 * its end. Bounded; what does not fit is read without being learned.
 */
final class Shape {
  private static final int MAX_KEYS = 512;
  private static final int MAX_SHAPES = 8192;

  /** The place in the tree of wanted paths; null when nothing below is wanted. */
  final @Nullable Node node;

  final Node.@Nullable Elements elements;
  final int slot;
  final boolean inner;

  /** The key that leads here; null for a record and for the elements of a list. */
  @Nullable Key of;

  /** The key that an object here began with last time. */
  @Nullable Key first;

  private final Budget budget;
  private @Nullable Key[] table = new Key[8];
  private int count;
  private @Nullable Shape element;
  private @Nullable Shape rest;

  /** How many shapes one extractor may still learn. */
  private static final class Budget {
    int shapes;
  }

  /** A key as it was met. */
  static final class Key {
    /** The key's bytes as written, its closing quote, the colon and blanks, padded to words. */
    final byte[] run;

    final int runLength;
    final long lastWord;
    final int nameLength;
    final int hash;

    /** Where the key stands. */
    final Shape owner;

    /** Of its value. */
    final Shape shape;

    /** The key that followed last time. */
    @Nullable Key next;

    /** What follows the value as a rule; null when nothing is known. */
    @Nullable Leap leap;

    /** The value as it was written when it was last looked at; null when it {@link #varies}. */
    byte @Nullable [] seen;

    /** Whether the value was seen to change from record to record. */
    boolean varies;

    Key(byte[] bytes, int from, int nameEnd, int runEnd, int hash, Shape owner, Shape shape) {
      this.owner = owner;
      runLength = runEnd - from;
      nameLength = nameEnd - from;
      run = Arrays.copyOf(Arrays.copyOfRange(bytes, from, runEnd), (runLength + 7) / 8 * 8);
      int over = run.length - runLength;
      lastWord = -1L >>> (over * 8);
      this.hash = hash;
      this.shape = shape;
    }
  }

  Shape(@Nullable Node node) {
    this(node, new Budget());
  }

  private Shape(@Nullable Node node, Budget budget) {
    this.node = node;
    this.budget = budget;
    elements = node == null ? null : node.elements;
    slot = node == null ? -1 : node.slot;
    inner = node != null && node.isInner();
    budget.shapes++;
  }

  /** The shape of the elements of a list here. */
  Shape element() {
    Shape found = element;
    if (found == null) {
      // Of a list where one value is wanted, the first element counts.
      found = new Shape(elements == null ? node : elements.element, budget);
      element = found;
    }
    return found;
  }

  /** The shape of the elements that don't count. */
  Shape rest() {
    if (elements != null || node == null) {
      return element();
    }
    Shape found = rest;
    if (found == null) {
      found = new Shape(null, budget);
      rest = found;
    }
    return found;
  }

  /**
   * The key at {@code bytes[from, nameEnd)}, learned if it is new.
   *
   * @param runEnd where the value begins
   */
  Key key(byte[] bytes, int from, int nameEnd, int runEnd, boolean escaped) {
    int hash = (int) (Interned.hash(bytes, from, nameEnd) >>> 32);
    int mask = table.length - 1;
    int at = hash & mask;
    while (true) {
      Key key = table[at];
      if (key == null) {
        return learn(bytes, from, nameEnd, runEnd, hash, escaped);
      }
      if (key.hash == hash && Arrays.equals(bytes, from, nameEnd, key.run, 0, key.nameLength)) {
        return key;
      }
      at = at + 1 & mask;
    }
  }

  private Key learn(byte[] bytes, int from, int nameEnd, int runEnd, int hash, boolean escaped) {
    String name =
        escaped
            ? JsonText.unescaped(bytes, from, nameEnd)
            : new String(bytes, from, nameEnd - from, StandardCharsets.UTF_8);
    Node child = node == null ? null : node.resolve(name);
    boolean full = count >= MAX_KEYS || budget.shapes >= MAX_SHAPES;
    Shape below = new Shape(child, full ? new Budget() : budget);
    Key key = new Key(bytes, from, nameEnd, runEnd, hash, this, below);
    below.of = key;
    if (!full) {
      if (count * 2 >= table.length) {
        grow();
      }
      place(key);
      count++;
    }
    return key;
  }

  private void grow() {
    @Nullable Key[] old = table;
    table = new Key[old.length * 2];
    for (Key key : old) {
      if (key != null) {
        place(key);
      }
    }
  }

  private void place(Key key) {
    int mask = table.length - 1;
    int at = key.hash & mask;
    while (table[at] != null) {
      at = at + 1 & mask;
    }
    table[at] = key;
  }
}
