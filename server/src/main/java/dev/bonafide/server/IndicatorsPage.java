package dev.bonafide.server;

import dev.bonafide.model.Explanation;
import dev.bonafide.report.Html;
import dev.bonafide.report.Words;
import dev.bonafide.store.Judgements.Outcome;
import dev.bonafide.store.Runs;
import dev.bonafide.store.Store;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    Map<String, Outcome> outcomes = run == null ? Map.of() : store.judgements().outcomes(run.id());
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
            <p class="sub">Each is one observable with its innocent explanations. \u201cSpoke\u201d and \u201ccould not\u201d are of the latest run; \u201cexplained\u201d counts what reviewers accepted as explained, \u201creviewed here\u201d the people whose review ended.</p>
            <p class="sub">{}</p>
            <div class="scroll" tabindex="0" role="group" aria-label="Indicators"><table class="cards"><thead><tr><th scope="col">Indicator</th><th scope="col">Stage</th><th scope="col">Cause</th><th scope="col" class="num">Spoke of</th><th scope="col" class="num">Could not</th><th scope="col" class="num">Explained</th><th scope="col" class="num">Reviewed here</th><th scope="col" class="num">Precision measured</th></tr></thead><tbody>
            {}</tbody></table></div></div>
            """,
            Words.count(cards.size(), "indicator", "indicators"),
            run == null ? "no" : Words.count(run.people()),
            measured(),
            Html.each(
                cards,
                card ->
                    row(
                        card,
                        fired.getOrDefault(card.slug(), 0),
                        silent.getOrDefault(card.slug(), 0),
                        explained.getOrDefault(card.slug(), 0),
                        outcomes.get(card.slug())))));
  }

  private static String measured() {
    Measured measured = Measured.PACKED;
    return measured.on().isEmpty()
        ? "How precise each is has not been measured."
        : "Precision was measured on "
            + measured.on()
            + ", never on real workers: the share of impostors among those of whom an indicator speaks, if"
            + " one in "
            + Words.count(Measured.ONE_IN)
            + " were one, from the least to the most that chance allows (95 %). Alone none of them"
            + " suffices; that is why they are weighed together.";
  }

  private static Html precision(String indicator) {
    Measured.Spoke spoke = Measured.PACKED.indicators().get(indicator);
    Measured.Interval precision = Measured.PACKED.precision(indicator);
    return spoke == null || precision == null
        ? Html.of("<span class=\"dim\">not measured</span>")
        : Html.of(
            "<span class=\"nw\">{} to {}</span><br><span class=\"small mut\">spoke of {} planted, {} honest</span>",
            String.format(Locale.ROOT, "%.3f", precision.low()),
            String.format(Locale.ROOT, "%.3f", precision.high()),
            spoke.planted(),
            spoke.honest());
  }

  private static Html reviewed(@Nullable Outcome outcome) {
    return outcome == null
        ? Html.of("<span class=\"dim\">nobody</span>")
        : Html.of(
            "{}<br><span class=\"small mut\">{} escalated, {} explained</span>",
            Words.count(outcome.escalated() + outcome.explained()),
            Words.count(outcome.escalated()),
            Words.count(outcome.explained()));
  }

  private static Html row(
      dev.bonafide.model.Card card,
      int fired,
      int silent,
      int explained,
      @Nullable Outcome outcome) {
    return Html.of(
        """
        <tr id="{}"><th scope="row"><b>{}</b> <span class="mono dim">{}</span><br><span class="small mut">{}</span>{}</th><td>{}</td><td>{}</td><td class="num">{}</td><td class="num">{}</td><td class="num">{}</td><td class="num">{}</td><td class="num">{}</td></tr>
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
        Words.count(explained),
        reviewed(outcome),
        precision(card.slug()));
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
