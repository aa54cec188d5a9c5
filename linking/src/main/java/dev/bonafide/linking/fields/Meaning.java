package dev.bonafide.linking.fields;

/** What a column holds. It decides how its texts are made comparable and at which levels. */
public enum Meaning {
  GIVEN_NAME,
  SURNAME,
  FULL_NAME,
  DATE,
  YEAR,
  MAIL,
  PHONE,
  POSTCODE,
  PLACE,
  STREET,
  /** A number or code that should belong to one person or thing: SSN, passport, IBAN, serial. */
  IDENTIFIER,
  /** A short code that many may share: house number, unit, class. */
  CODE,
  CATEGORY,
  TEXT,
  /** A list of persons: authors, artists. */
  PEOPLE,
  NUMBER;

  /**
   * Whether such a value is the person's or thing's own, so that two different persons rarely share
   * it. The others are shared by families, houses, authors.
   */
  public boolean own() {
    return switch (this) {
      case GIVEN_NAME, FULL_NAME, DATE, YEAR, MAIL, PHONE, IDENTIFIER, TEXT, NUMBER -> true;
      case SURNAME, POSTCODE, PLACE, STREET, CODE, CATEGORY, PEOPLE -> false;
    };
  }
}
