package dev.bonafide.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.assessment.Subject;
import dev.bonafide.engine.directory.Roll;
import dev.bonafide.engine.privacy.Key;
import dev.bonafide.engine.privacy.Pseudonyms;
import dev.bonafide.knowledge.Knowledge;
import dev.bonafide.logbook.Fold;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Claim.ContactKind;
import dev.bonafide.model.Event;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Hash;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Member;
import dev.bonafide.model.Member.Alias;
import dev.bonafide.model.Member.AliasKind;
import dev.bonafide.model.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JointTest {
  private static final int FIRST = (int) LocalDate.of(2026, 3, 2).toEpochDay();

  private final Fold fold = new Fold();
  private final Roll roll = new Roll();
  private int rows;

  @Test
  void threeWhoArePaidIntoOneAccountAreToldSoOnTheFirstDay() {
    for (String who : List.of("w1", "w2", "w3")) {
      worker(who, ContactKind.PAY_TOKEN, "pay 7781-02");
    }
    worker("w4", ContactKind.PAY_TOKEN, "pay 1200-55");

    Map<String, List<Evidence>> told = told();

    assertThat(told).hasSize(3);
    told.values()
        .forEach(
            of -> {
              Evidence first = of.getFirst();
              assertThat(first.indicator()).isEqualTo("tied-workers");
              assertThat(first.day()).isEqualTo(FIRST);
              assertThat(first.millinats()).isEqualTo(2900);
              assertThat(first.fact()).contains("2 other workers").doesNotContain("7781");
            });
  }

  @Test
  void aTelephoneOfTwoAloneIsNoEvidenceAndOnePaymentOfTwoLittle() {
    worker("w1", ContactKind.PHONE, "+1 212 555 0143");
    worker("w2", ContactKind.PHONE, "+1 (212) 555-0143");
    worker("w3", ContactKind.PAY_TOKEN, "pay 7781-02");
    worker("w4", ContactKind.PAY_TOKEN, "pay 7781-02");
    for (int i = 1; i <= 4; i++) {
      claim("w" + i, ContactKind.HOME_ADDRESS, i + "7 Alder Street, Northport");
    }
    for (int i = 0; i < 40; i++) {
      worker("other-" + i, ContactKind.PHONE, "+1 212 555 " + (1000 + i));
    }

    Map<String, List<Evidence>> told = told();

    assertThat(told).hasSize(2);
    told.values().forEach(of -> assertThat(of.getFirst().millinats()).isEqualTo(500));
  }

  @Test
  void ofOneHouseholdNothingIsTold() {
    for (String who : List.of("w1", "w2", "w3")) {
      worker(who, ContactKind.PAY_TOKEN, "pay 7781-02");
      claim(who, ContactKind.HOME_ADDRESS, "4 Alder Street, Northport");
    }

    assertThat(told()).isEmpty();
  }

  private Map<String, List<Evidence>> told() {
    Organisation organisation =
        Organisation.of(
            fold.seal(),
            fold.lexicon(),
            roll,
            new Pseudonyms(Key.of("a test has no secrets")),
            Knowledge.builtIn(),
            null,
            null);
    List<Subject> subjects = new ArrayList<>();
    organisation
        .people()
        .forEach(
            person ->
                subjects.add(new Subject(organisation.id(person), List.of(), person.claims())));
    return Joint.of(organisation, subjects, Map.of(), List.of());
  }

  private void worker(String who, ContactKind kind, String value) {
    roll.add(
        new Member(
            "hr:" + who,
            List.of(
                new Alias(AliasKind.WORKER_ID, who), new Alias(AliasKind.ACCOUNT, "okta:" + who)),
            false));
    claim(who, kind, value);
    IntStream.range(0, 10)
        .forEach(
            day -> {
              long at = (FIRST + day) * 86_400_000L + 36_000_000L;
              fold.add(
                  new Event(
                      Kind.SIGN_IN,
                      Event.Outcome.SUCCESS,
                      at,
                      Hash.combine(Hash.of(who), at),
                      Term.of("okta:" + who),
                      null,
                      null,
                      null,
                      null,
                      null,
                      null,
                      null,
                      null,
                      0));
            });
  }

  private void claim(String who, ContactKind kind, String value) {
    roll.add(new Claim.Contact(who, 1000 + rows++, Long.MIN_VALUE, Long.MAX_VALUE, kind, value));
  }
}
