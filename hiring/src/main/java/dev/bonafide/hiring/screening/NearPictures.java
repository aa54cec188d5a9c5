package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Picture;
import dev.bonafide.hiring.Traces;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose documents hold a picture that is near another. A hash of 64 bits is cut into one band more
 * than bits may differ, so two near ones have a band in common (pigeonhole).
 */
final class NearPictures {
  private static final int BANDS = Picture.NEAR + 1;
  private static final int WIDTH = 64 / BANDS;

  private record Band(int number, long bits) {}

  private final Map<Band, List<Traces>> byBand = new HashMap<>();

  NearPictures(Collection<Traces> all) {
    for (Traces traces : all) {
      for (Picture picture : traces.pictures()) {
        for (int b = 0; b < BANDS; b++) {
          byBand.computeIfAbsent(band(picture, b), x -> new ArrayList<>()).add(traces);
        }
      }
    }
  }

  /** Everybody who holds a near picture, with the bits in which theirs differs, in order. */
  Map<Traces, Integer> near(Picture picture) {
    Map<Traces, Integer> near = new LinkedHashMap<>();
    for (int b = 0; b < BANDS; b++) {
      for (Traces other : byBand.getOrDefault(band(picture, b), List.of())) {
        for (Picture its : other.pictures()) {
          int differs = picture.differs(its);
          if (differs <= Picture.NEAR) {
            near.merge(other, differs, Math::min);
          }
        }
      }
    }
    return near;
  }

  private static Band band(Picture picture, int number) {
    int at = number * WIDTH;
    int width = number == BANDS - 1 ? 64 - at : WIDTH;
    return new Band(number, picture.frequencies() >>> at & ((1L << width) - 1));
  }
}
