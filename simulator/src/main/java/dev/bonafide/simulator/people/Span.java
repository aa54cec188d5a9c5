package dev.bonafide.simulator.people;

/**
 * A span of numbers, days or minutes, both ends included for days, the end excluded for minutes.
 */
public record Span(long from, long to) {
  /** Always. */
  public static final Span EVER = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

  public boolean has(long at) {
    return from <= at && at <= to;
  }
}
