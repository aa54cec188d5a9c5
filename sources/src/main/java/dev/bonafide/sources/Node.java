package dev.bonafide.sources;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One place in the tree of the paths that a source names. Built once; the extractors walk it along
 * with a record.
 */
class Node {
  /** The slot that a scalar at this place fills, or -1. */
  int slot = -1;

  /** Whether the record proper begins here, inside a wrapper. */
  boolean record;

  /** What is wanted of the elements, when a list is found here. */
  @Nullable Elements elements;

  private final Map<String, Node> children = new HashMap<>();
  private @Nullable Map<String, Node> flat;
  private int @Nullable [] slots;

  /** What is wanted of the elements of a list. */
  static final class Elements {
    /** The place of each element. Its slots are emptied before each element. */
    final Node element = new Node();

    final List<Pick> picks = new ArrayList<>();
  }

  /**
   * Takes a value of the first element that fits and has one.
   *
   * @param index position of the element, -1 for any
   * @param keySlot slot of the member that must have {@code value}, -1 for none
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Pick(int index, int keySlot, byte[] value, int fromSlot, int toSlot) {}

  /** Adds a path below this place; returns the slot where its value will be found. */
  int add(List<Path.Step> steps, IntSupplier freeSlot) {
    Path.Step step = steps.getFirst();
    Node child = children.computeIfAbsent(Path.plain(step.key()), k -> new Node());
    List<Path.Step> rest = steps.subList(1, steps.size());
    Path.Selector selector = step.selector();
    if (selector == null) {
      return rest.isEmpty() ? child.slot(freeSlot) : child.add(rest, freeSlot);
    }
    if (child.elements == null) {
      child.elements = new Elements();
    }
    Node element = child.elements.element;
    int from = rest.isEmpty() ? element.slot(freeSlot) : element.add(rest, freeSlot);
    int key =
        selector.key() == null ? -1 : element.add(Path.parse(selector.key()).steps(), freeSlot);
    String value = selector.value() == null ? "" : selector.value();
    int to = freeSlot.getAsInt();
    child.elements.picks.add(
        new Pick(selector.index(), key, value.getBytes(StandardCharsets.UTF_8), from, to));
    return to;
  }

  private int slot(IntSupplier freeSlot) {
    if (slot < 0) {
      slot = freeSlot.getAsInt();
    }
    return slot;
  }

  /** The tree with this place moved below the keys of a wrapper. */
  Node under(List<String> wrapper) {
    Node top = this;
    record = true;
    for (String key : wrapper.reversed()) {
      Node outer = new Node();
      outer.children.put(Path.plain(key), top);
      top = outer;
    }
    return top;
  }

  /** The place of a key: itself, dotted or underlined, with or without a collector's suffix. */
  @Nullable Node resolve(String key) {
    String plain = Path.plain(key);
    Node found = below(plain);
    int length = key.length();
    if (found == null
        && length > 2
        && key.charAt(length - 2) == '_'
        && "sdbtgSDBTG".indexOf(key.charAt(length - 1)) >= 0) {
      found = below(plain.substring(0, plain.length() - 1));
    }
    return found;
  }

  /** Whether an object, a list or a text that holds one is of any use here. */
  boolean isInner() {
    return elements != null || !children.isEmpty();
  }

  /** All slots that are filled at or below this place. */
  int[] slots() {
    int[] all = slots;
    if (all == null) {
      List<Integer> found = new ArrayList<>();
      collect(found);
      all = found.stream().mapToInt(Integer::intValue).toArray();
      slots = all;
    }
    return all;
  }

  private void collect(List<Integer> into) {
    if (slot >= 0) {
      into.add(slot);
    }
    children.values().forEach(child -> child.collect(into));
    if (elements != null) {
      elements.element.collect(into);
      elements.picks.forEach(pick -> into.add(pick.toSlot()));
    }
  }

  private @Nullable Node below(String plain) {
    Node child = children.get(plain);
    if (child != null) {
      return child;
    }
    Map<String, Node> all = flat;
    if (all == null) {
      all = new HashMap<>();
      for (Map.Entry<String, Node> entry : children.entrySet()) {
        entry.getValue().flatten(entry.getKey(), all);
      }
      flat = all;
    }
    return all.get(plain);
  }

  private void flatten(String prefix, Map<String, Node> into) {
    for (Map.Entry<String, Node> entry : children.entrySet()) {
      String joined = prefix + entry.getKey();
      into.putIfAbsent(joined, entry.getValue());
      entry.getValue().flatten(joined, into);
    }
  }
}
