package dev.bonafide.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.knowledge.EgressClass;
import dev.bonafide.knowledge.Network;
import dev.bonafide.logbook.Bits;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Term;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ViewTest {
  private static final Line HOME = Line.home(1, Line.City.NORTHPORT);

  @Test
  void actsThatNeedAHandAreHumanAndProgramsAreNot() {
    Diary diary = new Diary();
    diary
        .worker("ada")
        .act(0, "09:00", Kind.MESSAGE)
        .act(0, "10:00", Kind.PROCESS)
        .act(0, "11:00", Kind.HEARTBEAT);
    View view = diary.view("ada");
    assertThat(Bits.count(view.human(Diary.MONDAY))).isEqualTo(1);
    assertThat(Bits.count(view.awake(Diary.MONDAY))).isEqualTo(2);
    assertThat(Bits.count(view.human(Diary.MONDAY + 1))).isZero();
    assertThat(view.activeDays(Diary.MONDAY - 5, Diary.MONDAY + 5)).isEqualTo(1);
  }

  @Test
  void anHeartbeatMoreChangesNoHumanBin() {
    Diary diary = new Diary();
    diary.worker("ada").weeks(0, 4, "09:00", "17:00");
    Diary more = new Diary();
    more.worker("ada").weeks(0, 4, "09:00", "17:00").app("beat").every(60, 0, 4, Kind.HEARTBEAT);
    for (int day = Diary.MONDAY; day < Diary.MONDAY + 5; day++) {
      assertThat(more.view("ada").human(day)).isEqualTo(diary.view("ada").human(day));
    }
  }

  @Test
  void aPageThatIsSampledStillShowsEveryBinOfAHand() {
    Diary diary = new Diary();
    Diary.Worker ada = diary.worker("ada");
    for (int i = 0; i < 4000; i++) {
      ada.act(0, i * 20 + i * i % 17, Kind.SYNC, null, 0);
    }
    for (int hour = 8; hour < 18; hour++) {
      ada.act(0, hour * 3600 + 7 * hour, Kind.MESSAGE, null, 0);
    }
    View view = diary.view("ada");
    assertThat(view.on(Diary.MONDAY).getFirst().page().sampled()).isTrue();
    assertThat(Bits.count(view.human(Diary.MONDAY))).isEqualTo(10);
  }

  @Test
  void accountsOfDevicesAreMachinesAndNeverHands() {
    Diary diary = new Diary();
    diary.worker("ada").act(0, "09:00", Kind.MESSAGE);
    View own = diary.view("ada");
    TreeMap<Integer, dev.bonafide.logbook.Page> pages = new TreeMap<>();
    pages.put(Diary.MONDAY, own.days().getFirst().page());
    View machine =
        new View(
            new View.Person(
                "ada",
                List.of(new View.AccountPages("edr:device/pc-1", "edr", true, pages)),
                List.of()),
            own.around());
    assertThat(machine.days()).isEmpty();
    assertThat(machine.machineDays()).hasSize(1);
    assertThat(machine.machineDays().getFirst().human(0)).isFalse();
    assertThat(Bits.isEmpty(machine.human(Diary.MONDAY))).isTrue();
  }

  @Test
  void theNetworkIsFoundBesideAnObjectAndAloneButNeverTakenForOne() {
    Diary diary = new Diary();
    diary
        .worker("ada")
        .from(HOME)
        .act(0, "09:00", Kind.SIGN_IN)
        .act(0, "09:01", Kind.FACTOR_USED, "Push opf123456789")
        .from(new Line("203.0.113.77", null))
        .act(0, "09:02", Kind.FACTOR_USED, "Push opf123456789");
    View view = diary.view("ada");
    AccountDay day = view.on(Diary.MONDAY).getFirst();
    assertThat(Objects.requireNonNull(view.network(day, 0)).egressClass())
        .isEqualTo(EgressClass.HOME);
    assertThat(Objects.requireNonNull(view.network(day, 1)).egressClass())
        .isEqualTo(EgressClass.HOME);
    assertThat(Objects.requireNonNull(view.network(day, 2)).stated()).isFalse();
    assertThat(view.factors()).hasSize(1);
    assertThat(view.addresses()).hasSize(2);
  }

  @Test
  void addressesInsideTheHouseAreNoWayOut() {
    Diary diary = new Diary();
    diary.worker("ada").from(new Line("192.168.1.4", null)).act(0, "09:00", Kind.SIGN_IN);
    assertThat(diary.view("ada").addresses()).isEmpty();
  }

  @Test
  void whereRecordsOfOneDayDisagreeTheMostHarmlessNetworkCounts() {
    Diary diary = new Diary();
    Line home = Line.of("203.0.113.5", "Harbour Cable", null, null);
    Line proxy = Line.of("203.0.113.5", "Harbour Hosting", null, null);
    diary
        .worker("ada")
        .from(proxy)
        .act(0, "09:00", Kind.SIGN_IN)
        .from(home)
        .act(0, "10:00", Kind.SIGN_IN)
        .from(proxy)
        .act(1, "09:00", Kind.SIGN_IN);
    Use address = diary.view("ada").addresses().getFirst();
    assertThat(network(address, 0).egressClass()).isEqualTo(EgressClass.HOME);
    assertThat(network(address, 1).egressClass()).isEqualTo(EgressClass.HOSTING);
  }

  @Test
  void namesOfOneDeviceAreOneDevice() {
    Diary diary = new Diary().device("serial-1", "pc-ada", "PC-ADA.corp.example");
    diary
        .worker("ada")
        .on("pc-ada")
        .act(0, "09:00", Kind.DEVICE_UNLOCK)
        .on("PC-ADA.corp.example")
        .act(0, "10:00", Kind.DEVICE_UNLOCK)
        .on("pc-2")
        .act(0, "11:00", Kind.DEVICE_UNLOCK);
    assertThat(diary.view("ada").devices())
        .extracting(Use::id)
        .containsExactlyInAnyOrder(Term.of("serial-1").id(), Term.of("pc-2").id());
  }

  @Test
  void theShortestClaimThatCoversADayCounts() {
    Diary diary = new Diary();
    diary
        .worker("ada")
        .act(0, "09:00", Kind.MESSAGE)
        .lives(Line.City.NORTHPORT, "America/New_York")
        .claim(
            new Claim.Place(
                "ada",
                9,
                Diary.MONDAY + 10,
                Diary.MONDAY + 12,
                "Westbay",
                "US",
                "America/Los_Angeles"));
    View view = diary.view("ada");
    assertThat(view.zone(Diary.MONDAY)).isEqualTo(ZoneId.of("America/New_York"));
    assertThat(view.zone(Diary.MONDAY + 11)).isEqualTo(ZoneId.of("America/Los_Angeles"));
    assertThat(Objects.requireNonNull(view.place(Diary.MONDAY + 13)).city()).isEqualTo("Northport");
  }

  @Test
  void aZoneThatNobodyKnowsIsNone() {
    Diary diary = new Diary();
    diary.worker("ada").act(0, "09:00", Kind.MESSAGE).lives(Line.City.NORTHPORT, "Mars/Olympus");
    assertThat(diary.view("ada").zone(Diary.MONDAY)).isNull();
  }

  @Test
  void phonesAreKnownByWhatTheySayOfThemselves() {
    Diary diary = new Diary();
    diary
        .worker("ada")
        .with("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)")
        .act(0, "09:00", Kind.MESSAGE)
        .with("Mozilla/5.0 (Windows NT 10.0; Win64; x64)")
        .act(0, "10:00", Kind.MESSAGE);
    View view = diary.view("ada");
    assertThat(
            view.handheld(Term.of("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)").id()))
        .isTrue();
    assertThat(view.handheld(Term.of("Mozilla/5.0 (Windows NT 10.0; Win64; x64)").id())).isFalse();
  }

  @Test
  void distancesAreTheOnesOfTheMap() {
    // Paris to London, 344 km between the centres.
    assertThat(Earth.km(48.8566, 2.3522, 51.5074, -0.1278)).isBetween(342.0, 346.0);
    assertThat(Earth.km(10, 20, 10, 20)).isZero();
    assertThat(Earth.km(0, 0, 0, 180)).isBetween(20_000.0, 20_030.0);
  }

  @Test
  void factsAreWrittenForPeople() {
    assertThat(Words.time(Diary.MONDAY * 86_400L + 3660)).isEqualTo("2026-03-02 01:01Z");
    assertThat(Words.span(4 * 86_400 + 3 * 3600 + 59)).isEqualTo("4 days 3 hours");
    assertThat(Words.span(86_400)).isEqualTo("1 day");
    assertThat(Words.span(7200)).isEqualTo("2 hours");
    assertThat(Words.span(3000)).isEqualTo("50 minutes");
  }

  private static Network network(Use address, int day) {
    return Objects.requireNonNull(address.network(day));
  }
}
