package dev.bonafide.logbook;

import dev.bonafide.model.Term;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The texts behind the ids of pages: addresses, user agents, device names. It only grows and is
 * itself a set union, so that order and repetition do not matter; of two texts with one id the
 * smaller stays. Dotted IPv4 addresses are their own ids and take no room. Not thread-safe while it
 * grows.
 */
public final class Lexicon {
  private long[] ids = new long[256];
  private @Nullable String[] texts = new String[256];
  private int size;

  public void add(Term term) {
    add(term.id(), term.text());
  }

  /** Says what an id stands for. */
  public void add(long id, String text) {
    if (id >>> 32 == 0) {
      return;
    }
    int slot = slot(id);
    String known = texts[slot];
    if (known == null) {
      ids[slot] = id;
      texts[slot] = text;
      if (2 * ++size > texts.length) {
        grow();
      }
    } else if (known.compareTo(text) > 0) {
      texts[slot] = text;
    }
  }

  /** Adds all that another lexicon knows. */
  public void merge(Lexicon other) {
    for (int i = 0; i < other.ids.length; i++) {
      String text = other.texts[i];
      if (text != null) {
        add(other.ids[i], text);
      }
    }
  }

  /** The text of an id; null when nobody said it, or for NONE and OTHER. */
  public @Nullable String text(long id) {
    if (id >>> 32 == 0) {
      return id == Term.NONE ? null : Term.ipv4Text(id);
    }
    return texts[slot(id)];
  }

  /** How many texts are held. */
  public int size() {
    return size;
  }

  /** All texts held, in ascending order of their ids. */
  public void forEach(BiConsumer<Long, String> to) {
    Map<Long, String> sorted = new TreeMap<>();
    for (int i = 0; i < ids.length; i++) {
      String text = texts[i];
      if (text != null) {
        sorted.put(ids[i], text);
      }
    }
    sorted.forEach(to);
  }

  /**
   * The place of an id, or the free place where it would go. Ids are hashes: their bits are good.
   */
  private int slot(long id) {
    int mask = ids.length - 1;
    int slot = (int) (id >>> 32) & mask;
    while (texts[slot] != null && ids[slot] != id) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldIds = ids;
    @Nullable String[] oldTexts = texts;
    ids = new long[2 * oldIds.length];
    texts = new String[2 * oldIds.length];
    for (int i = 0; i < oldIds.length; i++) {
      if (oldTexts[i] != null) {
        int slot = slot(oldIds[i]);
        ids[slot] = oldIds[i];
        texts[slot] = oldTexts[i];
      }
    }
  }
}
