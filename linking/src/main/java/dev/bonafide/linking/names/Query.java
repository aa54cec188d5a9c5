package dev.bonafide.linking.names;

/**
 * What is asked for.
 *
 * @param name a name, or the address of a wallet
 * @param birth {@code yyyy}, {@code yyyymm} or {@code yyyymmdd}; empty when it is not known
 * @param country empty when it is not known
 */
public record Query(String name, Sort sort, String birth, String country) {
  /** A name and nothing else. */
  public static Query of(String name) {
    return new Query(name, Sort.UNKNOWN, "", "");
  }

  /** A name of some kind of thing. */
  public static Query of(String name, Sort sort) {
    return new Query(name, sort, "", "");
  }
}
