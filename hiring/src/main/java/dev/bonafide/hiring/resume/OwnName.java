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
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final String LINE_ENDS = "\r\n\f";
  private static final int LONGEST = 48;

  private OwnName() {}

  /** The name on the first line; empty when that line is no name. */
  public static String of(String text) {
    for (int from = 0; from < text.length(); ) {
      int end = from;
      while (end < text.length() && LINE_ENDS.indexOf(text.charAt(end)) < 0) {
        end++;
      }
      String raw = text.substring(from, end).replace('\u00a0', ' ').strip();
      from = end + 1;
      if (!raw.isEmpty()) {
        String line = SPACE.matcher(raw).replaceAll(" ");
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
