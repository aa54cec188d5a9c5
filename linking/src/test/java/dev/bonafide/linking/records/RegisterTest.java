package dev.bonafide.linking.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.testkit.Property;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RegisterTest {
  @Test
  void aRegisterHoldsWhatTheRunFound() {
    for (int people : new int[] {150, 900}) {
      Table table = People.table(People.rows(people, new SplittableRandom(people)));
      Clusters clusters = Resolver.resolve(table, Options.plain());
      Register register = Resolver.register(table, Options.plain(), List.of());
      for (int row = 0; row < table.size(); row++) {
        assertThat(register.cluster(ResolverTest.id(table, row))).isEqualTo(clusters.cluster(row));
      }
      Register filled = register.empty();
      for (int row = 0; row < table.size(); row++) {
        filled.add(ResolverTest.id(table, row), table.cells(row));
      }
      assertThat(filled.clusters()).isEqualTo(register.clusters());
    }
  }

  /** The property that everything stands on: what is together depends on what is there. */
  @Test
  void addingRetractingAndJudgingInAnyOrderGivesThePartitionOfABatch() {
    for (int people : new int[] {60, 900}) {
      SplittableRandom seed = new SplittableRandom(people);
      List<People.Row> rows = People.rows(people, seed);
      Register taught = Resolver.register(People.table(rows), Options.plain(), List.of());
      Property.forAll(people < 100 ? 30 : 1, random -> anyOrder(rows, taught.empty(), random));
    }
  }

  private static void anyOrder(List<People.Row> rows, Register register, SplittableRandom random) {
    Map<RecordId, People.Row> present = new TreeMap<>();
    List<Judgement> judgements = new ArrayList<>();
    List<People.Row> waiting = Property.shuffled(rows, random);
    for (int step = 0; step < rows.size() + rows.size() / 2; step++) {
      switch (random.nextInt(8)) {
        case 0 -> {
          if (!present.isEmpty()) {
            RecordId gone = pick(present.keySet(), random);
            waiting.add(present.remove(gone));
            register.retract(gone);
          }
        }
        case 1 -> {
          RecordId a = new RecordId("", "r" + random.nextInt(rows.size()));
          RecordId b = new RecordId("", "r" + random.nextInt(rows.size()));
          if (!a.equals(b)) {
            Judgement.Verdict[] verdicts = Judgement.Verdict.values();
            Judgement judgement =
                ResolverTest.judgement(a, b, verdicts[random.nextInt(verdicts.length)], step);
            judgements.add(judgement);
            register.judge(judgement);
          }
        }
        case 2 -> {
          if (!judgements.isEmpty()) {
            register.withdraw(judgements.remove(random.nextInt(judgements.size())));
          }
        }
        default -> {
          if (!waiting.isEmpty()) {
            People.Row next = waiting.remove(waiting.size() - 1);
            RecordId id = new RecordId("", next.id());
            present.put(id, next);
            register.add(id, next.cells());
          }
        }
      }
    }
    Register batch = register.empty();
    judgements.forEach(batch::judge);
    present.forEach((id, row) -> batch.add(id, row.cells()));
    assertThat(register.clusters()).isEqualTo(batch.clusters());
    assertThat(new HashSet<>(register.clusters().values()).size())
        .as("something is together")
        .isLessThan(present.size());
  }

  private static RecordId pick(Set<RecordId> of, SplittableRandom random) {
    return new ArrayList<>(of).get(random.nextInt(of.size()));
  }

  @Test
  void aJudgementWaitsForItsRecords() {
    List<People.Row> rows = People.rows(80, new SplittableRandom(1));
    Register register = Resolver.register(People.table(rows), Options.plain(), List.of()).empty();
    RecordId first = new RecordId("", rows.get(0).id());
    RecordId last = new RecordId("", rows.get(rows.size() - 1).id());
    register.judge(ResolverTest.judgement(first, last, Judgement.Verdict.SAME, 1));
    register.add(first, rows.get(0).cells());
    assertThat(register.cluster(last)).isNull();
    register.add(last, rows.get(rows.size() - 1).cells());
    assertThat(register.cluster(last)).isEqualTo(register.cluster(first));
    register.retract(first);
    assertThat(register.cluster(last)).isEqualTo(last);
    register.add(first, rows.get(0).cells());
    assertThat(register.cluster(last)).isEqualTo(first);
  }
}
