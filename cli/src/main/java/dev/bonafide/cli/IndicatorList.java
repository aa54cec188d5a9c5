package dev.bonafide.cli;

import dev.bonafide.indicators.Catalogue;
import dev.bonafide.model.Card;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code indicators}: what is looked for. */
@Command(
    name = "indicators",
    mixinStandardHelpOptions = true,
    description = "Lists what is looked for; describe ID tells all about one.")
final class IndicatorList implements Runnable {
  private final Screen screen;

  IndicatorList(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void run() {
    Map<String, Card> cards = Catalogue.builtIn().cards();
    if (!screen.terminalOut()) {
      screen.print("indicator\tcause\tstage\thard\ttitle");
      cards.forEach(
          (slug, card) ->
              screen.print(
                  String.join(
                      "\t",
                      slug,
                      card.cause().slug(),
                      card.stage().name().toLowerCase(Locale.ROOT),
                      String.valueOf(card.hard()),
                      card.title())));
      return;
    }
    cards.forEach(
        (slug, card) -> {
          screen.print(
              screen.bold(slug) + (card.hard() ? "   hard: alone enough to be urgent" : ""));
          screen.print(
              Text.wrapped(
                  card.title() + ". Cause: " + card.cause().title() + ".", 4, screen.width()));
        });
    screen.print("");
    screen.print("all about one: " + screen.cyan("bonafide indicators describe ID"));
  }

  @Command(
      name = "describe",
      mixinStandardHelpOptions = true,
      description = "Tells all that an indicator says of itself.")
  void describe(@Parameters(paramLabel = "ID", description = "its name in the list") String id) {
    Card card = Catalogue.builtIn().cards().get(id.strip().toLowerCase(Locale.ROOT));
    if (card == null) {
      throw new Usage("no indicator is called " + id + "; `bonafide indicators` lists them");
    }
    int width = screen.terminalOut() ? screen.width() : 100;
    screen.print(screen.bold(card.slug()) + "   " + card.title());
    tell("sees", card.sees(), width);
    tell("why", card.why(), width);
    tell(
        "cause",
        card.cause().title() + (card.hard() ? "; hard: alone enough to be urgent" : ""),
        width);
    tell("stage", card.stage().name().toLowerCase(Locale.ROOT), width);
    tell(
        "needs",
        "at least one of: "
            + card.needs().stream().sorted().map(Kind::slug).collect(Collectors.joining(", ")),
        width);
    if (!card.claims().isEmpty()) {
      tell("claims", String.join("; ", card.claims()), width);
    }
    tell(
        "window",
        card.daysBack()
            + " days back, "
            + card.hoursAhead()
            + " hours ahead; "
            + (card.decayDays() == Integer.MAX_VALUE
                ? "never fades"
                : "half of its weight is gone after " + card.decayDays() + " days"),
        width);
    Map<Explanation, Integer> remains = new TreeMap<>(card.remains());
    for (Map.Entry<Explanation, Integer> entry : remains.entrySet()) {
      tell(
          "also fits",
          entry.getKey().text()
              + ": "
              + entry.getValue() / 10
              + " % of the weight remains against it",
          width);
    }
    tell("quiet when", card.separates(), width);
    tell("next check", card.nextCheck() + " (" + card.minutes() + " min)", width);
    if (!card.attack().isEmpty()) {
      tell("ATT&CK", String.join(", ", card.attack()), width);
    }
  }

  private void tell(String what, String text, int width) {
    String wrapped = Text.wrapped(text, 14, width);
    screen.print("  " + Text.cell(what, 12) + wrapped.substring(14));
  }
}
