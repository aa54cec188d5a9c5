package dev.bonafide.indicators;

/** What is declared between two people. Looks, names and guesses never make a tie. */
public enum Tie {
  /** Nothing is declared. */
  NONE,
  /** Both claim the same home address. */
  HOUSEHOLD,
  /** A relation was declared: a couple, family, a pair that works at one desk. */
  RELATION
}
