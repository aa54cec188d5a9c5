package dev.bonafide.linking.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which given names stand for each other: Bob and Robert, Sasha and Alexander. */
public final class PetNames {
  private static final Map<String, Set<Integer>> FAMILIES = read();

  private PetNames() {}

  /**
   * The families of a folded name, as small numbers; empty for a name that has none. Two names are
   * related when they have a family in common.
   */
  public static Set<Integer> families(String name) {
    return FAMILIES.getOrDefault(name, Set.of());
  }

  /** Whether two folded names stand for each other. */
  public static boolean related(String a, String b) {
    Set<Integer> of = families(a);
    for (int family : families(b)) {
      if (of.contains(family)) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, Set<Integer>> read() {
    Map<String, Set<Integer>> families = new HashMap<>();
    try (InputStream in =
            Objects.requireNonNull(PetNames.class.getResourceAsStream("pet-names.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      int family = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        family++;
        for (String name : line.replace(":", "").split(" ")) {
          families.computeIfAbsent(Latin.fold(name), n -> new HashSet<>()).add(family);
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return families;
  }
}
