package dev.bonafide.assessment;

import dev.bonafide.model.Cause;
import dev.bonafide.model.Explanation;

/**
 * Every number that this room believes in, with where it comes from; README.md shows them as
 * tables. None was learned from data: they are judgements of the founding developers, or read in
 * the literature, and change only by hand. What a single indicator weighs stands on its card.
 */
final class Figures {
  private Figures() {}

  /**
   * Log-odds of the base rate, 1 in 3,000. Judgement: published counts of such hires are of this
   * order for large employers (Okta 2025; Pindrop 2026 found 1 applicant in 343), and the false
   * alarm rate limits any detector at low base rates (Axelsson 1999).
   */
  static final int PRIOR = -8006;

  /**
   * At most 4 decibans for a remote worker hired through an agency less than a year ago. Judgement.
   */
  static final int AGENCY_REMOTE_NEW = 921;

  /** How long such a hire counts as new, in days. */
  static final int NEW_HIRE_DAYS = 365;

  /**
   * What the second, third ... evidence of one cause keeps: a, a squared ... Judgement, checked on
   * a toy workforce: ranking barely depends on it, calibration does.
   */
  static final double REPEAT = 0.4;

  /** The least that the evidence of one cause may come to: counter-evidence has a limit too. */
  static final int FLOOR = -1500;

  /** Correlation assumed between the errors of two causes. Judgement. */
  static final double RHO = 0.3;

  /** Standard deviation that a cause adds when no indicator of it could speak. Judgement. */
  static final int BLIND_SD = 500;

  /** Two-sided 90 % of a normal distribution. */
  static final double NINETY_PERCENT = 1.6448536269514722;

  /**
   * How likely it is that a document (roster, travel notice, leave, relation) is the true reason
   * for what it covers. Judgement: one paper in five is late, wrong or a cover.
   */
  static final double DOCUMENT = 0.8;

  /**
   * Evidence within this time of a document is covered too: a row that gives only days leaves the
   * zone open, and zones reach 14 hours from UTC.
   */
  static final long DOCUMENT_MARGIN_MILLIS = 14 * 3_600_000L;

  /** A new joiner is one for a month. Judgement. */
  static final int JOINER_DAYS = 30;

  /** Marathon activity of at least three days and nights may pass the cap of its cause... */
  static final String MARATHON = "marathon-activity";

  static final long MARATHON_MILLIS = 72 * 3_600_000L;

  /** ... up to this: on a toy workforce 0.01 % of honest people were awake that long. */
  static final int MARATHON_CAP = 5000;

  /**
   * The most that the evidence of one cause may come to, in millinats: the weight at which its
   * common error (a wrong mapping, a shared misreading) would be as likely as what it says.
   * Judgements all.
   */
  static int cap(Cause cause) {
    return switch (cause) {
      // Compares two records of the employer: physics and employment dates.
      case IDENTITY -> 6000;
      // Several unrelated people's things in one place: joint, physical, hard to fake.
      case CO_LOCATION -> 5000;
      case REMOTE_CONTROL -> 4500;
      case OPERATOR -> 4000;
      case PLACE_CLOCK -> 3500;
      // Carers and on-call staff reach the same hours.
      case RHYTHM -> 2500;
      // Private VPNs, relays and carrier addresses are common.
      case NETWORK -> 2000;
      // One employee in ten moves sensitive data within six months (Cyberhaven 2022).
      case DATA -> 2000;
      // Honest applicants embellish, copy templates and lose touch with old employers.
      case APPLICATION -> 2000;
      // A matter of severity: what could be lost, not who sits there.
      case PRIVILEGE -> 1500;
      // Shyness, second languages and nerves look the same: never enough for a second cause.
      case SOCIAL, INTERVIEW -> 700;
    };
  }

  /**
   * How many innocent workers in 1,000 live with this explanation in a month, whether or not
   * anybody wrote it down. {@link Explanation#ORDINARY} is the rest. Judgements; the larger ones
   * follow the mix of a typical software company.
   */
  static int perMille(Explanation explanation) {
    return switch (explanation) {
      case ORDINARY -> {
        int rest = 1000;
        for (Explanation other : Explanation.values()) {
          rest -= other == Explanation.ORDINARY ? 0 : perMille(other);
        }
        yield rest;
      }
      case TRAVELLER -> 50;
      case PRIVACY_VPN -> 60;
      case CARER -> 50;
      case ON_CALL -> 60;
      case OTHER_HOURS -> 60;
      case ALWAYS_ON -> 20;
      case AUTOMATION -> 20;
      case HOUSEHOLD -> 20;
      case CO_WORKING -> 30;
      case IT_SUPPORT -> 30;
      case PAIR_WORK -> 10;
      case SECOND_DEVICE -> 80;
      case DEVICE_REPLACED -> 20;
      case OVER_EMPLOYED -> 20;
      case QUIET -> 40;
      case NEW_JOINER -> 20;
      case HANDOVER -> 10;
      // 3 % of leavers' rows are written late.
      case RECORD_ERROR -> 10;
      // Rare, but no rarer than what is looked for.
      case TAKEN_OVER -> 2;
      case TESTER -> 1;
    };
  }
}
