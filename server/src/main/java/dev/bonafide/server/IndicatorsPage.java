package dev.bonafide.server;

import dev.bonafide.model.Explanation;
import dev.bonafide.report.Html;
import dev.bonafide.report.Words;
import dev.bonafide.store.Runs;
import dev.bonafide.store.Store;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The catalogue: what each indicator sees, and what it did in the latest run. */
@Controller
class IndicatorsPage {
  private final Store store;

  IndicatorsPage(Store store) {
    this.store = store;
  }

  @GetMapping(value = "/indicators", produces = Shell.HTML)
  @ResponseBody
  String indicators(HttpServletRequest request) {
    Runs.Run run = store.runs().latest();
    Map<String, Integer> fired = run == null ? Map.of() : store.people().fired(run.id());
    Map<String, Integer> silent = new HashMap<>();
    if (run != null) {
      store
          .runs()
          .quality(run.id())
          .abstentions()
          .forEach(a -> silent.merge(a.indicator(), a.people(), Integer::sum));
    }
    Map<String, Integer> explained = store.judgements().explainedByIndicator();
    List<dev.bonafide.model.Card> cards =
        Card.ALL.values().stream()
            .sorted(
                Comparator.comparing(dev.bonafide.model.Card::stage)
                    .thenComparing(dev.bonafide.model.Card::slug))
            .toList();
    return Shell.page(
        request,
        "Indicators",
        "/indicators",
        Html.of(
            """
            <div class="wrap"><h1>{} look at {} people</h1>
            <p class="sub">Each is one observable with its innocent explanations. \u201cSpoke\u201d and \u201ccould not\u201d are of the latest run; \u201cexplained\u201d counts what reviewers accepted as explained.</p>
            <div class="scroll" tabindex="0" role="group" aria-label="Indicators"><table class="cards"><thead><tr><th scope="col">Indicator</th><th scope="col">Stage</th><th scope="col">Cause</th><th scope="col" class="num">Spoke of</th><th scope="col" class="num">Could not</th><th scope="col" class="num">Explained</th></tr></thead><tbody>
            {}</tbody></table></div></div>
            """,
            Words.count(cards.size(), "indicator", "indicators"),
            run == null ? "no" : Words.count(run.people()),
            Html.each(
                cards,
                card ->
                    row(
                        card,
                        fired.getOrDefault(card.slug(), 0),
                        silent.getOrDefault(card.slug(), 0),
                        explained.getOrDefault(card.slug(), 0)))));
  }

  private static Html row(dev.bonafide.model.Card card, int fired, int silent, int explained) {
    return Html.of(
        """
        <tr id="{}"><th scope="row"><b>{}</b> <span class="mono dim">{}</span><br><span class="small mut">{}</span>{}</th><td>{}</td><td>{}</td><td class="num">{}</td><td class="num">{}</td><td class="num">{}</td></tr>
        """,
        card.slug(),
        card.title(),
        card.slug(),
        card.sees(),
        details(card),
        Words.capital(card.stage().name().toLowerCase(Locale.ROOT)),
        Words.capital(card.cause().title()),
        Words.count(fired),
        Words.count(silent),
        Words.count(explained));
  }

  private static Html details(dev.bonafide.model.Card card) {
    return Html.of(
        """
        <details><summary>Why, and what else it could be<span class="vh">: {}</span></summary><dl class="facts2"><dt>Why</dt><dd>{}</dd><dt>Needs</dt><dd>{}</dd><dt>Separates</dt><dd>{}</dd><dt>Innocent</dt><dd>{}</dd><dt>Next check</dt><dd>{} ({} min)</dd><dt>Half-life</dt><dd>{}</dd></dl></details>
        """,
        card.title(),
        card.why(),
        Words.list(
            card.needs().stream().map(k -> k.name().toLowerCase(Locale.ROOT)).sorted().toList()),
        card.separates(),
        Words.list(card.remains().keySet().stream().sorted().map(Explanation::text).toList()),
        card.nextCheck(),
        card.minutes(),
        card.decayDays() == Integer.MAX_VALUE
            ? "none"
            : Words.count(card.decayDays(), "day", "days"));
  }
}
