package dev.bonafide.server;

import dev.bonafide.engine.Analysis;
import dev.bonafide.engine.EvidenceLine;
import dev.bonafide.indicators.Catalogue;
import dev.bonafide.model.Explanation;
import dev.bonafide.report.Html;
import dev.bonafide.report.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an indicator says of itself, beside an evidence. */
final class Card {
  static final Map<String, dev.bonafide.model.Card> ALL = Catalogue.builtIn().cards();

  /** Those of the hiring room as well: they stand in workers' ledgers. */
  private static final Map<String, dev.bonafide.model.Card> NAMED =
      Analysis.cards(Catalogue.builtIn());

  private Card() {}

  static Html of(EvidenceLine line) {
    dev.bonafide.model.Card card = NAMED.get(line.indicator());
    List<Explanation> innocent =
        Stream.of(Explanation.values())
            .filter(e -> line.remaining().containsKey(e.slug()))
            .toList();
    return Html.of(
        """
        <h3>What else could cause it</h3>{}{}
        """,
        innocent.isEmpty()
            ? Html.of("<p class=\"small\">None of the named innocent explanations produces it.</p>")
            : Html.of(
                "<ul class=\"plain small\">{}</ul>",
                Html.each(
                    innocent,
                    e ->
                        Html.of(
                            "<li>{} <span class=\"dim\">leaves {} of {} dB</span></li>",
                            Words.capital(e.text()),
                            Words.score(line.remaining().getOrDefault(e.slug(), 0).longValue()),
                            Words.score(line.millinats())))),
        card == null
            ? Html.NOTHING
            : Html.of(
                "<h3>What would settle it</h3><p class=\"small\">{} <span class=\"dim\">{}"
                    + " min</span></p><h3>How it is seen</h3><p class=\"small\">{}</p>",
                card.nextCheck(),
                card.minutes(),
                card.sees()));
  }
}
