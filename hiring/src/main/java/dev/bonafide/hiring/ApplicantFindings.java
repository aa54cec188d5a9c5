package dev.bonafide.hiring;

import dev.bonafide.model.Abstained;
import java.util.List;

/**
 * What was found of one applicant.
 *
 * @param facts heaviest first; facts that only corroborate, and had nothing to corroborate, are
 *     kept with weight 0
 * @param questions at most {@value #MOST_QUESTIONS}, the heaviest facts first
 * @param abstained the checks that could not speak, and why
 */
public record ApplicantFindings(
    String applicant,
    List<ApplicationFact> facts,
    List<Question> questions,
    List<Abstained> abstained) {

  /** A recruiter asks a few things well, not many. */
  public static final int MOST_QUESTIONS = 3;

  /**
   * Something to ask the applicant or a third party.
   *
   * @param fact what raised it
   * @param settles what would settle it
   * @param minutes what settling it costs
   */
  public record Question(ApplicationFact fact, String settles, int minutes) {

    /** The question itself, in words that accuse nobody. */
    public String ask() {
      return fact.question();
    }

    /** The check behind it. */
    public String indicator() {
      return fact.evidence().indicator();
    }
  }

  public ApplicantFindings {
    facts = List.copyOf(facts);
    questions = List.copyOf(questions);
    abstained = List.copyOf(abstained);
  }
}
