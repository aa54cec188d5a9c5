package dev.bonafide.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.model.NetStatement;
import dev.bonafide.model.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class KnowledgeTest {
  private static final Path ROOM = Path.of("src/main/java/dev/bonafide/knowledge");
  private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

  @TestFactory
  Stream<DynamicTest> everyFolderOfAListHasSourceDateReadmeAndCases() throws IOException {
    return folders()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getFileName().toString(),
                    () -> {
                      String list = Files.readString(folder.resolve("list.tsv"));
                      assertThat(list).contains("# title: ", "# source: ");
                      assertThat(list).containsPattern("# as of: \\d{4}-\\d\\d-\\d\\d\n");
                      assertThat(folder.resolve("README.md")).content().contains("**Limits**");
                      assertThat(folder.resolve("cases")).isNotEmptyDirectory();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyNetworkCaseHasTheClassItSays() {
    return Knowledge.lists().stream()
        .flatMap(
            list -> {
              List<List<String>> cases = cases(folderOf(list), "networks.tsv");
              assertThat(cases).as(list.slug()).anyMatch(c -> c.get(2).equals(slug(list)));
              assertThat(cases)
                  .as(list.slug() + " needs a neighbour that it must not match")
                  .anyMatch(c -> !c.get(2).equals(slug(list)));
              return cases.stream();
            })
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.get(1),
                    () ->
                        assertThat(
                                network(
                                        c.get(0).isEmpty() ? 0 : Long.parseLong(c.get(0)),
                                        c.get(1),
                                        null,
                                        null)
                                    .egressClass()
                                    .slug())
                            .isEqualTo(c.get(2))));
  }

  @Test
  void toolsAndHardwareMatchTheirCasesOnly() {
    for (List<String> c : cases(ROOM.resolve("remotetools"), "processes.tsv")) {
      RemoteTool tool = KNOWLEDGE.remoteTool(c.get(0));
      assertThat(tool == null ? "-" : tool.name()).as(c.get(0)).isEqualTo(c.get(1));
    }
    for (List<String> c : cases(ROOM.resolve("ipkvm"), "peripherals.tsv")) {
      Hardware found = KNOWLEDGE.ipKvm(c.get(0));
      assertThat(found == null ? "-" : found.name()).as(c.get(0)).isEqualTo(c.get(1));
    }
  }

  @Test
  void citiesLieWhereTheirCasesSay() {
    for (List<String> c : cases(ROOM.resolve("cities"), "distances.tsv")) {
      double nearest = Double.POSITIVE_INFINITY;
      for (Spot spot : KNOWLEDGE.city(c.get(0), c.get(1))) {
        double north = 111.2 * (spot.latitude() - Double.parseDouble(c.get(2)));
        double east =
            111.2
                * (spot.longitude() - Double.parseDouble(c.get(3)))
                * StrictMath.cos(StrictMath.toRadians(spot.latitude()));
        nearest = Math.min(nearest, StrictMath.hypot(north, east));
      }
      String km = c.get(4);
      if (km.startsWith(">")) {
        assertThat(nearest)
            .as(c.get(0))
            .isFinite()
            .isGreaterThan(Double.parseDouble(km.substring(1)));
      } else if (km.equals("-")) {
        assertThat(nearest).as(c.get(0)).isInfinite();
      } else {
        assertThat(nearest).as(c.get(0)).isLessThan(Double.parseDouble(km));
      }
    }
  }

  @Test
  void countriesAreKnownByCodeAndName() {
    assertThat(KNOWLEDGE.country("US")).isEqualTo("US");
    assertThat(KNOWLEDGE.country("United States")).isEqualTo("US");
    assertThat(KNOWLEDGE.country("usa")).isEqualTo("US");
    assertThat(KNOWLEDGE.country("United Kingdom")).isEqualTo("GB");
    assertThat(KNOWLEDGE.country("Atlantis")).isNull();
  }

  @Test
  void aProxyFlagTurnsAHomeLineIntoAResidentialProxyAndNeverAccusesARelayOrCarrier() {
    assertThat(network(0, "Smallville Broadband", true, null).egressClass())
        .isEqualTo(EgressClass.RESIDENTIAL_PROXY);
    assertThat(network(9009, "M247 Europe SRL", true, null).egressClass())
        .isEqualTo(EgressClass.COMMERCIAL_VPN);
    assertThat(network(0, null, true, null).egressClass()).isEqualTo(EgressClass.COMMERCIAL_VPN);
    assertThat(network(36183, "Akamai", true, null).egressClass()).isEqualTo(EgressClass.RELAY);
    assertThat(network(22616, "Zscaler", true, true).egressClass()).isEqualTo(EgressClass.CORP_VPN);
    assertThat(network(21928, "T-Mobile", true, null).egressClass()).isEqualTo(EgressClass.MOBILE);
  }

  @Test
  void aHostingFlagDecidesOnlyWhereNothingBetterIsKnown() {
    assertThat(network(0, "Blue Hill", null, true).egressClass()).isEqualTo(EgressClass.HOSTING);
    assertThat(network(0, "Blue Hill Cable", null, true).egressClass()).isEqualTo(EgressClass.HOME);
    assertThat(network(0, "Blue Hill", null, false).egressClass()).isEqualTo(EgressClass.UNKNOWN);
  }

  @Test
  void oneOperatorHasOneKeyHoweverTheRecordWritesIt() {
    assertThat(network(0, "NORD_VPN", true, null).operator())
        .isEqualTo(network(136787, "PacketHub S.A.", null, null).operator());
    assertThat(network(0, "Quiet River VPN, LLC", null, null).operator())
        .isEqualTo(network(0, "quiet river vpn", null, null).operator())
        .isEqualTo("quiet river vpn");
    assertThat(network(64500, null, null, null).operator()).isEqualTo("as64500");
  }

  @Test
  void anOrganisationThatIsInNoListIsNeverShownByName() {
    assertThat(network(0, "Family Example VPN", null, null).name()).isNull();
    assertThat(network(0, "Family Example VPN", null, null).words()).isEqualTo("a commercial VPN");
    assertThat(network(0, "NORD_VPN", null, null).words()).isEqualTo("NordVPN");
    assertThat(network(7922, "Comcast", true, null).words()).isEqualTo("a residential proxy");
  }

  @Test
  void anAddressThatNeverLeavesTheHouseSaysNothing() {
    String said = Objects.requireNonNull(statement(136787, "PacketHub S.A.", true, null));
    for (String inside : List.of("10.1.2.3", "172.16.0.1", "192.168.1.20", "127.0.0.1")) {
      assertThat(KNOWLEDGE.network(Term.of(inside).id(), said).egressClass())
          .as(inside)
          .isEqualTo(EgressClass.UNKNOWN);
    }
    assertThat(KNOWLEDGE.network(Term.of("172.32.0.1").id(), said).egressClass())
        .isEqualTo(EgressClass.COMMERCIAL_VPN);
    assertThat(KNOWLEDGE.network(Term.of("100.64.0.9").id(), said).egressClass())
        .isEqualTo(EgressClass.MOBILE);
    assertThat(KNOWLEDGE.network(Term.of("100.128.0.9").id(), said).egressClass())
        .isEqualTo(EgressClass.COMMERCIAL_VPN);
    assertThat(KNOWLEDGE.network(Term.of("198.51.100.7").id(), null).egressClass())
        .isEqualTo(EgressClass.UNKNOWN);
  }

  @Test
  void theSnapshotIsNamedByItsContent() {
    assertThat(KNOWLEDGE.hash()).matches("[0-9a-f]{16}");
  }

  private static String slug(NetworkList list) {
    return list.egressClass().slug();
  }

  private static Network network(
      long asn, @Nullable String organisation, @Nullable Boolean proxy, @Nullable Boolean hosting) {
    return KNOWLEDGE.network(
        Term.of("198.51.100.7").id(), statement(asn, organisation, proxy, hosting));
  }

  private static @Nullable String statement(
      long asn, @Nullable String organisation, @Nullable Boolean proxy, @Nullable Boolean hosting) {
    return new NetStatement(
            asn, organisation, proxy, hosting, null, null, null, Double.NaN, Double.NaN)
        .text();
  }

  private static Path folderOf(NetworkList list) {
    String name = list.getClass().getPackageName();
    return ROOM.resolve(name.substring(name.lastIndexOf('.') + 1));
  }

  private static Stream<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(ROOM)) {
      return all.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  private static List<List<String>> cases(Path folder, String file) {
    List<List<String>> rows = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(folder.resolve("cases").resolve(file))) {
        if (!line.startsWith("#") && !line.isBlank()) {
          rows.add(List.of(line.split("\t", -1)));
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return rows;
  }
}
