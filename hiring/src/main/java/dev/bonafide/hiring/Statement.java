package dev.bonafide.hiring;

/**
 * What somebody recorded of an applicant: an identity check's verdict, an interviewer's
 * attestation, a wish for how to be paid. The verdict alone; no document, picture or number of it.
 *
 * @param recordId id of the row
 * @param words the cell as it stands there
 */
public record Statement(Sort sort, long recordId, String words) {

  /** What was recorded. */
  public enum Sort {
    IDENTITY_PASSED,
    IDENTITY_FAILED,
    /** Every alternative that was offered was refused, and more than one was offered. */
    ALTERNATIVES_REFUSED,
    SAME_PERSON,
    NOT_SAME_PERSON,
    PAY_IN_CRYPTO,
    PAY_TO_OTHERS
  }
}
