package dev.bonafide.knowledge.stockphrases;

import dev.bonafide.knowledge.Table;
import java.util.List;

/** Sentences that stand in everybody's résumé: sharing them links nobody. */
public final class StockPhrases {
  private static final class BuiltIn {
    static final List<String> LIST =
        Table.read(StockPhrases.class, "list.tsv", 1).rows().stream().map(List::getFirst).toList();
  }

  private StockPhrases() {}

  /** The list of this program. */
  public static List<String> builtIn() {
    return BuiltIn.LIST;
  }
}
