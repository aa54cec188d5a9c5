package dev.bonafide.assessment;

import dev.bonafide.model.Cause;
import dev.bonafide.model.Direction;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of a person's ledger. The lines sum exactly to the person's millinats.
 *
 * @param indicator the indicator's slug; null except on evidence
 * @param cause null for prior, setting and innocent
 * @param evidence the evidence's id; null except on evidence
 * @param millinats what the line adds
 * @param fromMilli first instant of what was seen; null except on evidence
 * @param toMilli last instant of what was seen; null except on evidence
 * @param direction null except on evidence
 * @param fact one plain sentence
 */
public record Line(
    Sort sort,
    @Nullable String indicator,
    @Nullable Cause cause,
    @Nullable String evidence,
    long millinats,
    @Nullable Long fromMilli,
    @Nullable Long toMilli,
    @Nullable Direction direction,
    String fact) {

  /** What a line stands for, in the order of a ledger. */
  public enum Sort {
    /** The base rate. */
    PRIOR,
    /** A circumstance of employment that the customer lets count. */
    SETTING,
    /** One evidence, with its whole weight against an ordinary working life. */
    EVIDENCE,
    /** What the evidence of one cause has lost by its age. */
    DECAY,
    /** What the evidence of one cause loses because it repeats itself or passes the cap. */
    DISCOUNT,
    /** What the named innocent explanations take away, all at once; never above 0. */
    INNOCENT;

    /** The word in findings.json. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Line plain(Sort sort, @Nullable Cause cause, long millinats, String fact) {
    return new Line(sort, null, cause, null, millinats, null, null, null, fact);
  }
}
