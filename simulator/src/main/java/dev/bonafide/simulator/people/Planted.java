package dev.bonafide.simulator.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is planted in a person: the truth, which no log carries.
 *
 * @param scheme its slug
 * @param difficulty 0 naive, 1 moderate, 2 evasive, and anything between
 * @param part what this person is in the scheme: persona, victim
 * @param cluster the id that its members share, null when it concerns one person alone
 * @param onset first local day of it
 * @param end last local day of it
 * @param expected indicators that ought to speak, as words of {@link Sign}
 * @param note one sentence for whoever reads the truth file
 */
public record Planted(
    String scheme,
    double difficulty,
    String part,
    @Nullable String cluster,
    long onset,
    long end,
    List<Sign> expected,
    String note) {

  public Planted {
    expected = List.copyOf(expected);
  }

  /** The same with another part. */
  Planted playing(String other) {
    return new Planted(scheme, difficulty, other, cluster, onset, end, expected, note);
  }

  /** The same under another name, with other signs: a named case. */
  Planted called(String name, List<Sign> signs, String words) {
    return new Planted(name, difficulty, part, cluster, onset, end, signs, words);
  }
}
