package dev.bonafide.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.indicators.CaseBook;
import dev.bonafide.indicators.Catalogue;
import dev.bonafide.indicators.Diary;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Reading;
import dev.bonafide.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.junit.jupiter.api.Test;

/**
 * What each indicator fires on in its own tests gives the same evidence on a cluster: one job, in
 * which every case is an organisation of its own.
 */
class CasesParityTest {
  @Test
  void everyIndicatorSaysTheSameOnACluster() throws Exception {
    Map<String, Map<String, String>> expected = new TreeMap<>();
    Set<String> spoke = new TreeSet<>();
    List<Parcel> parcels = new ArrayList<>();
    for (CaseBook book : ServiceLoader.load(CaseBook.class)) {
      int number = 0;
      for (CaseBook.Twins twins : book.twins()) {
        play(book.indicator() + number++, twins.fires(), expected, parcels, spoke);
      }
      for (CaseBook.Fires fires : book.fires()) {
        play(book.indicator() + number++, fires.diary(), expected, parcels, spoke);
      }
    }
    assertThat(spoke)
        .as("a stream without evidence of each kind shows nothing")
        .isEqualTo(Catalogue.builtIn().cards().keySet());

    Parcel[] delivered = Property.shuffled(parcels, new SplittableRandom(3)).toArray(Parcel[]::new);
    Map<String, List<EvidenceRow>> rows = new TreeMap<>();
    Distributed.line(
            PageParityTest.environment("hashmap")
                .fromData(TypeInformation.of(Parcel.class), delivered)
                .rebalance(),
            Company.KEY)
        .executeAndCollect(1_000_000)
        .forEach(row -> rows.computeIfAbsent(row.organisation(), o -> new ArrayList<>()).add(row));
    Map<String, Map<String, String>> standing = new TreeMap<>();
    rows.forEach(
        (organisation, said) -> {
          Map<String, String> last = Company.standing(said);
          if (!last.isEmpty()) {
            standing.put(organisation, last);
          }
        });
    assertThat(standing).isEqualTo(expected);
  }

  private static void play(
      String organisation,
      Diary diary,
      Map<String, Map<String, String>> expected,
      List<Parcel> parcels,
      Set<String> spoke) {
    List<Reading> readings = diary.readings();
    readings.forEach(reading -> parcels.add(Parcel.of(organisation, reading)));
    Map<String, String> evidence = new TreeMap<>();
    for (Map.Entry<String, Evidence> one : Company.judged(readings).entrySet()) {
      evidence.put(one.getKey(), EvidenceJson.of(one.getValue()));
      spoke.add(one.getValue().indicator());
    }
    if (!evidence.isEmpty()) {
      expected.put(organisation, evidence);
    }
  }
}
