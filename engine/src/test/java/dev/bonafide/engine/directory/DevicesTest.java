package dev.bonafide.engine.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.model.DeviceFact;
import dev.bonafide.model.DeviceFact.Name;
import dev.bonafide.model.DeviceFact.NameKind;
import dev.bonafide.model.Term;
import dev.bonafide.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DevicesTest {
  private static DeviceFact fact(@Nullable String worker, Name... names) {
    return new DeviceFact(1, List.of(names), worker, 10, 20, null, null, null, null, List.of());
  }

  private static Name host(String host) {
    return new Name(NameKind.HOST, host);
  }

  private static Name serial(String serial) {
    return new Name(NameKind.SERIAL, serial);
  }

  private static Name vendor(String id) {
    return new Name(NameKind.VENDOR_ID, id);
  }

  private static long id(Devices devices, String endpoint) {
    return devices.id(Term.of(endpoint));
  }

  @Test
  void allNamesOfOneDeviceLeadToIt() {
    Devices devices =
        Devices.of(
            List.of(
                fact(null, serial("SN7"), host("LT-7"), vendor("intune:aa")),
                fact(null, vendor("entra:bb"), new Name(NameKind.FQDN, "lt-7.corp.example")),
                fact(null, serial("sn7"), vendor("defender:cc"))));
    assertThat(
            List.of(
                id(devices, "LT-7"),
                id(devices, "lt-7.other.example"),
                id(devices, "SN7"),
                id(devices, "entra:bb"),
                id(devices, "defender:cc")))
        .containsOnly(id(devices, "intune:aa"));
  }

  @Test
  void aHostNameOfTwoMachinesJoinsNeither() {
    Devices devices =
        Devices.of(
            List.of(
                fact(null, serial("SN1"), host("desk")), fact(null, serial("SN2"), host("desk"))));
    assertThat(id(devices, "SN1")).isNotEqualTo(id(devices, "SN2"));
    assertThat(id(devices, "desk")).isNotIn(id(devices, "SN1"), id(devices, "SN2"));
    assertThat(devices.conflicts()).hasSize(1);
  }

  @Test
  void aSerialThatNobodyWroteJoinsNothing() {
    Devices devices =
        Devices.of(
            List.of(
                fact(null, serial("To Be Filled By O.E.M."), host("a-1")),
                fact(null, serial("to be filled by O.E.M."), host("a-2"))));
    assertThat(id(devices, "a-1")).isNotEqualTo(id(devices, "a-2"));
  }

  @Test
  void aNameThatHalfTheWorldHasJoinsNothing() {
    Devices devices =
        Devices.of(
            List.of(
                fact(null, vendor("defender:1"), host("MacBook-Pro.local")),
                fact(null, vendor("entra:2"), host("macbook-pro"))));
    assertThat(id(devices, "defender:1")).isNotEqualTo(id(devices, "entra:2"));
  }

  @Test
  void twentyPhonesOfOneNameStayTwenty() {
    List<DeviceFact> facts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      facts.add(fact("W" + i, vendor("okta:guo" + i), host("iPhone")));
      facts.add(fact("W" + i, vendor("entra:" + i), host("iPhone (2)")));
    }
    Devices devices = Devices.of(facts);
    java.util.Set<Long> ids = new java.util.HashSet<>();
    for (int i = 0; i < 20; i++) {
      ids.add(id(devices, "okta:guo" + i));
      ids.add(id(devices, "entra:" + i));
      assertThat(devices.assignments(id(devices, "okta:guo" + i)))
          .containsExactly(new Devices.Assignment("W" + i, 10, 20));
    }
    assertThat(ids).hasSize(40);
  }

  @Test
  void twoVendorsJoinOnePhoneOfTheSameOwnersNameByItsSerialAlone() {
    Devices byName =
        Devices.of(
            List.of(
                fact("W1", vendor("okta:a"), host("Pixel 8")),
                fact("W2", vendor("entra:b"), host("Pixel 8"))));
    assertThat(id(byName, "okta:a")).isNotEqualTo(id(byName, "entra:b"));
    Devices bySerial =
        Devices.of(
            List.of(
                fact("W1", vendor("okta:a"), serial("G8XK1"), host("Pixel 8")),
                fact("W2", vendor("entra:b"), serial("G8XK1"), host("Pixel 8"))));
    assertThat(id(bySerial, "okta:a")).isEqualTo(id(bySerial, "entra:b"));
  }

  @Test
  void aNameThatManyHaveNamesNoDevice() {
    Devices devices = Devices.of(List.of(fact("W1", vendor("okta:a"), host("iPhone"))));
    for (String name :
        List.of(
            "iPhone",
            "iPhone (3)",
            "Sams-iPhone",
            "MacBook-Pro-2.local",
            "localhost",
            "Galaxy S23",
            "SM-S911B",
            "Ada's MacBook Pro",
            "android-1f2e",
            "PC-1",
            "win11")) {
      assertThat(id(devices, name)).as(name).isEqualTo(Term.NONE);
    }
    for (String name :
        List.of("DESKTOP-7J2K3LQ", "BWL-00417", "adas-mac", "MacBook-K2P7", "pc-0417", "hawk")) {
      assertThat(id(devices, name)).as(name).isNotEqualTo(Term.NONE);
    }
  }

  @Test
  void anUnknownDeviceStandsForItselfByTheFirstLabel() {
    Devices devices = Devices.of(List.of());
    assertThat(id(devices, "LT-9")).isEqualTo(id(devices, "lt-9.corp.example"));
    assertThat(id(devices, "192.0.2.7")).isEqualTo(Term.of("192.0.2.7").id());
  }

  @Test
  void assignmentsAreKnownUnderEveryName() {
    Devices devices = Devices.of(List.of(fact("W1", serial("SN1"), host("lt-1"))));
    assertThat(devices.assignments(id(devices, "LT-1")))
        .containsExactly(new Devices.Assignment("W1", 10, 20));
  }

  @Test
  void orderChangesNothing() {
    List<DeviceFact> facts = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      facts.add(
          fact(
              "W" + i % 4,
              serial("SN" + i % 11),
              vendor("v" + i % 3 + ":" + i % 13),
              host("h" + i % 7)));
    }
    List<Long> expected = ids(Devices.of(facts));
    Property.forAll(
        200,
        random ->
            assertThat(ids(Devices.of(Property.shuffled(facts, random)))).isEqualTo(expected));
  }

  private static List<Long> ids(Devices devices) {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      for (String name : List.of("sn" + i, "h" + i, "v0:" + i, "v1:" + i, "v2:" + i)) {
        ids.add(id(devices, name));
        ids.add((long) devices.assignments(id(devices, name)).size());
      }
    }
    return ids;
  }
}
