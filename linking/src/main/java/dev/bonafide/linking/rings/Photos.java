package dev.bonafide.linking.rings;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Pictures that are near each other: 64-bit perceptual hashes that differ in at most {@link #NEAR}
 * bits. Nine bands of a hash, of which one must be equal then, lead from one to the others. A
 * picture with a crowd around it is a stock photo.
 */
final class Photos {
  private static final int NEAR = 8;
  private static final int BANDS = NEAR + 1;
  private static final int WIDTH = 7; // of a band; the last one has eight bits

  private record Band(int number, long bits) {}

  private final Map<Band, Set<String>> bands = new HashMap<>();
  private final Map<String, Long> hashes = new HashMap<>();

  void add(Persona persona) {
    Long hash = hash(persona);
    if (hash != null) {
      hashes.put(persona.id(), hash);
      for (int b = 0; b < BANDS; b++) {
        bands.computeIfAbsent(band(b, hash), x -> new TreeSet<>()).add(persona.id());
      }
    }
  }

  void remove(Persona persona) {
    Long hash = hashes.remove(persona.id());
    if (hash != null) {
      for (int b = 0; b < BANDS; b++) {
        Band band = band(b, hash);
        Set<String> of = bands.get(band);
        if (of != null && of.remove(persona.id()) && of.isEmpty()) {
          bands.remove(band);
        }
      }
    }
  }

  /** Everybody else whose picture is near. */
  SortedSet<String> near(Persona persona) {
    SortedSet<String> near = new TreeSet<>();
    Long hash = hash(persona);
    if (hash != null) {
      for (int b = 0; b < BANDS; b++) {
        for (String other : bands.getOrDefault(band(b, hash), Set.of())) {
          Long its = hashes.get(other);
          if (its != null && Long.bitCount(its ^ hash) <= NEAR) {
            near.add(other);
          }
        }
      }
      near.remove(persona.id());
    }
    return near;
  }

  /** What the pictures of two say; null when they are not near. */
  Tie.@Nullable Line line(Persona a, Persona b) {
    Long x = hashes.get(a.id());
    Long y = hashes.get(b.id());
    if (x == null || y == null || Long.bitCount(x ^ y) > NEAR) {
      return null;
    }
    int around = 1 + Math.max(near(a).size(), near(b).size());
    boolean crowd = around > Sort.PHOTO.crowd();
    int differ = Long.bitCount(x ^ y);
    return new Tie.Line(
        Sort.PHOTO.level(),
        Sort.PHOTO.mechanism(),
        Sort.PHOTO.words(),
        "",
        around,
        crowd ? 0 : Math.max(0, Sort.PHOTO.weight() - Rings.less(around)),
        crowd
            ? "near the pictures of " + around + " personas, so it counts 0"
            : differ == 0
                ? "the same picture"
                : "nearly the same picture (" + differ + " of 64 bits differ)");
  }

  private static Band band(int number, long hash) {
    int at = number * WIDTH;
    long mask = number == BANDS - 1 ? 0xff : 0x7f;
    return new Band(number, hash >>> at & mask);
  }

  /** The hash of the first picture in normal form; null when there is none. */
  private static @Nullable Long hash(Persona persona) {
    return persona.holds().stream()
        .filter(hold -> hold.sort() == Sort.PHOTO && hold.value().matches("[0-9a-f]{1,16}"))
        .map(Hold::value)
        .sorted()
        .findFirst()
        .map(value -> Long.parseUnsignedLong(value, 16))
        .orElse(null);
  }
}
