package dev.bonafide.hiring;

import dev.bonafide.model.Evidence;
import java.util.List;

/**
 * One thing in an application that does not fit: evidence like any other, with what a recruiter
 * needs beside it. It is a question, never a verdict.
 *
 * @param evidence its weight is 0 where {@code corroborates} and nothing else stands beside it
 * @param quotes the lines that it speaks of
 * @param others ids of the applications and workers that it links, in order; empty for most
 * @param innocent what it may mean as well, the likeliest first
 * @param question what to ask, in words that accuse nobody
 * @param corroborates it never counts alone: too many honest people would be asked
 */
public record ApplicationFact(
    Evidence evidence,
    List<Quote> quotes,
    List<String> others,
    List<String> innocent,
    String question,
    boolean corroborates) {

  public ApplicationFact {
    quotes = List.copyOf(quotes);
    others = List.copyOf(others);
    innocent = List.copyOf(innocent);
    if (innocent.isEmpty()) {
      throw new IllegalArgumentException(
          evidence.indicator() + ": a fact without an innocent explanation");
    }
  }
}
