package dev.bonafide.sources;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The way that an extractor took through some records, value by value: what {@link Leap}s are made
 * of. Written only while the shape of records is learned.
 */
final class Trail {
  private static final int MOST_BYTES = 512;
  private static final int MOST_KEYS = 32;
  private static final int LONGEST_VALUE = 256;

  /** What a step leaves in the row. */
  private static final int NOTHING = -1;

  /** A step that no leap may pass over. */
  private static final int BARRIER = -2;

  /** A step that leads into an object. */
  private static final int INTO = -3;

  private Shape.@Nullable Key[] keys = new Shape.Key[64];
  private int[] from = new int[64];
  private int[] to = new int[64];
  private int[] depth = new int[64];
  private int[] leaves = new int[64];
  private int size;

  /** Where the steps of an object begin. */
  int begin() {
    return size;
  }

  /** Leads into the object of a key. */
  void into(Shape.Key key, int at, int depthOf) {
    add(key, at, at, depthOf, key.shape.node != null && key.shape.node.record ? BARRIER : INTO);
  }

  /** Something happened that depends on more than bytes. */
  void barrier() {
    add(null, 0, 0, 0, BARRIER);
  }

  /**
   * A value was read.
   *
   * @param escaped it is a text with escapes
   */
  void value(Shape.Key key, byte[] b, int at, int end, int depthOf, boolean escaped) {
    Shape shape = key.shape;
    boolean text = b[at] == '"';
    boolean list = b[at] == '[' || (b[at] == '{' && shape.elements != null);
    boolean barrier =
        (list && (shape.node != null || shape.elements != null))
            || (text && shape.node != null && (shape.inner || (escaped && shape.slot >= 0)));
    changed(key, b, at, end);
    add(
        key,
        at,
        end,
        depthOf,
        barrier || key.varies ? BARRIER : b[at] == '{' ? NOTHING : Math.max(NOTHING, shape.slot));
  }

  private static void changed(Shape.Key key, byte[] b, int at, int end) {
    byte[] seen = key.seen;
    if (key.varies || end - at > LONGEST_VALUE) {
      key.varies = true;
    } else if (seen == null) {
      key.seen = Arrays.copyOfRange(b, at, end);
    } else if (!Arrays.equals(seen, 0, seen.length, b, at, end)) {
      key.varies = true;
      key.seen = null;
    }
  }

  private void add(Shape.@Nullable Key key, int at, int end, int depthOf, int left) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      from = Arrays.copyOf(from, 2 * size);
      to = Arrays.copyOf(to, 2 * size);
      depth = Arrays.copyOf(depth, 2 * size);
      leaves = Arrays.copyOf(leaves, 2 * size);
    }
    keys[size] = key;
    from[size] = at;
    to[size] = end;
    depth[size] = depthOf;
    leaves[size] = left;
    size++;
  }

  /** Forgets the steps since {@link #begin}: the object was not read to its end. */
  void forget(int begin) {
    size = begin;
  }

  /** The object ended: each of its keys learns what followed its value. */
  void end(int begin, byte[] b, long now) {
    for (int i = begin; i < size; i++) {
      Shape.Key key = keys[i];
      if (key != null && key.leap == null && to[i] > from[i]) {
        key.leap = leap(i, b, now);
      }
    }
    size = begin;
  }

  private @Nullable Leap leap(int start, byte[] b, long now) {
    int begins = to[start];
    int last = start + 1;
    while (last < size && passes(last) && last - start < MOST_KEYS) {
      if (last + 1 == size || from[last + 1] - begins > MOST_BYTES) {
        break;
      }
      last++;
    }
    while (last > start && (last == size || keys[last] == null)) {
      last--;
    }
    if (last == start) {
      return null;
    }
    int count = last - start;
    Shape.Key[] passed = new Shape.Key[count];
    int[] starts = new int[count];
    int[] deeper = new int[count];
    int[] wanted = new int[3 * count];
    int filled = 0;
    for (int k = 0; k < count; k++) {
      int step = start + 1 + k;
      Shape.Key key = keys[step];
      if (key == null) {
        return null;
      }
      passed[k] = key;
      starts[k] = from[step] - begins;
      deeper[k] = depth[step] - depth[start];
      if (step < last && leaves[step] >= 0) {
        wanted[filled++] = leaves[step];
        boolean text = b[from[step]] == '"';
        boolean nothing = b[from[step]] == 'n';
        wanted[filled++] = from[step] - begins + (text ? 1 : 0);
        wanted[filled++] = nothing ? 0 : to[step] - begins - (text ? 1 : 0);
      }
    }
    return new Leap(
        b, begins, from[last], passed, starts, deeper, Arrays.copyOf(wanted, filled), now);
  }

  /** Whether a leap may pass over a step. */
  private boolean passes(int step) {
    return leaves[step] != BARRIER;
  }
}
