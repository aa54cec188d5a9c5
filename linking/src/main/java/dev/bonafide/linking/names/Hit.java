package dev.bonafide.linking.names;

import java.util.List;

/**
 * An entry that a query may mean.
 *
 * @param name the name of the entry that fits best
 * @param score 0 to 1; the effects of the reasons sum to it, cut at 0 and 1
 * @param match whether the score reaches {@link Screening#MATCH}; a match is a question to a human
 */
public record Hit(Listed entry, String name, double score, boolean match, List<Reason> why) {
  /**
   * A reason.
   *
   * @param effect what it adds to the score or takes from it
   */
  public record Reason(String text, double effect) {}
}
