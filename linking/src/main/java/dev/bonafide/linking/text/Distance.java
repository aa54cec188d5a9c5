package dev.bonafide.linking.text;

/** How far two words are from each other. Nothing here allocates. */
public final class Distance {
  private Distance() {}

  /**
   * The Jaro-Winkler similarity, 0 to 1, with prefix scale 0.1 over at most four letters (Winkler
   * 1990). Letters beyond the 64th are not looked at.
   */
  public static double jaroWinkler(char[] a, char[] b) {
    double jaro = jaro(a, b);
    if (jaro < 0.7) {
      return jaro;
    }
    int most = Math.min(4, Math.min(a.length, b.length));
    int prefix = 0;
    while (prefix < most && a[prefix] == b[prefix]) {
      prefix++;
    }
    return jaro + prefix * 0.1 * (1 - jaro);
  }

  private static double jaro(char[] a, char[] b) {
    int la = Math.min(64, a.length);
    int lb = Math.min(64, b.length);
    if (la == 0 || lb == 0) {
      return 0;
    }
    int window = Math.max(0, Math.max(la, lb) / 2 - 1);
    long usedA = 0;
    long usedB = 0;
    int common = 0;
    for (int i = 0; i < la; i++) {
      int to = Math.min(lb - 1, i + window);
      for (int j = Math.max(0, i - window); j <= to; j++) {
        if (a[i] == b[j] && (usedB & 1L << j) == 0) {
          usedA |= 1L << i;
          usedB |= 1L << j;
          common++;
          break;
        }
      }
    }
    if (common == 0) {
      return 0;
    }
    int halves = 0;
    long rest = usedB;
    for (long bits = usedA; bits != 0; bits &= bits - 1) {
      if (a[Long.numberOfTrailingZeros(bits)] != b[Long.numberOfTrailingZeros(rest)]) {
        halves++;
      }
      rest &= rest - 1;
    }
    double c = common;
    return (c / la + c / lb + (c - halves / 2.0) / c) / 3;
  }

  /**
   * Whether at most {@code edits} insertions, deletions, substitutions or swaps of neighbours make
   * one word the other (optimal string alignment). Meant for small numbers: the cost grows as
   * 4^edits.
   */
  public static boolean within(char[] a, char[] b, int edits) {
    return Math.abs(a.length - b.length) <= edits && within(a, 0, a.length, b, 0, b.length, edits);
  }

  private static boolean within(
      char[] a, int fromA, int toA, char[] b, int fromB, int toB, int edits) {
    int i = fromA;
    int j = fromB;
    while (i < toA && j < toB && a[i] == b[j]) {
      i++;
      j++;
    }
    int m = toA;
    int n = toB;
    while (i < m && j < n && a[m - 1] == b[n - 1]) {
      m--;
      n--;
    }
    int restA = m - i;
    int restB = n - j;
    if (Math.max(restA, restB) <= edits) {
      return true;
    }
    if (edits == 0 || Math.abs(restA - restB) > edits) {
      return false;
    }
    if (restA >= 2
        && restB >= 2
        && a[i] == b[j + 1]
        && a[i + 1] == b[j]
        && within(a, i + 2, m, b, j + 2, n, edits - 1)) {
      return true;
    }
    return (restA > 0 && restB > 0 && within(a, i + 1, m, b, j + 1, n, edits - 1))
        || (restA > 0 && within(a, i + 1, m, b, j, n, edits - 1))
        || (restB > 0 && within(a, i, m, b, j + 1, n, edits - 1));
  }

  /** Whether the longer word begins with the shorter one. */
  public static boolean prefix(char[] a, char[] b) {
    char[] shorter = a.length <= b.length ? a : b;
    char[] longer = shorter == a ? b : a;
    for (int i = 0; i < shorter.length; i++) {
      if (shorter[i] != longer[i]) {
        return false;
      }
    }
    return shorter.length > 0;
  }
}
