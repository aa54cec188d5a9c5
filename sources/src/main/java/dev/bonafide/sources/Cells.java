package dev.bonafide.sources;

import java.util.Arrays;

/**
 * Takes one row of a table apart (RFC 4180, and what programs make of it): where its cells are, and
 * where it ends. Reused from row to row.
 */
final class Cells {
  /** The bytes end before the row does. */
  static final int CUT = -1;

  /** Quotes are not balanced, or something stands behind a closing quote. */
  static final int ODD = -2;

  /**
   * How a table is written.
   *
   * @param separator between cells
   * @param backslash quotes inside quoted cells are written {@code \"} and not doubled
   */
  record Dialect(byte separator, boolean backslash) {}

  private final Dialect dialect;
  private int[] from = new int[32];
  private int[] to = new int[32];
  private boolean[] quotesInside = new boolean[32];
  private int count;
  private int rowEnd;

  Cells(Dialect dialect) {
    this.dialect = dialect;
  }

  int count() {
    return count;
  }

  int from(int cell) {
    return from[cell];
  }

  int to(int cell) {
    return to[cell];
  }

  /** Where the row ended, before its line end. */
  int rowEnd() {
    return rowEnd;
  }

  /** Whether quotes inside the cell are written as two characters. */
  boolean hasQuotesInside(int cell) {
    return quotesInside[cell];
  }

  /** The cell's bytes with quotes inside it as they were meant; returns where they end. */
  int unquote(byte[] bytes, int cell, byte[] into, int start) {
    int out = start;
    byte escape = dialect.backslash ? (byte) '\\' : (byte) '"';
    for (int i = from[cell]; i < to[cell]; i++) {
      if (bytes[i] == escape && i + 1 < to[cell]) {
        i++;
      }
      into[out++] = bytes[i];
    }
    return out;
  }

  /**
   * Reads the row that begins at {@code start}.
   *
   * @param last no more bytes follow
   * @return where the next row begins, {@link #CUT} or {@link #ODD}
   */
  int read(byte[] bytes, int start, int end, boolean last) {
    count = 0;
    int at = start;
    while (true) {
      int begin = at;
      while (begin < end && bytes[begin] == ' ') {
        begin++;
      }
      if (begin < end && bytes[begin] == '"') {
        at = quoted(bytes, begin + 1, end);
        if (at < 0) {
          return at == CUT && last ? ODD : at;
        }
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\r')) {
          at++;
        }
      } else {
        begin = at;
        while (at < end && bytes[at] != dialect.separator && bytes[at] != '\n') {
          at++;
        }
        int stop = at;
        if (stop > begin && bytes[stop - 1] == '\r' && (at == end || bytes[at] == '\n')) {
          stop--;
        }
        cell(begin, stop, false);
      }
      if (at >= end) {
        rowEnd = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
        return last ? end : CUT;
      }
      if (bytes[at] == '\n') {
        rowEnd = at > start && bytes[at - 1] == '\r' ? at - 1 : at;
        return at + 1;
      }
      if (bytes[at] != dialect.separator) {
        return ODD;
      }
      at++;
    }
  }

  private int quoted(byte[] bytes, int begin, int end) {
    boolean inside = false;
    int at = begin;
    while (at < end) {
      byte c = bytes[at];
      if (c == '\\' && dialect.backslash) {
        inside = true;
        at += 2;
      } else if (c != '"') {
        at++;
      } else if (at + 1 < end && bytes[at + 1] == '"' && !dialect.backslash) {
        inside = true;
        at += 2;
      } else {
        cell(begin, at, inside);
        return at + 1;
      }
    }
    return CUT;
  }

  private void cell(int begin, int end, boolean inside) {
    if (count == from.length) {
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
      quotesInside = Arrays.copyOf(quotesInside, count * 2);
    }
    from[count] = begin;
    to[count] = end;
    quotesInside[count++] = inside;
  }
}
