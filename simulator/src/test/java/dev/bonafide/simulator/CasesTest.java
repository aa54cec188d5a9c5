package dev.bonafide.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.simulator.people.Cases;
import dev.bonafide.simulator.people.Planted;
import dev.bonafide.simulator.people.Sign;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The public cases show what the reports say that they showed. */
class CasesTest {
  @TestFactory
  Stream<DynamicTest> everyCaseShowsItsSigns() {
    return Cases.names().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> everySignCanBeSeen(name)));
  }

  private static void everySignCanBeSeen(String name) {
    Map<String, Observed> all =
        Observed.everybody(WorksPlan.named(name, 5).withHonest(6).withDirt(0), true);
    Eye eye = new Eye(all);
    List<Observed> planted =
        all.values().stream().filter(one -> one.person.planted() != null).toList();
    assertThat(planted).hasSize(Cases.people(name));
    for (Observed one : planted) {
      Planted what = one.person.planted();
      for (Sign sign : what == null ? List.<Sign>of() : what.expected()) {
        assertThat(eye.sees(sign, one)).as("%s of %s", sign.slug(), name).isTrue();
      }
    }
  }

  @Test
  void aCaseThatDoesNotExistIsNamedWithThoseThatDo() {
    assertThatThrownBy(() -> WorksPlan.named("two-week-login", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two-week-login")
        .hasMessageContaining("three-week-login");
  }

  @Test
  void theCleanLaptopPromisesNothing() {
    Works works = new Works(WorksPlan.named("clean-laptop", 5).withHonest(2));
    assertThat(works.truth())
        .filteredOn(line -> line.contains("clean-laptop"))
        .hasSize(1)
        .allMatch(line -> line.contains("\"expected\":[]"));
  }
}
