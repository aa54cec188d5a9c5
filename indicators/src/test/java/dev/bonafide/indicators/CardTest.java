package dev.bonafide.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.bonafide.model.Card;
import dev.bonafide.model.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What people read of an indicator, and that no card asks who somebody is by birth. */
class CardTest {
  private static final Path ROOM = Path.of("src/main/java/dev/bonafide/indicators");
  private static final Path DOC = Path.of("../docs/catalogue.md");

  /** Forbidden inputs and their proxies (DESIGN section 5). */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\b(ethnic\\w*|nationalit\\w*|birth\\w*|religio\\w*|gender|male|female|accent|surname|"
              + "native|language|keyboard layout|locale|korea\\w*|dprk|chinese|asian|immigra\\w*|"
              + "citizen\\w*|holiday\\w*|race|racial|disab\\w*|pregnan\\w*)\\b");

  @TestFactory
  Stream<DynamicTest> everyCardIsWholeAndPlain() {
    return Catalogue.builtIn().all().stream()
        .map(indicator -> dynamicTest(indicator.card().slug(), () -> plain(indicator.card())));
  }

  private static void plain(Card card) {
    assertThat(card.slug()).matches("[a-z]+(-[a-z]+)+");
    assertThat(card.title()).hasSizeBetween(10, 60).doesNotEndWith(".");
    for (String sentence : List.of(card.sees(), card.why(), card.separates(), card.nextCheck())) {
      assertThat(sentence).endsWith(".").matches("[A-Z].*").doesNotContain("  ");
    }
    assertThat(card.why()).as("names a public source").containsPattern("\\b20\\d\\d\\b");
    assertThat(card.needs()).isNotEmpty();
    assertThat(card.remains()).isNotEmpty().doesNotContainKey(Explanation.ORDINARY);
    assertThat(card.minutes()).isBetween(1, 60);
    assertThat(card.decayDays()).isPositive();
    assertThat(card.daysBack()).isNotNegative();
    assertThat(card.attack())
        .isNotEmpty()
        .allSatisfy(id -> assertThat(id).matches("T\\d{4}(\\.\\d{3})?"));
    String all =
        String.join(" ", card.title(), card.sees(), card.why(), card.separates(), card.nextCheck());
    assertThat(FORBIDDEN.matcher(all.toLowerCase(Locale.ROOT)).results())
        .as("a card never asks who somebody is by birth")
        .isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> everyFolderHasAReadmeWithTheSameHeadings() {
    return Catalogue.builtIn().all().stream()
        .map(
            indicator ->
                dynamicTest(
                    indicator.card().slug(),
                    () -> {
                      String name = indicator.getClass().getPackageName();
                      Path readme =
                          ROOM.resolve(name.substring(name.lastIndexOf('.') + 1))
                              .resolve("README.md");
                      assertThat(readme).exists();
                      List<String> headings =
                          Files.readAllLines(readme).stream()
                              .filter(line -> line.startsWith("#"))
                              .toList();
                      assertThat(headings)
                          .containsExactly(
                              "# " + indicator.card().title(),
                              "## What it sees",
                              "## How it decides",
                              "## What it weighs",
                              "## Look-alikes that stay quiet",
                              "## What it cannot see");
                    }));
  }

  /** Regenerate it with {@code -Dbonafide.regenerate=true}. */
  @Test
  void theCatalogueInDocsIsMadeFromTheCards() throws IOException {
    String made = catalogue();
    if (Boolean.getBoolean("bonafide.regenerate")) {
      Files.writeString(DOC, made);
    }
    assertThat(Files.readString(DOC))
        .as("docs/catalogue.md is out of date: run this test with -Dbonafide.regenerate=true")
        .isEqualTo(made);
  }

  @Test
  void theHashNamesWhatTheCardsSay() {
    assertThat(Catalogue.builtIn().hash())
        .matches("[0-9a-f]{16}")
        .isEqualTo(Catalogue.builtIn().hash());
  }

  private static String catalogue() {
    StringBuilder doc =
        new StringBuilder(
            """
            # The catalogue

            What Bonafide looks for, made from the cards of the indicators: do not edit it here. None of it is proof of anything; each line of it
            is a question, with the cheapest check that would settle it.

            | indicator | cause | stage |
            |---|---|---|
            """);
    Map<String, Card> cards = Catalogue.builtIn().cards();
    cards.forEach(
        (slug, card) ->
            doc.append("| [")
                .append(card.title())
                .append("](#")
                .append(slug)
                .append(") | ")
                .append(card.cause().title())
                .append(" | ")
                .append(card.stage().name().toLowerCase(Locale.ROOT))
                .append(" |\n"));
    cards.forEach((slug, card) -> doc.append(page(card)));
    return doc.toString();
  }

  private static String page(Card card) {
    String innocent =
        new TreeMap<>(card.remains())
            .entrySet().stream()
                .map(e -> "- " + e.getKey().text() + " (" + e.getValue() / 10 + " %)")
                .collect(Collectors.joining("\n"));
    return """

        ## %s

        **%s**%s

        *What it sees.* %s

        *Why it matters.* %s

        *What separates it from its look-alike.* %s

        *Next check* (%d minutes). %s

        *Innocent explanations*, and what remains of the weight against each.

        %s

        *Reads* %s%s. *Half-life* %s. *ATT&CK* %s.
        """
        .formatted(
            card.slug(),
            card.title(),
            card.hard() ? " (a hard contradiction: may be urgent alone)" : "",
            card.sees(),
            card.why(),
            card.separates(),
            card.minutes(),
            card.nextCheck(),
            innocent,
            card.needs().stream()
                .map(kind -> kind.slug())
                .sorted()
                .collect(Collectors.joining(", ")),
            card.claims().isEmpty() ? "" : "; claims: " + String.join(", ", card.claims()),
            card.decayDays() == Integer.MAX_VALUE ? "none" : card.decayDays() + " days",
            String.join(", ", card.attack()));
  }
}
