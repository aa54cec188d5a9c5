package dev.bonafide.flink;

import dev.bonafide.logbook.Lexicon;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * All that one key was told, by what it is about. The first word of that is its sort.
 *
 * @param all not to be changed
 */
record Known(Map<String, byte[]> all) {
  /** What was said about this; null for nothing. */
  byte @Nullable [] get(String about) {
    return all.get(about);
  }

  /** Everything of one sort, in the order of what it is about, which is told without the sort. */
  void forEach(String sort, BiConsumer<String, byte[]> to) {
    Map<String, byte[]> found = new TreeMap<>();
    all.forEach(
        (about, said) -> {
          if (about.startsWith(sort)) {
            found.put(about.substring(sort.length()), said);
          }
        });
    found.forEach(to);
  }

  /** The texts among it. */
  Lexicon texts() {
    Lexicon lexicon = new Lexicon();
    forEach(
        Sort.TEXT,
        (id, text) -> lexicon.add(Long.parseLong(id), new String(text, StandardCharsets.UTF_8)));
    return lexicon;
  }
}
