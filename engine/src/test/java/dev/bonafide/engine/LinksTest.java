package dev.bonafide.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.model.Cause;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinksTest {
  private static Evidence shares(String person, String object, int millinats, long day) {
    return new Evidence(
        Evidence.idOf("shared-thing", person, object, 10),
        "shared-thing",
        person,
        object,
        day,
        0,
        0,
        1,
        millinats,
        100,
        Cause.values()[0],
        Direction.values()[0],
        false,
        "shares",
        List.of(new Citation.OfRow(1)),
        Map.of());
  }

  private static Claim contact(Claim.ContactKind kind, String value) {
    return new Claim.Contact("w", 1, 0, 99, kind, value);
  }

  private static Links.Member member(String id, List<Evidence> evidence, Claim... claims) {
    return new Links.Member(id, "shown " + id, evidence, List.of(claims), Set.of());
  }

  @Test
  void threeOnOneBaseAreAFarmAndTwoAreNothing() {
    List<Links.Member> three = new ArrayList<>();
    for (String id : List.of("a", "b", "c")) {
      three.add(member(id, List.of(shares(id, "egress:1", id.equals("c") ? 500 : 3000, 12))));
    }
    assertThat(Links.clusters(three))
        .singleElement()
        .satisfies(
            cluster -> {
              assertThat(cluster.kind()).isEqualTo("farm");
              assertThat(cluster.members()).containsExactly("shown a", "shown b", "shown c");
              assertThat(cluster.millinats()).isPositive();
              assertThat(cluster.because()).hasSize(2).allMatch(why -> why.contains("share base"));
            });
    assertThat(Links.clusters(three.subList(0, 2))).isEmpty();
  }

  @Test
  void whatALaterRevisionTakesBackTiesNobody() {
    List<Links.Member> people = new ArrayList<>();
    for (String id : List.of("a", "b", "c")) {
      people.add(
          member(id, List.of(shares(id, "egress:1", 3000, 12), shares(id, "egress:1", 0, 20))));
    }
    assertThat(Links.clusters(people)).isEmpty();
  }

  @Test
  void oneComputerOfTwoIsOneOperatorUnlessTheyLiveTogether() {
    List<Evidence> device = List.of(shares("a", "device:1", 1500, 12));
    List<Evidence> too = List.of(shares("b", "device:1", 1500, 12));
    assertThat(Links.clusters(List.of(member("a", device), member("b", too))))
        .extracting(Findings.Cluster::kind)
        .containsExactly("operator");
    Claim home = contact(Claim.ContactKind.HOME_ADDRESS, "7 North Road");
    assertThat(Links.clusters(List.of(member("a", device, home), member("b", too, home))))
        .isEmpty();
    assertThat(
            Links.clusters(
                List.of(
                    new Links.Member("a", "a", device, List.of(), Set.of("b")), member("b", too))))
        .as("a declared relation")
        .isEmpty();
  }

  @Test
  void onePaymentOfStrangersIsARingAndTheEmployersTelephoneIsNot() {
    List<Links.Member> people = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      people.add(
          member(
              "p" + i,
              List.of(),
              contact(Claim.ContactKind.PHONE, "+44 20 7946 0000"),
              contact(Claim.ContactKind.PAY_TOKEN, i < 3 ? "token-77" : "token-of-" + i)));
    }
    assertThat(Links.clusters(people))
        .singleElement()
        .satisfies(
            cluster -> {
              assertThat(cluster.kind()).isEqualTo("ring");
              assertThat(cluster.members()).hasSize(3);
            });
  }
}
