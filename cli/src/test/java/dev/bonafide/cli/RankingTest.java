package dev.bonafide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of the demo. */
class RankingTest {
  @TempDir @Nullable Path folder;

  @Test
  void theDemoEndsWellAndFitsItsTerminal() {
    assertThat(folder).isNotNull();
    Terminal terminal = Terminal.ofWidth(100);
    String out = folder.resolve("demo").toString();
    assertThat(terminal.run("demo", "--out", out)).as(terminal.err()).isEqualTo(Exit.OK);
    List<String> lines = terminal.out().lines().toList();
    assertThat(lines.getFirst()).startsWith("  #  PERSON");
    assertThat(lines).allMatch(line -> line.length() <= 100);
    assertThat(lines).anyMatch(line -> line.startsWith("─── review line"));
    assertThat(lines).anyMatch(line -> line.strip().startsWith("next: "));
    assertThat(terminal.err())
        .contains(" over the review line: ")
        .contains("To name them: bonafide who " + out);
    Terminal piped = Terminal.piped();
    String logs = folder.resolve("demo/logs").toString();
    assertThat(piped.run("analyze", logs, "--out", out, "--key", out + "/truth.jsonl"))
        .isEqualTo(Exit.REVIEW);
    List<Double> scores =
        piped.out().lines().skip(1).map(line -> Double.valueOf(line.split("\t")[4])).toList();
    assertThat(scores).hasSize(120).isSortedAccordingTo(Comparator.reverseOrder());
  }
}
