package dev.bonafide.hiring;

import dev.bonafide.model.Hash;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Tells whether two applications claim to be of one person, where no record linkage has said so:
 * the words of the name, in any order, case and with or without marks. Only equality is ever asked,
 * so renaming everybody changes nothing.
 */
public final class PersonKey {
  private PersonKey() {}

  /**
   * The key of a name. An empty name is nobody's, so such applications are told apart by {@code
   * id}.
   */
  public static String of(String name, String id) {
    String folded =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    if (folded.isEmpty()) {
      return "of " + id;
    }
    String[] words = folded.split(" ", -1);
    Arrays.sort(words);
    return HexFormat.of().toHexDigits(Hash.of(String.join(" ", words)));
  }
}
