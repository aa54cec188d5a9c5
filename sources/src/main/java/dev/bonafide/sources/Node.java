package dev.bonafide.sources;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** Lists of this tree that may be written flat. */
  FlatLists flatLists = new FlatLists();

  private final Map<String, Node> children = new HashMap<>();
  private @Nullable Map<String, Node> flat;
  private int @Nullable [] slots;

  /** What is wanted of the elements of a list. */
  static final class Elements {
    /** The place of each element. Its slots are emptied before each element. */
    final Node element = new Node();

    final List<Choice> choices = new ArrayList<>();

    private Choice choice(int index, int keySlot, String value) {
      byte[] text = value.getBytes(StandardCharsets.UTF_8);
      for (Choice choice : choices) {
        if (choice.index == index
            && choice.keySlot == keySlot
            && Arrays.equals(choice.value, text)) {
          return choice;
        }
      }
      Choice choice = new Choice(index, keySlot, text);
      choices.add(choice);
      return choice;
    }

    /** Takes from an element that was just read what the choices want and have not got yet. */
    void choose(int index, Row row) {
      for (int i = 0; i < choices.size(); i++) {
        Choice choice = choices.get(i);
        if ((choice.index < 0 || choice.index == index)
            && (choice.keySlot < 0 || row.is(choice.keySlot, choice.value))) {
          for (int k = 0; k < choice.from.length; k++) {
            if (!row.has(choice.to[k]) && row.has(choice.from[k])) {
              row.copy(choice.from[k], choice.to[k]);
            }
          }
        }
      }
    }
  }

  /** Values that are taken of the first element that fits and has one. */
  static final class Choice {
    /** Position of the element, -1 for any. */
    private final int index;

    /** Slot of the member that must have the value, -1 for none. */
    private final int keySlot;

    private final byte[] value;
    private int[] from = {};
    private int[] to = {};

    Choice(int index, int keySlot, byte[] value) {
      this.index = index;
      this.keySlot = keySlot;
      this.value = value;
    }

    void take(int fromSlot, int toSlot) {
      from = Arrays.copyOf(from, from.length + 1);
      to = Arrays.copyOf(to, to.length + 1);
      from[from.length - 1] = fromSlot;
      to[to.length - 1] = toSlot;
    }
  }

  /** Adds a path below this place; returns the slot where its value will be found. */
  int add(List<FieldPath.Step> steps, IntSupplier freeSlot) {
    FieldPath.Step step = steps.getFirst();
    Node child = children.computeIfAbsent(FieldPath.plain(step.key()), k -> new Node());
    List<FieldPath.Step> rest = steps.subList(1, steps.size());
    FieldPath.Selector selector = step.selector();
    if (selector == null) {
      return rest.isEmpty() ? child.slot(freeSlot) : child.add(rest, freeSlot);
    }
    if (child.elements == null) {
      child.elements = new Elements();
    }
    Node element = child.elements.element;
    int from = rest.isEmpty() ? element.slot(freeSlot) : element.add(rest, freeSlot);
    int key =
        selector.key() == null
            ? -1
            : element.add(FieldPath.parse(selector.key()).steps(), freeSlot);
    String value = selector.value() == null ? "" : selector.value();
    int to = freeSlot.getAsInt();
    child.elements.choice(selector.index(), key, value).take(from, to);
    return to;
  }

  /** Lets the value at a path of plain keys below this place fill a slot. */
  void aim(List<FieldPath.Step> steps, int at) {
    Node node = this;
    for (FieldPath.Step step : steps) {
      node = node.children.computeIfAbsent(FieldPath.plain(step.key()), k -> new Node());
    }
    if (node.slot < 0) {
      node.slot = at;
    }
  }

  static Node ofSlot(int slot) {
    Node node = new Node();
    node.slot = slot;
    return node;
  }

  /** Lets the lists below this place be written flat. */
  void allowFlatLists(FlatLists lists, IntSupplier freeSlot) {
    flatLists = lists;
    children.values().forEach(child -> child.allowFlatLists(lists, freeSlot));
    if (elements != null) {
      lists.add(elements, freeSlot);
    }
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
    record = !wrapper.isEmpty();
    for (String key : wrapper.reversed()) {
      Node outer = new Node();
      outer.children.put(FieldPath.plain(key), top);
      outer.flatLists = flatLists;
      top = outer;
    }
    return top;
  }

  /**
   * The place of a key: itself, dotted or underlined, with or without a collector's suffix or a
   * remark in brackets.
   */
  @Nullable Node resolve(String key) {
    Node found = below(key);
    int length = key.length();
    if (found == null
        && length > 2
        && key.charAt(length - 2) == '_'
        && "sdbtgSDBTG".indexOf(key.charAt(length - 1)) >= 0) {
      found = below(key.substring(0, length - 2));
    }
    int bracket = Math.max(key.lastIndexOf('['), key.lastIndexOf('('));
    if (found == null && bracket > 0 && (key.endsWith("]") || key.endsWith(")"))) {
      // "TimeGenerated [UTC]" and the like.
      found = below(key.substring(0, bracket));
    }
    return found == null ? flatLists.resolve(key, this) : found;
  }

  /** The place below this one to which a key, perhaps several in one, leads. */
  @Nullable Node below(String key) {
    String plain = FieldPath.plain(key);
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
      elements.choices.forEach(choice -> Arrays.stream(choice.to).forEach(into::add));
    }
  }

  private void flatten(String prefix, Map<String, Node> into) {
    for (Map.Entry<String, Node> entry : children.entrySet()) {
      String joined = prefix + entry.getKey();
      into.putIfAbsent(joined, entry.getValue());
      entry.getValue().flatten(joined, into);
    }
  }
}
