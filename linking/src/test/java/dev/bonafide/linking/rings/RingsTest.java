package dev.bonafide.linking.rings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.linking.records.Judgement;
import dev.bonafide.linking.records.RecordId;
import dev.bonafide.testkit.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RingsTest {
  private static final List<Sort> SORTS = List.of(Sort.values());

  private static Persona persona(String id, String home, String... things) {
    Set<Hold> holds = new HashSet<>();
    for (String thing : things) {
      String[] parts = thing.split(":");
      holds.add(new Hold(Sort.valueOf(parts[0]), parts[1]));
    }
    return Persona.of(id, home, holds);
  }

  private static Rings rings(Persona... personas) {
    return Rings.of(List.of(personas), Rings.Rhythm.UNKNOWN, List.of());
  }

  private static Judgement judgement(String a, String b, Judgement.Verdict verdict, long at) {
    return new Judgement(new RecordId("", a), new RecordId("", b), verdict, at, "reviewer");
  }

  @Test
  void oneStrongThingOrTwoWeakOnesTie() {
    Rings rings =
        rings(
            persona("a", "1 north", "BANK:x", "EGRESS:192.0.2.1"),
            persona("b", "2 north", "BANK:x"),
            persona("c", "3 north", "EGRESS:192.0.2.1"),
            persona("d", "4 north", "EGRESS:192.0.2.2", "SHIP_TO:9 west"),
            persona("e", "5 north", "EGRESS:192.0.2.2", "SHIP_TO:9 west"));
    assertThat(rings.cluster(Sort.Level.RING, "b")).isEqualTo("a");
    assertThat(rings.cluster(Sort.Level.RING, "c")).as("one address is no tie").isEqualTo("c");
    assertThat(rings.cluster(Sort.Level.RING, "e")).isEqualTo("d");
    assertThat(rings.cluster(Sort.Level.OPERATOR, "e")).as("two bodies, one house").isEqualTo("e");
  }

  @Test
  void oneBodyIsFoundInsideItsRing() {
    Rings rings =
        rings(
            persona("a", "", "BANK:x", "TEXT:led the move of a ledger", "TEXT:made two of it"),
            persona("b", "", "BANK:x", "TEXT:led the move of a ledger", "TEXT:made two of it"),
            persona("c", "", "BANK:x"),
            persona("d", "", "TEXT:led the move of a ledger"));
    assertThat(rings.cluster(Sort.Level.OPERATOR, "b")).isEqualTo("a");
    assertThat(rings.cluster(Sort.Level.OPERATOR, "c")).isEqualTo("c");
    assertThat(rings.cluster(Sort.Level.RING, "c")).isEqualTo("a");
    assertThat(rings.cluster(Sort.Level.RING, "d")).as("text alone never ties").isEqualTo("d");
  }

  @Test
  void coupleFlatShareCoWorkingCampusOfficeHotelAndCarrierStayApart() {
    assertThat(
            rings(
                    persona(
                        "a",
                        "7 home",
                        "BANK:joint",
                        "EGRESS:192.0.2.1",
                        "PHONE:1",
                        "SHIP_TO:7 home"),
                    persona(
                        "b",
                        "7 home",
                        "BANK:joint",
                        "EGRESS:192.0.2.1",
                        "PHONE:1",
                        "SHIP_TO:7 home"))
                .clusters(Sort.Level.RING))
        .as("a couple")
        .isEmpty();
    assertThat(
            rings(
                    new Persona("a", "", Set.of("b"), Set.of(new Hold(Sort.BANK, "joint"))),
                    persona("b", "", "BANK:joint"))
                .clusters(Sort.Level.RING))
        .as("a declared relation")
        .isEmpty();
    assertThat(crowd(4, 1, "EGRESS:192.0.2.1").clusters(Sort.Level.RING))
        .as("a flat-share")
        .isEmpty();
    assertThat(crowd(9, 0, "EGRESS:198.51.100.9").clusters(Sort.Level.RING))
        .as("a co-working space: one line, homes elsewhere")
        .isEmpty();
    assertThat(crowd(60, 0, "EGRESS:198.51.100.9", "SHIP_TO:1 campus").clusters(Sort.Level.RING))
        .as("a campus, an office: a crowd has line and address")
        .isEmpty();
    assertThat(crowd(3, 0, "EGRESS:203.0.113.5").clusters(Sort.Level.RING))
        .as("a hotel, a carrier's address: few, and nothing else in common")
        .isEmpty();
    assertThat(crowd(30, 0, "VOUCH:agency", "PHONE:agency").clusters(Sort.Level.RING))
        .as("an agency's telephone and referee")
        .isEmpty();
  }

  @Test
  void twoOfWhomNoHomeIsKnownMayBeOneHouseholdAndThreeMayNot() {
    assertThat(
            rings(persona("a", "", "BANK:x"), persona("b", "9 north", "BANK:x"))
                .clusters(Sort.Level.RING))
        .isEmpty();
    assertThat(
            rings(
                    persona("a", "", "BANK:x"),
                    persona("b", "", "BANK:x"),
                    persona("c", "", "BANK:x"))
                .clusters(Sort.Level.RING))
        .hasSize(1);
  }

  @Test
  void whatStandsOnOneDeskTiesNobody() {
    String[] desk = {"DEVICE:d", "PERIPHERAL:p", "FACTOR:f", "LINE:l", "EGRESS:e", "BASE:b"};
    Rings rings = rings(persona("early", "1 north", desk), persona("late", "2 north", desk));
    assertThat(rings.clusters(Sort.Level.RING)).isEmpty();
    assertThat(rings.clusters(Sort.Level.OPERATOR)).isEmpty();
    assertThat(rings.tie("early", "late").ring()).isGreaterThan(Tie.TIED);
  }

  @Test
  void aTelephoneOfTwoInARingMakesThemOneBodyOnlyWhereAThirdHoldsBoth() {
    Rings apart =
        rings(
            persona("a", "1", "BANK:x"),
            persona("b", "2", "BANK:x"),
            persona("c", "3", "BANK:x", "PHONE:p"),
            persona("d", "4", "PHONE:p"));
    assertThat(apart.cluster(Sort.Level.RING, "d")).isEqualTo("a");
    assertThat(apart.clusters(Sort.Level.OPERATOR)).isEmpty();
    Rings inside =
        rings(
            persona("a", "1", "BANK:x"),
            persona("c", "3", "BANK:x", "TEXT:t"),
            persona("d", "4", "BANK:x", "TEXT:t"));
    assertThat(inside.cluster(Sort.Level.OPERATOR, "d")).isEqualTo("c");
  }

  /** People with the same things; each has a home of their own, or all have one. */
  private static Rings crowd(int size, int homes, String... things) {
    List<Persona> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      all.add(persona("p" + i, homes == 1 ? "one home" : "home " + i, things));
    }
    return Rings.of(all, Rings.Rhythm.UNKNOWN, List.of());
  }

  @Test
  void theLinesOfATieSumToItsScoreAndTheCrowdIsNamed() {
    List<Persona> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(persona("p" + i, "", "EGRESS:203.0.113.5"));
    }
    all.add(persona("x", "1", "EGRESS:203.0.113.5", "MAIL:m", "PHOTO:00ff00ff00ff00ff"));
    all.add(persona("y", "2", "EGRESS:203.0.113.5", "MAIL:m", "PHOTO:00ff00ff00ff00f0"));
    Tie tie = Rings.of(all, Rings.Rhythm.UNKNOWN, List.of()).tie("y", "x");
    assertThat(tie.lines().stream().mapToInt(Tie.Line::millibits).sum()).isEqualTo(tie.ring());
    assertThat(tie.key()).isEqualTo("+MAIL +PHOTO");
    assertThat(tie.lines())
        .anyMatch(l -> l.text().equals("used by 42 personas, so it counts 0"))
        .anyMatch(l -> l.text().startsWith("nearly the same picture (4 of 64"));
    assertThat(tie.counterfactual(Sort.Level.RING)).isEmpty();
    Tie one = rings(persona("a", "1", "BANK:x"), persona("b", "2", "BANK:x")).tie("a", "b");
    assertThat(one.counterfactual(Sort.Level.RING))
        .isEqualTo("without bank the score is 0.0 bits, below 7.0");
  }

  @Test
  void whoElseIsOneQuestion() {
    Rings rings =
        rings(
            persona("a", "1 north", "BANK:x", "VOUCH:v"),
            persona("b", "2 north", "BANK:x"),
            persona("c", "", "VOUCH:v"),
            persona("d", ""));
    assertThat(rings.around("a")).extracting(Tie::right).containsExactly("b", "c");
    assertThat(rings.clusters(Sort.Level.RING))
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.members()).containsExactly("a", "b");
              assertThat(c.because()).hasSize(1);
            });
  }

  @Test
  void judgementsOutrankArithmeticAndComeBack() {
    Rings rings =
        rings(
            persona("a", "1 north", "BANK:x"), persona("b", "2 north", "BANK:x"), persona("c", ""));
    Judgement different = judgement("a", "b", Judgement.Verdict.DIFFERENT, 1);
    rings.judge(different);
    assertThat(rings.cluster(Sort.Level.RING, "b")).isEqualTo("b");
    rings.judge(judgement("b", "c", Judgement.Verdict.SAME, 2));
    assertThat(rings.cluster(Sort.Level.OPERATOR, "c")).isEqualTo("b");
    rings.withdraw(different);
    assertThat(rings.cluster(Sort.Level.RING, "c")).isEqualTo("a");
    rings.judge(judgement("a", "b", Judgement.Verdict.UNSURE, 3));
    assertThat(rings.cluster(Sort.Level.RING, "b")).isEqualTo("b");
  }

  // The property that everything stands on: what is together depends on what is there.
  @Test
  void addingRetractingAndJudgingInAnyOrderGivesThePartitionOfABatch() {
    Property.forAll(60, RingsTest::anyOrder);
  }

  private static void anyOrder(SplittableRandom random) {
    int things = 3 + random.nextInt(30);
    Rings rings = new Rings(Rings.Rhythm.UNKNOWN);
    Map<String, Persona> present = new TreeMap<>();
    List<Judgement> judgements = new ArrayList<>();
    for (int step = 0; step < 120; step++) {
      String id = "p" + random.nextInt(50);
      switch (random.nextInt(7)) {
        case 0 -> {
          present.remove(id);
          rings.retract(id);
        }
        case 1 -> {
          String other = "p" + random.nextInt(50);
          if (!other.equals(id)) {
            Judgement.Verdict[] verdicts = Judgement.Verdict.values();
            Judgement said = judgement(id, other, verdicts[random.nextInt(3)], step);
            judgements.add(said);
            rings.judge(said);
          }
        }
        case 2 -> {
          if (!judgements.isEmpty()) {
            rings.withdraw(judgements.remove(random.nextInt(judgements.size())));
          }
        }
        default -> {
          Set<Hold> holds = new HashSet<>();
          for (int n = random.nextInt(5); n > 0; n--) {
            Sort sort = SORTS.get(random.nextInt(SORTS.size()));
            // Few things, so that some become a crowd's and stop to be.
            int value = random.nextInt(3) == 0 ? 0 : random.nextInt(things);
            holds.add(
                new Hold(sort, sort == Sort.PHOTO ? Integer.toHexString(value * 77) : "v" + value));
          }
          Persona persona = Persona.of(id, random.nextInt(4) == 0 ? "home" : "", holds);
          present.put(id, persona);
          rings.put(persona);
        }
      }
    }
    List<Persona> shuffled = Property.shuffled(List.copyOf(present.values()), random);
    Rings batch = Rings.of(shuffled, Rings.Rhythm.UNKNOWN, Property.shuffled(judgements, random));
    for (Sort.Level level : Sort.Level.values()) {
      assertThat(partition(rings, level)).isEqualTo(partition(batch, level));
    }
    for (String id : present.keySet()) {
      assertThat(rings.around(id)).isEqualTo(batch.around(id));
    }
  }

  private static Map<String, String> partition(Rings rings, Sort.Level level) {
    Map<String, String> partition = new HashMap<>();
    rings.personas().forEach(id -> partition.put(id, String.valueOf(rings.cluster(level, id))));
    return partition;
  }
}
