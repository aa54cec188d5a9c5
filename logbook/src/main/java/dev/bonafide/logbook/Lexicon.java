package dev.bonafide.logbook;

import dev.bonafide.model.Term;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The texts behind the ids of pages: addresses, user agents, device names. It only grows and is
 * itself a set union, so that order and repetition do not matter; of two texts with one id the
 * smaller stays. Dotted IPv4 addresses are their own ids and take no room.
 */
public final class Lexicon {
  private final Map<Long, String> texts = new HashMap<>();

  public void add(Term term) {
    add(term.id(), term.text());
  }

  /** Says what an id stands for. */
  public void add(long id, String text) {
    if (id >>> 32 != 0) {
      String known = texts.putIfAbsent(id, text);
      if (known != null && known.compareTo(text) > 0) {
        texts.put(id, text);
      }
    }
  }

  /** Adds all that another lexicon knows. */
  public void merge(Lexicon other) {
    other.texts.forEach(this::add);
  }

  /** The text of an id; null when nobody said it, or for NONE and OTHER. */
  public @Nullable String text(long id) {
    return id >>> 32 == 0 ? (id == Term.NONE ? null : Term.ipv4Text(id)) : texts.get(id);
  }

  /** How many texts are held. */
  public int size() {
    return texts.size();
  }

  /** All texts held, by id. */
  public void forEach(BiConsumer<Long, String> to) {
    new TreeMap<>(texts).forEach(to);
  }
}
