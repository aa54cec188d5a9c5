package dev.bonafide.sources;

import dev.bonafide.model.Event;
import dev.bonafide.model.Term;
import org.jspecify.annotations.Nullable;

/** A text that was met in a field, and what was made of it so far. */
final class Value {
  /** Stands for nothing. */
  static final Value ABSENT = new Value("", null);

  /** The text as it was found. */
  final String raw;

  /** The term of it, perhaps with something before it; null only for {@link #ABSENT}. */
  final @Nullable Term term;

  /** The id of the term, {@link Term#NONE} for none. */
  final long id;

  /** The account of this name; null before it was asked. */
  @Nullable Term account;

  /** What the text has in common with the tests of its field; -1 before it was asked. */
  int testClass = -1;

  /** What it says of how an act ended; null before it was asked. */
  Event.@Nullable Outcome outcome;

  /** The combination of names that was told last with this one. */
  long factsTold;

  /** Of an account: whether it was met before. */
  boolean met;

  /** Of an account: what its records said last time; null when that is not known. */
  @Nullable Habit habit;

  private @Nullable Value taken;
  private int takenBy = -1;

  Value(String raw, @Nullable Term term) {
    this.raw = raw;
    this.term = term;
    id = Term.idOf(term);
  }

  static Value of(String text) {
    return text.isEmpty() ? ABSENT : new Value(text, Term.of(text));
  }

  /** The same text as the value of a field that took it over: tests are marked for each field. */
  Value takenBy(int word) {
    Value value = taken;
    if (value == null || takenBy != word) {
      value = new Value(raw, term);
      taken = value;
      takenBy = word;
    }
    return value;
  }
}
