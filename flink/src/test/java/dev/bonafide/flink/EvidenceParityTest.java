package dev.bonafide.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.model.Claim;
import dev.bonafide.model.Event;
import dev.bonafide.model.Member;
import dev.bonafide.model.Reading;
import dev.bonafide.testkit.Property;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The evidence of the distributed host is that of the embedded one, whatever order logs come in.
 * Two slots: what belongs together meets by its key.
 */
class EvidenceParityTest {
  private static Company company = new Company(Map.of(), List.of(), Map.of(), Set.of());

  @BeforeAll
  static void aCompanyIsReadAndJudgedInOneProcess(@TempDir Path folder) throws IOException {
    company = Company.in(folder, 70);
    assertThat(company.spoke())
        .as("a stream without evidence of each kind shows nothing")
        .contains(
            "concurrent-use",
            "marathon-activity",
            "session-left-open",
            "shared-thing",
            "unfitting-egress",
            "use-after-end");
  }

  @Test
  void shuffledAndDoubledOnTheHeap() throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    List<Reading> readings = company.readings();
    List<Reading> delivered = new ArrayList<>(Property.shuffled(readings, random));
    delivered.addAll(Property.shuffled(readings.subList(0, readings.size() / 10), random));
    assertThat(Company.standing(rows("hashmap", delivered))).isEqualTo(company.evidence());
  }

  @Test
  void tenDaysAtATimeWithEverybodyNamedAtTheEndOnRocksDb() throws Exception {
    SplittableRandom random = new SplittableRandom(2);
    List<Reading> delivered = new ArrayList<>();
    List<Reading> last = new ArrayList<>();
    for (Reading reading : company.readings()) {
      boolean ofPeople = reading instanceof Member || reading instanceof Claim;
      (ofPeople ? last : delivered).add(reading);
    }
    delivered = new ArrayList<>(Property.shuffled(delivered, random));
    delivered.sort(Comparator.comparingLong(EvidenceParityTest::tenDays));
    delivered.addAll(Property.shuffled(delivered.subList(0, delivered.size() / 10), random));
    delivered.addAll(Property.shuffled(last, random));
    List<EvidenceRow> rows = rows("rocksdb", delivered);
    assertThat(rows)
        .as("accounts were judged before it was known whose they are")
        .anyMatch(EvidenceRow::withdrawn);
    assertThat(Company.standing(rows)).isEqualTo(company.evidence());
  }

  private static long tenDays(Reading reading) {
    return reading instanceof Event event
        ? Math.floorDiv(event.epochMilli(), Duration.ofDays(10).toMillis())
        : Long.MIN_VALUE;
  }

  private static List<EvidenceRow> rows(String backend, List<Reading> delivered) throws Exception {
    Parcel[] parcels =
        delivered.stream().map(reading -> Parcel.of("corp", reading)).toArray(Parcel[]::new);
    return Distributed.line(
            PageParityTest.environment(backend)
                .fromData(TypeInformation.of(Parcel.class), parcels)
                .rebalance(),
            Company.KEY)
        .executeAndCollect(1_000_000);
  }
}
