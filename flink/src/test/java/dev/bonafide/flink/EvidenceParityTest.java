package dev.bonafide.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.engine.Organisation;
import dev.bonafide.engine.directory.Directory;
import dev.bonafide.engine.directory.Roll;
import dev.bonafide.engine.privacy.Key;
import dev.bonafide.engine.privacy.Pseudonyms;
import dev.bonafide.indicators.Catalogue;
import dev.bonafide.indicators.Indicator;
import dev.bonafide.knowledge.Knowledge;
import dev.bonafide.logbook.Fold;
import dev.bonafide.model.Event;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Reading;
import dev.bonafide.simulator.Works;
import dev.bonafide.simulator.WorksPlan;
import dev.bonafide.sources.ReadOptions;
import dev.bonafide.sources.Recognised;
import dev.bonafide.sources.RecordSink;
import dev.bonafide.sources.Sources;
import dev.bonafide.testkit.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The evidence of the distributed host is that of the embedded one, whatever order logs come in.
 */
class EvidenceParityTest {
  private static final String KEY = "parity";
  private static List<Reading> readings = List.of();
  private static Map<String, String> expected = Map.of();

  @BeforeAll
  static void aCompanyIsReadAndJudgedInOneProcess(@TempDir Path folder) throws IOException {
    new Works(WorksPlan.demo(11)).writeTo(folder);
    readings = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        read(Files.readAllBytes(file));
      }
    }
    Fold fold = new Fold();
    Roll roll = new Roll();
    for (Reading reading : readings) {
      roll.add(reading);
      if (reading instanceof Event event) {
        fold.add(event);
      }
    }
    Organisation organisation =
        Organisation.of(
            fold.seal(),
            fold.lexicon(),
            roll,
            new Pseudonyms(Key.of(KEY)),
            Knowledge.builtIn(),
            null,
            null);
    Catalogue catalogue = Catalogue.builtIn();
    Set<String> spoke = new TreeSet<>();
    expected = new TreeMap<>();
    for (Directory.Person person : organisation.people()) {
      for (Evidence evidence :
          organisation.subject(organisation.view(person), person, catalogue).evidence()) {
        expected.put(evidence.id() + " " + evidence.day(), EvidenceJson.of(evidence));
        spoke.add(evidence.indicator());
      }
    }
    assertThat(spoke)
        .as("a stream without evidence of each kind shows nothing")
        .isEqualTo(
            new TreeSet<>(
                catalogue.all().stream().map(Indicator::card).map(card -> card.slug()).toList()));
  }

  private static void read(byte[] bytes) {
    Recognised recognised =
        Sources.builtIn().recognise(bytes, bytes.length, true, ReadOptions.utc());
    if (recognised instanceof Recognised.Readable readable) {
      readable
          .reader()
          .get()
          .read(
              bytes,
              0,
              bytes.length,
              true,
              new RecordSink() {
                @Override
                public void record(byte[] own, int from, int to) {}

                @Override
                public void reading(Reading reading) {
                  if (!(reading instanceof Reading.Ignored)
                      && !(reading instanceof Reading.Rejected)) {
                    readings.add(reading);
                  }
                }
              });
    }
  }

  @Test
  void onHeap() throws Exception {
    evidenceIsTheSame("hashmap", 1);
  }

  @Test
  void onRocksDb() throws Exception {
    evidenceIsTheSame("rocksdb", 2);
  }

  private static void evidenceIsTheSame(String backend, long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    List<Reading> delivered = new ArrayList<>(Property.shuffled(readings, random));
    delivered.addAll(Property.shuffled(readings.subList(0, readings.size() / 10), random));
    Parcel[] parcels =
        delivered.stream().map(reading -> Parcel.of("corp", reading)).toArray(Parcel[]::new);
    List<EvidenceRow> rows =
        Distributed.line(
                PageParityTest.environment(backend)
                    .fromData(TypeInformation.of(Parcel.class), parcels)
                    .rebalance(),
                KEY)
            .executeAndCollect(1_000_000);
    Map<String, String> last = new TreeMap<>();
    for (EvidenceRow row : rows) {
      if (row.withdrawn()) {
        last.remove(row.id() + " " + row.day());
      } else {
        last.put(row.id() + " " + row.day(), row.evidence());
      }
    }
    assertThat(last).isEqualTo(expected);
  }
}
