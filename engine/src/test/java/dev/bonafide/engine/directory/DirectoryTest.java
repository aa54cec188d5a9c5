package dev.bonafide.engine.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.engine.directory.Directory.Standing;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Event;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Member;
import dev.bonafide.model.Member.Alias;
import dev.bonafide.model.Member.AliasKind;
import dev.bonafide.model.Reading;
import dev.bonafide.model.Term;
import dev.bonafide.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DirectoryTest {
  private final List<Reading> readings = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();

  private void worker(String id, String name, String mail) {
    readings.add(
        new Member(
            "hr:" + id,
            List.of(
                new Alias(AliasKind.WORKER_ID, id),
                new Alias(AliasKind.DISPLAY_NAME, name),
                new Alias(AliasKind.MAIL, mail)),
            false));
  }

  private void account(String account, @Nullable String alias) {
    seen.add(account);
    readings.add(
        new Event(
            Kind.SIGN_IN,
            Event.Outcome.SUCCESS,
            0,
            1,
            Term.of(account),
            alias == null ? null : Term.of(alias),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            0));
  }

  private void member(String account, AliasKind kind, String value) {
    readings.add(new Member(account, List.of(new Alias(kind, value)), false));
  }

  private Directory directory() {
    return directory(readings);
  }

  private Directory directory(List<Reading> in) {
    Roll roll = new Roll();
    in.forEach(roll::add);
    return Directory.of(roll, seen, Set.of());
  }

  @Test
  void anAddressLeadsToTheWorkerWhateverItsCase() {
    worker("W1", "Ada Morel", "ada.morel@corp.example");
    account("okta:00u1", "Ada.Morel@Corp.example");
    assertThat(directory().person("okta:00u1")).isEqualTo("hr:W1");
    assertThat(directory().standings()).containsEntry("okta:00u1", Standing.MATCHED);
  }

  @Test
  void namesSpreadFromAccountToAccount() {
    worker("W1", "Ada Morel", "ada.morel@corp.example");
    account("entra:e1", "ada.morel@corp.example");
    member("entra:e1", AliasKind.SID, "S-1-5-21-7-8-9-1001");
    account("defender:d1", null);
    member("defender:d1", AliasKind.SID, "s-1-5-21-7-8-9-1001");
    member("github:g1", AliasKind.ACCOUNT, "defender:d1");
    member("wiki:w", AliasKind.WORKER_ID, "w1");
    Directory directory = directory();
    assertThat(directory.byKey("hr:W1").accounts())
        .containsExactly("defender:d1", "entra:e1", "github:g1", "wiki:w");
  }

  @Test
  void aLoginIsInferredOnlyWhenItFitsExactlyOneWorker() {
    worker("W1", "Ada Morel", "ada.morel@corp.example");
    worker("W2", "Bo Lindqvist", "bo@corp.example");
    worker("W3", "Bea Lindqvist", "bea@corp.example");
    account("github:amorel", null);
    account("github:blindqvist", null);
    account("defender:CORP\\morel.ada", null);
    account("okta:x", "adm-ada.morel@corp.example");
    account("git:lindqvistb", null);
    account("github:ada-m0rel", null);
    Directory directory = directory();
    assertThat(directory.person("github:amorel")).isEqualTo("hr:W1");
    assertThat(directory.standings()).containsEntry("github:amorel", Standing.INFERRED);
    assertThat(directory.person("defender:CORP\\morel.ada")).isEqualTo("hr:W1");
    assertThat(directory.person("okta:x")).isEqualTo("hr:W1");
    assertThat(directory.person("github:blindqvist")).isNull();
    assertThat(directory.person("git:lindqvistb")).isNull();
    assertThat(directory.person("github:ada-m0rel")).isNull();
    assertThat(directory.standings()).containsEntry("github:blindqvist", Standing.UNMATCHED);
  }

  @Test
  void anAddressOfTwoWorkersIsNobodys() {
    worker("W1", "Ada Morel", "team@corp.example");
    worker("W2", "Bo Lind", "team@corp.example");
    account("okta:t", "team@corp.example");
    assertThat(directory().person("okta:t")).isNull();
    assertThat(directory().standings()).containsEntry("okta:t", Standing.CONFLICT);
  }

  @Test
  void someoneWithAnAddressWhomHrDoesNotListIsAPersonWithoutHr() {
    worker("W1", "Ada Morel", "ada.morel@corp.example");
    account("okta:c", "contractor@agency.example");
    Directory directory = directory();
    assertThat(directory.person("okta:c")).isEqualTo("okta:c");
    assertThat(directory.byKey("okta:c").hr()).isFalse();
  }

  @Test
  void programsAreKeptApartFromPeople() {
    worker("W1", "Ada Morel", "ada.morel@corp.example");
    worker("W2", "Robin Bot", "robin.bot@corp.example");
    account("okta:s", "svc-backup@corp.example");
    account("github:renovate[bot]", null);
    account("entra:z", "robin.bot@corp.example");
    member("slack:b", AliasKind.MAIL, "ada.morel@corp.example");
    readings.add(new Member("slack:b", List.of(), true));
    Directory directory = directory();
    assertThat(directory.standings())
        .containsEntry("okta:s", Standing.SERVICE)
        .containsEntry("github:renovate[bot]", Standing.SERVICE)
        .containsEntry("entra:z", Standing.MATCHED)
        .containsEntry("slack:b", Standing.SERVICE);
  }

  @Test
  void withoutHrAPersonIsTheAccountsThatShareAnAddress() {
    account("okta:1", "ada.morel@corp.example");
    account("entra:2", "ADA.MOREL@corp.example");
    account("okta:3", "bo.lind@corp.example");
    account("defender:CORP\\bo.lind", null);
    account("vpn:stranger", null);
    Directory directory = directory();
    assertThat(directory.people())
        .extracting(Directory.Person::accounts)
        .containsExactly(List.of("entra:2", "okta:1"), List.of("defender:CORP\\bo.lind", "okta:3"));
    assertThat(directory.standings())
        .containsEntry("defender:CORP\\bo.lind", Standing.INFERRED)
        .containsEntry("vpn:stranger", Standing.UNMATCHED);
  }

  @Test
  void whereNothingHasAnAddressAnAccountIsAPerson() {
    account("vpn:ada", null);
    account("vpn:bo", null);
    assertThat(directory().people()).hasSize(2);
  }

  @Test
  void aSecurityIdThatEveryMachineHasJoinsNobody() {
    account("okta:1", "ada.morel@corp.example");
    account("okta:2", "bo.lind@corp.example");
    for (String sid : List.of("S-1-5-18", "S-1-5-21-501")) {
      member("okta:1", AliasKind.SID, sid);
      member("okta:2", AliasKind.SID, sid);
    }
    assertThat(directory().people()).hasSize(2);
  }

  @Test
  void claimsFindTheirWorkerByIdAddressOrAccount() {
    worker("W1", "Ada Morel", "ada.morel@corp.example");
    account("okta:1", "ada.morel@corp.example");
    for (String who : List.of("w1", " Ada.Morel@corp.example ", "okta:1", "W2")) {
      readings.add(new Claim.Place(who, 7, 0, 9, "Fernside", null, null));
    }
    Directory directory = directory();
    assertThat(directory.byKey("hr:W1").claims()).hasSize(3);
    assertThat(directory.claimsOfNobody()).isEqualTo(1);
  }

  @Test
  void aDevicesOwnAccountIsNoPersons() {
    account("okta:1", "ada.morel@corp.example");
    account("defender:device/abc", null);
    assertThat(directory().standings()).containsEntry("defender:device/abc", Standing.DEVICE);
  }

  @Test
  void orderAndRepetitionChangeNothing() {
    for (int i = 0; i < 12; i++) {
      worker("W" + i, "Ada" + i + " Morel" + (i / 2), "ada" + i + "@corp.example");
      account("okta:" + i, "ada" + (i * 7 % 15) + "@corp.example");
      account("github:amorel" + (i % 5), null);
      member("okta:" + i, AliasKind.SID, "S-1-5-21-1-2-3-" + (i % 4));
    }
    String expected = directory().people() + "" + directory().standings();
    Property.forAll(
        200,
        random -> {
          List<Reading> again = new ArrayList<>(readings);
          again.addAll(readings.subList(0, random.nextInt(readings.size())));
          Directory directory = directory(Property.shuffled(again, random));
          assertThat(directory.people() + "" + directory.standings()).isEqualTo(expected);
        });
  }
}
