package dev.bonafide.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.linking.records.Judgement;
import dev.bonafide.linking.records.RecordId;
import dev.bonafide.linking.rings.Traces;
import dev.bonafide.logbook.Bits;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Claim.ContactKind;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LinkingTest {
  private static Evidence evidence(
      String person, String object, int millinats, long day, Cause cause) {
    return new Evidence(
        Evidence.idOf("some-indicator", person, object, 10),
        "some-indicator",
        person,
        object,
        day,
        0,
        0,
        1,
        millinats,
        100,
        cause,
        Direction.SUBJECT,
        false,
        "shares",
        List.of(new Citation.OfRow(1)),
        Map.of());
  }

  private static Evidence shares(String person, String object, int millinats) {
    return evidence(person, object, millinats, 12, Cause.CO_LOCATION);
  }

  private static Claim contact(ContactKind kind, String value) {
    return new Claim.Contact("w", 1, 0, 99, kind, value);
  }

  private static Linking.Member member(String id, List<Evidence> evidence, Claim... claims) {
    return new Linking.Member(
        id,
        "label " + id,
        true,
        evidence,
        Linking.Papers.of(List.of(claims)),
        Set.of(),
        Traces.NONE);
  }

  /** Everybody who shares things as the evidence says, with hands at work at these hours. */
  private static Links links(
      List<Linking.Member> members, Map<String, SortedMap<Integer, long[]>> hands) {
    Linking linking =
        new Linking(
            members, (id, w) -> hands.getOrDefault(id, new TreeMap<>()), List.of(), thing -> thing);
    return Links.of(
        new Links.Run("", "", "2026-11-11T00:00:00Z", 0),
        linking.persons(),
        linking.rhythm(),
        List.of());
  }

  private static Links links(Linking.Member... members) {
    return links(List.of(members), Map.of());
  }

  private static List<String> kinds(Links links) {
    return links.clusters().stream().map(Links.Cluster::kind).toList();
  }

  /** Acts in the bins of each hour, on twenty days, from one hour to another. */
  private static SortedMap<Integer, long[]> at(int fromHour, int toHour, int... bins) {
    SortedMap<Integer, long[]> hands = new TreeMap<>();
    for (int day = 0; day < 20; day++) {
      long[] bits = Bits.empty();
      for (int hour = fromHour; hour < toHour; hour++) {
        for (int bin : bins) {
          int at = hour * 12 + bin;
          bits[at >>> 6] |= 1L << (at & 63);
        }
      }
      hands.put(day, bits);
    }
    return hands;
  }

  private static final int[] FIRST_HALF = {0, 1, 2, 3, 4, 5};
  private static final int[] SECOND_HALF = {6, 7, 8, 9, 10, 11};
  private static final int[] MIXED = {0, 2, 4, 5, 8, 9, 11};

  private static List<Linking.Member> sharing(int people, String object, int millinats) {
    List<Linking.Member> members = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      String id = "p" + i;
      members.add(
          member(
              id,
              List.of(shares(id, object, millinats)),
              contact(ContactKind.HOME_ADDRESS, i + " Long Road")));
    }
    return members;
  }

  // --- who is found -----------------------------------------------------------------------------

  @Test
  void oneBodyWithTwoComputersAndOneFactorIsAnOperator() {
    Links links =
        links(
            sharing(2, "factor:1", 3000),
            Map.of("p0", at(8, 16, FIRST_HALF), "p1", at(8, 16, SECOND_HALF)));
    assertThat(links.clusters())
        .singleElement()
        .satisfies(
            cluster -> {
              assertThat(cluster.kind()).isEqualTo("operator");
              assertThat(cluster.members()).containsExactly("p0", "p1");
              assertThat(cluster.because())
                  .singleElement()
                  .satisfies(edge -> assertThat(edge.key()).isEqualTo("+FACTOR +HOURS"));
            });
    assertThat(links.forFindings())
        .singleElement()
        .satisfies(cluster -> assertThat(cluster.millinats()).isPositive());
  }

  @Test
  void threeComputersOnOneLineFarFromTheirClaimsAreAFarm() {
    assertThat(kinds(links(sharing(3, "egress:1", 3000), Map.of()))).containsExactly("farm");
    assertThat(kinds(links(sharing(2, "egress:1", 3000), Map.of())))
        .as("two on one line happen by chance")
        .isEmpty();
  }

  @Test
  void threeOnOneLineWhoAreDrivenFromOutsideAreAFarmAndAnOfficeOfThreeIsNot() {
    List<Linking.Member> office = sharing(3, "egress:1", 2000);
    assertThat(kinds(links(office, Map.of()))).isEmpty();
    List<Linking.Member> driven =
        office.stream()
            .map(
                m ->
                    new Linking.Member(
                        m.id(),
                        m.label(),
                        m.hr(),
                        List.of(
                            m.evidence().getFirst(),
                            evidence(m.id(), "", 2500, 12, Cause.REMOTE_CONTROL)),
                        m.papers(),
                        m.relatives(),
                        m.traces()))
            .toList();
    assertThat(kinds(links(driven, Map.of()))).containsExactly("farm");
  }

  private static Linking.Member standing(
      String id, Traces.Place place, List<Evidence> evidence, Claim... claims) {
    List<Traces.Stay> stays = new ArrayList<>();
    for (int day = 0; day < 14; day++) {
      stays.add(new Traces.Stay(day, 1, 80, place, 7, /* provider= */ true));
    }
    return new Linking.Member(
        id,
        "label " + id,
        true,
        evidence,
        Linking.Papers.of(List.of(claims)),
        Set.of(),
        new Traces(stays, new TreeMap<>(), List.of()));
  }

  @Test
  void computersWhoseOnlyBaseIsOneDistantLineAreAFarmWhateverIndicatorsSay() {
    List<Linking.Member> shelf = new ArrayList<>();
    for (String id : List.of("a", "b", "c")) {
      shelf.add(
          standing(
              id, Traces.Place.FAR, List.of(), contact(ContactKind.HOME_ADDRESS, id + " Road 1")));
    }
    assertThat(kinds(links(shelf, Map.of()))).containsExactly("farm");
    List<Linking.Member> family = new ArrayList<>();
    for (String id : List.of("a", "b", "c")) {
      family.add(
          standing(
              id, Traces.Place.FAR, List.of(), contact(ContactKind.HOME_ADDRESS, "1 North Road")));
    }
    assertThat(kinds(links(family, Map.of()))).as("one claimed home").isEmpty();
  }

  @Test
  void twoOnOneLineNeedASecondReason() {
    Claim sent = contact(ContactKind.SHIP_TO, "12 Some Lane");
    Evidence driven = evidence("x", "", 2500, 12, Cause.REMOTE_CONTROL);
    for (boolean reason : new boolean[] {false, true}) {
      Linking.Member near =
          standing(
              "a",
              Traces.Place.NEAR,
              reason ? List.of(driven) : List.of(),
              contact(ContactKind.HOME_ADDRESS, "1 Own Road"));
      Linking.Member far =
          standing(
              "b",
              Traces.Place.FAR,
              reason ? List.of(driven) : List.of(),
              contact(ContactKind.HOME_ADDRESS, "2 Other Road"));
      assertThat(kinds(links(List.of(near, far), Map.of()))).hasSize(reason ? 1 : 0);
    }
    assertThat(
            kinds(
                links(
                    List.of(
                        standing(
                            "a",
                            Traces.Place.NEAR,
                            List.of(),
                            contact(ContactKind.HOME_ADDRESS, "1 Own Road"),
                            sent),
                        standing(
                            "b",
                            Traces.Place.FAR,
                            List.of(),
                            contact(ContactKind.HOME_ADDRESS, "2 Other Road"),
                            sent)),
                    Map.of())))
        .as("both computers were sent to a third address")
        .containsExactly("ring");
  }

  @Test
  void aMonitorOfTwoWhoAreDrivenFromOutsideIsMoreThanADesk() {
    for (int millinats : new int[] {500, 2500}) {
      List<Linking.Member> two = new ArrayList<>();
      for (String id : List.of("a", "b")) {
        two.add(
            member(
                id,
                List.of(
                    shares(id, "peripheral:1", 1500),
                    evidence(id, "", millinats, 12, Cause.REMOTE_CONTROL)),
                contact(ContactKind.HOME_ADDRESS, id + " Road 1")));
      }
      assertThat(links(two, Map.of()).clusters())
          .as("who helps others once in a while is not driven")
          .hasSize(millinats > 1000 ? 1 : 0);
    }
  }

  @Test
  void onePaymentOfStrangersIsARingAndTheEmployersTelephoneIsNot() {
    List<Linking.Member> people = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      people.add(
          member(
              "p" + i,
              List.of(),
              contact(ContactKind.PHONE, "+44 20 7946 0000"),
              contact(ContactKind.PAY_TOKEN, i < 3 ? "token-77" : "token-of-" + i)));
    }
    assertThat(links(people, Map.of()).clusters())
        .singleElement()
        .satisfies(
            cluster -> {
              assertThat(cluster.kind()).isEqualTo("ring");
              assertThat(cluster.members()).containsExactly("p0", "p1", "p2");
            });
  }

  // --- who must not be, one by one --------------------------------------------------------------

  @Test
  void aCoupleThatDeclaresItselfSharesWhatItLikes() {
    List<Claim> claims =
        List.of(
            contact(ContactKind.HOME_ADDRESS, "7 North Road"),
            contact(ContactKind.PAY_TOKEN, "joint-account"),
            contact(ContactKind.PHONE, "+44 20 7946 0001"));
    List<Linking.Member> couple = new ArrayList<>();
    for (String id : List.of("a", "b")) {
      couple.add(
          member(
              id,
              List.of(
                  shares(id, "device:1", 1500),
                  shares(id, "factor:1", 3000),
                  shares(id, "egress:1", 700)),
              claims.toArray(new Claim[0])));
    }
    Links links = links(couple, Map.of());
    assertThat(links.clusters()).isEmpty();
    assertThat(links.pairs()).singleElement().satisfies(p -> assertThat(p.ring()).isZero());
  }

  @Test
  void aCoupleOfWhomNothingIsDeclaredIsNeverOneBody() {
    List<Linking.Member> couple = new ArrayList<>();
    for (String id : List.of("a", "b")) {
      couple.add(
          member(
              id,
              List.of(shares(id, "device:1", 1500), shares(id, "egress:1", 700)),
              contact(ContactKind.PAY_TOKEN, "joint-account")));
    }
    Links together = links(couple, Map.of("a", at(8, 16, MIXED), "b", at(8, 16, MIXED)));
    assertThat(kinds(together)).as("hands at work at once").doesNotContain("operator");
    assertThat(together.pairs().getFirst().operator()).isNegative();
    assertThat(kinds(links(couple, Map.of()))).as("hours not known").doesNotContain("operator");
  }

  @Test
  void aWorkstationThatTwoShiftsShareIsNobodysSecondPersona() {
    List<Linking.Member> shifts = new ArrayList<>();
    for (String id : List.of("early", "late")) {
      shifts.add(
          member(
              id,
              List.of(
                  shares(id, "device:1", 1500),
                  shares(id, "peripheral:1", 3000),
                  shares(id, "factor:1", 3000),
                  shares(id, "egress:1", 500))));
    }
    Links links = links(shifts, Map.of("early", at(6, 14, MIXED), "late", at(14, 22, MIXED)));
    assertThat(links.clusters()).isEmpty();
    assertThat(links.pairs().getFirst().lines())
        .anySatisfy(line -> assertThat(line.text()).contains("their hours say nothing"));
    assertThat(links(shifts, Map.of()).clusters()).isEmpty();
  }

  @Test
  void aFlatShareAndACoWorkingSpaceOfFewAreNothing() {
    assertThat(links(sharing(3, "egress:1", 500), Map.of()).clusters())
        .as("a flat-share: a base where each claims to be")
        .isEmpty();
    assertThat(links(sharing(2, "egress:1", 700), Map.of()).clusters()).isEmpty();
    assertThat(links(sharing(4, "egress:1", 1000), Map.of()).clusters())
        .as("a co-working space of four on a firm's network")
        .isEmpty();
  }

  @Test
  void whatIndicatorsTookBackTiesNobody() {
    List<Linking.Member> people = new ArrayList<>();
    for (String id : List.of("a", "b", "c")) {
      // Offices, campuses, hotels and carriers: first a line of several, then a crowd's.
      people.add(
          member(
              id,
              List.of(
                  evidence(id, "egress:1", 3000, 12, Cause.CO_LOCATION),
                  evidence(id, "egress:1", 0, 20, Cause.CO_LOCATION))));
    }
    assertThat(links(people, Map.of()).clusters()).isEmpty();
  }

  /** Links with a farm, hours and a judgement in them. */
  static Links everything() {
    return links(
            sharing(4, "egress:1", 3000),
            Map.of("p0", at(8, 16, FIRST_HALF), "p1", at(8, 16, SECOND_HALF)))
        .judged(List.of(different("p0", "p3")));
  }

  private static Judgement different(String a, String b) {
    return new Judgement(
        new RecordId("", a), new RecordId("", b), Judgement.Verdict.DIFFERENT, 1, "reviewer");
  }

  // --- explanations -----------------------------------------------------------------------------

  @Test
  void theLinesOfEveryPairSumToItsScores() {
    Links links =
        links(
            sharing(5, "egress:1", 3000),
            Map.of("p0", at(8, 16, FIRST_HALF), "p1", at(8, 16, SECOND_HALF)));
    assertThat(links.pairs()).hasSize(10);
    for (Links.Pair pair : links.pairs()) {
      assertThat(pair.lines().stream().mapToInt(Links.Line::operator).sum())
          .isEqualTo(pair.operator());
      assertThat(pair.lines().stream().mapToInt(Links.Line::ring).sum()).isEqualTo(pair.ring());
    }
  }

  @Test
  void linksThatAreReadBackAnswerAlikeAndHumansOutrankThem() {
    Links links =
        links(
            sharing(4, "egress:1", 3000),
            Map.of("p0", at(8, 16, FIRST_HALF), "p1", at(8, 16, SECOND_HALF)));
    Links back = Json.read(Json.document(links), Links.class);
    assertThat(back).isEqualTo(links);
    assertThat(back.judged(List.of())).isEqualTo(links);
    Links judged = back.judged(List.of(different("p1", "p0")));
    assertThat(judged.clusters()).noneMatch(c -> c.members().containsAll(List.of("p0", "p1")));
    assertThat(judged.judged(List.of())).as("taken back").isEqualTo(links);
  }

  @Test
  void whoElseGoesThroughThoseWhoAreTied() {
    List<Linking.Member> people = new ArrayList<>();
    people.add(member("a", List.of(), contact(ContactKind.PAY_TOKEN, "token-1")));
    people.add(
        member(
            "b",
            List.of(),
            contact(ContactKind.PAY_TOKEN, "token-1"),
            contact(ContactKind.PHONE, "555 0100")));
    people.add(
        member(
            "c", List.of(shares("c", "device:9", 1500)), contact(ContactKind.PHONE, "555 0100")));
    people.add(member("d", List.of(shares("d", "device:9", 1500))));
    Links links = links(people, Map.of());
    assertThat(links.whoElse("a")).extracting(Links.Other::id).containsExactly("b", "c");
    assertThat(links.whoElse("a").getLast().through()).containsExactly("b");
    assertThat(links.whoElse("d"))
        .as("directly by anything, further only by ties that hold")
        .extracting(Links.Other::id)
        .containsExactly("c");
    assertThat(links.pair("d", "c").missing()).isEqualTo("1.0 bits are missing to a tie.");
    assertThat(links.pair("d", "a").lines()).isEmpty();
  }

  @Test
  void evidenceOfOneThingNeverReachesAPersonWhoHasItNot() {
    Links links =
        links(
            member("a", List.of(shares("a", "factor:1", 3000))),
            member("b", List.of(shares("b", "factor:2", 3000))));
    assertThat(links.pairs()).isEmpty();
    assertThat(links.persons()).allSatisfy(p -> assertThat(p.holds()).isEmpty());
    assertThat(links.find("LABEL A")).containsExactly("a");
  }
}
