package dev.bonafide.linking.fields;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the value of a field is read from the cells of a record.
 *
 * @param name the header
 * @param column the position of the cell
 * @param dayFirst how to read 03/04/1980
 * @param less other slots whose words are taken away, because they are compared already
 */
public record Slot(String name, int column, Meaning meaning, boolean dayFirst, List<Slot> less) {

  /** The value of a record in normal form, or null when it says nothing here. */
  public @Nullable String read(List<String> cells) {
    String normal = column < cells.size() ? normal(cells.get(column)) : null;
    if (normal == null || less.isEmpty()) {
      return normal;
    }
    List<String> others = new ArrayList<>();
    for (Slot slot : less) {
      String other = slot.read(cells);
      if (other != null) {
        others.add(other);
      }
    }
    return without(normal, others);
  }

  @Nullable String normal(String cell) {
    return Normal.of(meaning, cell, dayFirst);
  }

  /** A text without the words of others; null when none is left. */
  static @Nullable String without(String text, List<String> others) {
    Set<String> words = new LinkedHashSet<>(Arrays.asList(text.split(" ")));
    for (String other : others) {
      for (String word : other.split(" ")) {
        words.remove(word);
      }
    }
    return words.isEmpty() ? null : String.join(" ", words);
  }

  Slot less(List<Slot> parts) {
    return new Slot(name, column, meaning, dayFirst, parts);
  }
}
