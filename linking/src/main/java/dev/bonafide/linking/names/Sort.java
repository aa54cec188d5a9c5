package dev.bonafide.linking.names;

/** What kind of thing bears a name. */
public enum Sort {
  PERSON,
  ORGANISATION,
  VESSEL,
  AIRCRAFT,
  UNKNOWN;

  /** Whether one may be the other: what is unknown may be anything. */
  boolean fits(Sort other) {
    return this == other || this == UNKNOWN || other == UNKNOWN;
  }
}
