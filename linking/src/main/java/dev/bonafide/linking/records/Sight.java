package dev.bonafide.linking.records;

/** Records as a comparison sees them: each field of each record holds the number of a value. */
interface Sight {
  /** The value of a field of a record, negative when it says nothing. */
  int value(int field, int record);

  /** The level at which two different values agree; does not depend on their order. */
  int level(int field, int value, int other);

  /** The surname that is written as this given name, negative when no record has it. */
  int asSurname(int given);
}
