package dev.bonafide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateTest {
  private final Terminal terminal = Terminal.piped();

  @TempDir @Nullable Path folder;

  private String at(String name) {
    assertThat(folder).isNotNull();
    return folder.resolve(name).toString();
  }

  @Test
  void makesAsManyWorkersAsAskedForAndPlantsSomeOfThem() throws IOException {
    assertThat(terminal.run("simulate", "--out", at("d"), "--workers", "80", "--days", "3"))
        .as(terminal.err())
        .isZero();
    assertThat(Files.readAllLines(Path.of(at("d"), "truth.jsonl")))
        .filteredOn(line -> line.contains("\"person\""))
        .hasSize(80)
        .anyMatch(line -> line.contains("shared-account"));
    assertThat(Path.of(at("d"), "logs", "hr.csv")).exists();
    assertThat(terminal.err()).contains("80 people who do not exist, 3 days", "bonafide evaluate");
  }

  @Test
  void anotherCompanyTakesThePlaceOfTheFirstButNobodyElsesFiles() throws IOException {
    String[] small = {"simulate", "--out", at("d"), "--workers", "9", "--days", "2", "--seed", "1"};
    assertThat(terminal.run(small)).isZero();
    Files.writeString(Path.of(at("d"), "logs", "old.csv"), "a relic");
    assertThat(terminal.run(small)).isZero();
    assertThat(Path.of(at("d"), "logs", "old.csv")).doesNotExist();
    Files.delete(Path.of(at("d"), "truth.jsonl"));
    assertThat(terminal.run(small)).isEqualTo(Exit.USAGE);
    assertThat(terminal.err()).contains("was not made by simulate");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--workers none|workers is 'none'",
        "--seed x|seed is 'x'",
        "--case nobody|no case is called 'nobody'",
        "--preset huge|no preset is called 'huge'",
        "--plant nothing:3|no scheme is called 'nothing'",
        "--difficulty 3|difficulty is '3'",
        "--workers 5 --plant laptop-farm:1:0|what is planted takes 9 of them",
      })
  void whatCannotBeSimulatedIsUsageAndSaysWhy(String options, String why) {
    String[] args = ("simulate --out " + at("d") + " " + options).split(" ");
    assertThat(terminal.run(args)).isEqualTo(Exit.USAGE);
    assertThat(terminal.err()).contains(why);
    assertThat(Path.of(at("d"))).doesNotExist();
  }
}
