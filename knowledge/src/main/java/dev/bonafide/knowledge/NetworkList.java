package dev.bonafide.knowledge;

/**
 * One hand-typed list of networks of one class. Registered with
 * {@code @AutoService(NetworkList.class)}, one folder each: the class, {@code list.tsv} beside it,
 * README and cases.
 *
 * <p>The table: lines that begin with {@code #} give {@code title}, {@code source} and {@code as
 * of}; every other line is {@code name <tab> words <tab> AS numbers}. Words are alternatives
 * separated by {@code |}; each is compared with whole neighbouring words of an organisation, in any
 * case, with or without spaces and punctuation; {@code *vpn} is the end of a word. A name that
 * begins with {@code ~} stands for a generic word and names no operator.
 */
public interface NetworkList {
  /** Permanent id. */
  String slug();

  /** The class of every network in the list. */
  EgressClass egressClass();

  /**
   * The place in the order of asking. The first list that knows a network decides, so the named and
   * harmless stand before the generic and suspicious.
   */
  int order();
}
