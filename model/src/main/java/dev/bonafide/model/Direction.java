package dev.bonafide.model;

/** What the person is in the evidence. */
public enum Direction {
  /** The act is theirs. */
  SUBJECT,
  /** It may have been done to them: protect first. */
  POSSIBLE_VICTIM,
  /** They stand beside it. */
  BYSTANDER;

  /** The word in findings.json. */
  public String slug() {
    return switch (this) {
      case SUBJECT -> "subject";
      case POSSIBLE_VICTIM -> "possible-victim";
      case BYSTANDER -> "bystander";
    };
  }
}
