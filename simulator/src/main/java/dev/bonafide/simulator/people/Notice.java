package dev.bonafide.simulator.people;

import org.jspecify.annotations.Nullable;

/**
 * A row of the context file: what somebody told the employer beforehand. Days are epoch days, both
 * included.
 *
 * @param place where a travel notice leads
 * @param other the worker id of the other side of a relation
 */
public record Notice(
    String worker, Kind kind, long from, long to, @Nullable String place, @Nullable String other) {

  /** What it tells of. */
  public enum Kind {
    ROSTER("roster"),
    ON_CALL("on-call"),
    TRAVEL("travel"),
    LEAVE("leave"),
    RELATION("relation");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
