package dev.bonafide.hiring.resume;

import dev.bonafide.knowledge.places.Places;
import java.util.regex.Pattern;

/**
 * The applicant's name on a résumé of lines: read to tell people apart and to take it out of what
 * is compared, for nothing else.
 */
public final class OwnName {
  private static final Pattern NAME =
      Pattern.compile("\\p{L}[\\p{L}.'’-]*(?: \\p{L}[\\p{L}.'’-]*){1,4}");
  private static final Pattern TITLE =
      Pattern.compile(
          "(?i)r[ée]sum[ée]|curriculum|vitae|\\bcv\\b|profile|summary|confidential|page|contact|portfolio");
  private static final int LONGEST = 48;

  private OwnName() {}

  /** The name on the first line; empty when that line is no name. */
  public static String of(String text) {
    for (String raw : text.split("\r\n|\r|\n|\f", -1)) {
      String line = raw.replace('\u00a0', ' ').strip().replaceAll("\\s+", " ");
      if (!line.isEmpty()) {
        boolean name =
            line.length() <= LONGEST
                && NAME.matcher(line).matches()
                && !TITLE.matcher(line).find()
                && !Marks.namesAPosition(line)
                && Section.openedBy(line) == null
                && Places.builtIn().countriesOf(line).isEmpty();
        return name ? line : "";
      }
    }
    return "";
  }
}
