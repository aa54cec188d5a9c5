package dev.bonafide.linking.records;

import dev.bonafide.linking.fields.Meaning;
import java.util.Map;
import java.util.Set;

/**
 * What a user may say about a run; everything has a sensible silence.
 *
 * @param fields columns to compare; empty for all that can be read
 * @param meanings what columns mean, where the header and the values would not tell
 * @param scope which pairs are looked at
 * @param threads how many threads work; it never changes the result
 */
public record Options(Set<String> fields, Map<String, Meaning> meanings, Scope scope, int threads) {
  /** Which pairs are looked at. */
  public enum Scope {
    /** Every record against every other one. */
    ALL,
    /** Only records of different sources: each source holds everybody once. */
    BETWEEN
  }

  public Options {
    fields = Set.copyOf(fields);
    meanings = Map.copyOf(meanings);
    if (threads < 1) {
      throw new IllegalArgumentException("threads: " + threads + ", expected at least 1");
    }
  }

  /** All columns, all pairs, one thread. */
  public static Options plain() {
    return new Options(Set.of(), Map.of(), Scope.ALL, 1);
  }

  public Options fields(Set<String> named) {
    return new Options(named, meanings, scope, threads);
  }

  public Options scope(Scope wanted) {
    return new Options(fields, meanings, wanted, threads);
  }

  public Options threads(int number) {
    return new Options(fields, meanings, scope, number);
  }
}
