package dev.bonafide.hiring.interview;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds the label under which an applicant speaks. A name is read for nothing else. */
public final class Speaker {
  private static final Pattern ROLE =
      Pattern.compile("(?i)\\b(?:candidate|applicant|interviewee)\\b");
  private static final Pattern OTHER_ROLE =
      Pattern.compile("(?i)\\b(?:interviewer|recruiter|hiring|host|panel(?:ist)?)\\b");
  private static final Pattern BESIDE = Pattern.compile("\\([^)]*\\)|\\[[^]]*]|[#:].*$");

  private Speaker() {}

  /**
   * The applicant's label; empty when it can't be told.
   *
   * @param name the applicant's; empty when unknown
   * @param joinedAs the labels under which a meeting report knows the applicant
   */
  public static String of(Transcript transcript, String name, Collection<String> joinedAs) {
    Set<String> labels = new TreeSet<>(Turns.labels(transcript).keySet());
    labels.remove("");
    List<String> found =
        labels.stream()
            .filter(l -> joinedAs.contains(l) || isNamed(l, name) || ROLE.matcher(l).find())
            .toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    List<String> rest = labels.stream().filter(l -> !OTHER_ROLE.matcher(l).find()).toList();
    return found.isEmpty() && rest.size() == 1 && labels.size() > 1 ? rest.getFirst() : "";
  }

  /** Whether all words of a label are words of a name, or the other way round. */
  public static boolean isNamed(String label, String name) {
    Set<String> a = words(label);
    Set<String> b = words(name);
    return !a.isEmpty() && !b.isEmpty() && (b.containsAll(a) || a.containsAll(b));
  }

  private static Set<String> words(String text) {
    String folded =
        Normalizer.normalize(BESIDE.matcher(text).replaceAll(" "), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}]+", " ")
            .strip();
    return folded.isEmpty() ? Set.of() : new TreeSet<>(List.of(folded.split(" ", -1)));
  }
}
