package dev.bonafide.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lists that an export wrote flat, one key or column for each member of each element: {@code
 * target0.id}, {@code target.1.type}, {@code target[2].displayName}. The members are kept apart in
 * slots of their own until the record ends; then the elements are put together and chosen from as
 * if they had been read from a list.
 */
final class FlatLists {
  private static final int MOST = 8;
  private static final Pattern NUMBERED =
      Pattern.compile("(.*?\\D)[.\\[_]?(\\d)]?[._](.+)", Pattern.DOTALL);

  private final List<Flat> lists = new ArrayList<>();

  /** Whether any key was flat so far. */
  private boolean met;

  /** One list and where its members are kept: {@code kept[i]} stands for element i's slots. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Flat(Node.Elements elements, int[][] kept) {}

  /** Makes room for the flat form of a list. */
  void add(Node.Elements elements, IntSupplier freeSlot) {
    int[][] kept = new int[MOST][elements.element.slots().length];
    for (int[] element : kept) {
      for (int i = 0; i < element.length; i++) {
        element[i] = freeSlot.getAsInt();
      }
    }
    lists.add(new Flat(elements, kept));
  }

  /** The place of a flat key below {@code above}; null when it is none. */
  @Nullable Node resolve(String key, Node above) {
    if (lists.isEmpty()) {
      return null;
    }
    Matcher numbered = NUMBERED.matcher(key);
    if (numbered.matches()) {
      int index = numbered.group(2).charAt(0) - '0';
      return index < MOST ? member(above, numbered.group(1), index, numbered.group(3)) : null;
    }
    // A list that never has more than one element loses its number.
    for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
      Node found = member(above, key.substring(0, dot), 0, key.substring(dot + 1));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Node member(Node above, String list, int index, String member) {
    Node at = above.below(list);
    Node.Elements elements = at == null ? null : at.elements;
    Node inner = elements == null ? null : elements.element.below(member);
    if (elements == null || inner == null || inner.slot < 0) {
      return null;
    }
    for (Flat flat : lists) {
      if (flat.elements == elements) {
        int[] slots = elements.element.slots();
        for (int i = 0; i < slots.length; i++) {
          if (slots[i] == inner.slot) {
            met = true;
            return Node.ofSlot(flat.kept[index][i]);
          }
        }
      }
    }
    return null;
  }

  /** Puts the elements together when a record is complete. */
  void gather(Row row) {
    if (!met) {
      return;
    }
    for (Flat flat : lists) {
      int[] slots = flat.elements.element.slots();
      for (int index = 0; index < MOST; index++) {
        boolean any = false;
        for (int i = 0; i < slots.length; i++) {
          row.copy(flat.kept[index][i], slots[i]);
          any |= row.has(slots[i]);
        }
        if (any) {
          flat.elements.choose(index, row);
        }
      }
    }
  }
}
