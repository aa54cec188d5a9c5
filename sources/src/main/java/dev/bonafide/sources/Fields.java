package dev.bonafide.sources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a source looks for, each with the places where it may lie, best first. Each place
 * has a slot in {@link Row}. Places are either paths ({@link FieldPath}) or phrases, which are
 * compared with the words of headers and keys ({@link Phrases}).
 */
public final class Fields {
  private final Map<String, Integer> slotOf = new LinkedHashMap<>();
  private final List<String> outside = new ArrayList<>();
  private final @Nullable Phrases phrases;
  private final Node building = new Node();
  private int slots;

  private Fields(@Nullable Phrases phrases) {
    this.phrases = phrases;
  }

  /** Fields at paths. */
  public static Fields atPaths() {
    return new Fields(null);
  }

  /**
   * Fields under headers that say what they mean.
   *
   * @param noise words that say nothing in headers of this source, e.g. {@code employee}
   */
  public static Fields underPhrases(String... noise) {
    return new Fields(new Phrases(noise));
  }

  /**
   * The slot of a place; the same place has one slot.
   *
   * @throws IllegalArgumentException when the path is none
   */
  public int slot(String place) {
    Integer known = slotOf.get(place);
    if (known != null) {
      return known;
    }
    int slot;
    if (phrases != null) {
      slot = slots++;
      phrases.add(place, slot);
    } else {
      slot = building.add(FieldPath.parse(place).steps(), () -> slots++);
    }
    slotOf.put(place, slot);
    return slot;
  }

  /** Looks for a path also around the record, where a collector wrapped it. */
  void alsoOutside(String path) {
    outside.add(path);
  }

  /** Whether a phrase means the same as one that has a slot. */
  boolean knows(String phrase) {
    return phrases != null && phrases.knows(phrase);
  }

  /** How many slots a row of these fields has. */
  synchronized int size() {
    int[] all = {slots};
    building.allowFlatLists(new FlatLists(), () -> all[0]++);
    return all[0];
  }

  boolean areUnderPhrases() {
    return phrases != null;
  }

  /**
   * A tree of all places, for one reader.
   *
   * @param wrapper the keys that lead from what is packed in the file to the record proper
   * @param exactly headers must say what a phrase says and nothing more: how tables are recognised
   */
  Node tree(List<String> wrapper, boolean exactly) {
    if (phrases != null) {
      return phrases.tree(exactly).under(wrapper);
    }
    Node root = new Node();
    int[] next = {0};
    slotOf.keySet().forEach(path -> root.add(FieldPath.parse(path).steps(), () -> next[0]++));
    root.allowFlatLists(new FlatLists(), () -> next[0]++);
    Node top = root.under(wrapper);
    if (top != root) {
      for (String path : outside) {
        top.aim(FieldPath.parse(path).steps(), slot(path));
      }
    }
    return top;
  }

  /** The place by slot; slots that only help to choose an element of a list have none. */
  List<String> places() {
    List<String> places = new ArrayList<>();
    for (int i = 0; i < slots; i++) {
      places.add("");
    }
    slotOf.forEach((place, slot) -> places.set(slot, place));
    return places;
  }
}
