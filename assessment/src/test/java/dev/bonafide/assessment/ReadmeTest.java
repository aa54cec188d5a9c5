package dev.bonafide.assessment;

import static dev.bonafide.assessment.Cases.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Claim.ContextKind;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README says is what the code does. */
class ReadmeTest {

  @Test
  void itsTablesOfCapsAndPriorsAreThoseOfTheCode() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    Map<String, Integer> written = new LinkedHashMap<>();
    Matcher row = Pattern.compile("(?m)^\\| ([a-z-]+) \\| (\\d+) \\|").matcher(readme);
    while (row.find()) {
      written.put(row.group(1), Integer.parseInt(row.group(2)));
    }
    Map<String, Integer> believed = new LinkedHashMap<>();
    for (Cause cause : Cause.values()) {
      believed.put(cause.slug(), Figures.cap(cause));
    }
    for (Explanation explanation : Explanation.values()) {
      believed.put(explanation.slug(), Figures.perMille(explanation));
    }
    assertThat(written).containsExactlyInAnyOrderEntriesOf(believed);
    assertThat(Figures.perMille(Explanation.ORDINARY)).isPositive();
  }

  @Test
  void itsWorkedExampleIsRight() throws IOException {
    List<Card> cards = new ArrayList<>(Cases.CARDS);
    cards.removeIf(card -> card.slug().equals(Figures.MARATHON));
    cards.add(Cases.card(Figures.MARATHON, Cause.RHYTHM, 30, 15));
    Evidence awake =
        Cases.evidence(
            "a",
            Figures.MARATHON,
            Cause.RHYTHM,
            TODAY - 30,
            4200,
            Map.of(Explanation.ON_CALL, 2100));
    awake = Cases.lasting(awake, awake.toMilli() - 80 * 3_600_000L, awake.toMilli());
    Map<Explanation, Integer> vpn = Map.of(Explanation.PRIVACY_VPN, 150);
    List<Evidence> evidence =
        List.of(
            awake,
            Cases.evidence("b", Cause.NETWORK, 1500, vpn),
            Cases.evidence("c", Cause.NETWORK, 600, Map.of(Explanation.PRIVACY_VPN, 60)));
    Subject subject =
        Cases.subject(evidence, Cases.context(ContextKind.ON_CALL, TODAY - 35, TODAY - 28));
    Run run = Run.of(TODAY - 40, TODAY, 5);
    Assessment a = new Assessor(cards).assess(subject, run, TODAY);

    String readme = Files.readString(Path.of("README.md"));
    List<Long> written = new ArrayList<>();
    Matcher row =
        Pattern.compile(
                "(?m)^\\| (?:prior|evidence.*|decay.*|discount.*|innocent) \\| ([+-]\\d+) \\|")
            .matcher(readme);
    while (row.find()) {
      written.add(Long.valueOf(row.group(1)));
    }
    assertThat(a.ledger()).extracting(Line::millinats).containsExactlyElementsOf(written);
    assertThat(readme)
        .contains("| **score** | **" + a.millinats() + "** | " + a.decibans() + " decibans");
    assertThat(a.bestInnocent()).isEqualTo(Explanation.ON_CALL);
    assertThat(a.ledger().getLast().fact()).contains("documents");
  }
}
