package dev.bonafide.indicators;

/**
 * UTC epoch days in a row.
 *
 * @param from first day
 * @param to last day, included
 */
public record Days(int from, int to) {
  public Days {
    if (from > to) {
      throw new IllegalArgumentException("days from " + from + " to " + to);
    }
  }

  public boolean contains(int day) {
    return from <= day && day <= to;
  }
}
