package dev.bonafide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTest {
  private final Terminal terminal = Terminal.piped();

  @TempDir @Nullable Path folder;

  private String at(String name) {
    assertThat(folder).isNotNull();
    return folder.resolve(name).toString();
  }

  private String file(String name, String text) throws IOException {
    Files.writeString(Path.of(at(name)), text);
    return at(name);
  }

  @Test
  void whatIsSimulatedAndAnalysedCanBeJudged() throws IOException {
    String key = file("key", "a test key");
    assertThat(
            terminal.run(
                "simulate",
                "--out",
                at("d"),
                "--workers",
                "40",
                "--days",
                "12",
                "--seed",
                "3",
                "--plant",
                "after-end:1,shared-account:1"))
        .isZero();
    int code =
        terminal.run(
            "analyze",
            at("d"),
            "--out",
            at("r"),
            "--reveal",
            "--reason",
            "evaluation",
            "--key",
            key);
    assertThat(code).as(terminal.err()).isLessThan(2);
    assertThat(terminal.err()).contains("passed over: " + at("d/truth.jsonl"));
    assertThat(
            terminal.run(
                "evaluate", "--truth", at("d/truth.jsonl"), "--findings", at("r/findings.json")))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.out())
        .contains("Judged: 38 honest and 2 planted people", "shared-account", "RECALL", "CHECKS")
        .doesNotContain("not in the findings");
    assertThat(Files.readString(Path.of(at("r"), "evaluation.html"))).contains("<svg");
    assertThat(
            terminal.run(
                "evaluate",
                "--truth",
                at("d/truth.jsonl"),
                "--findings",
                at("r/findings.json"),
                "--json",
                "--out",
                at("e")))
        .isZero();
    assertThat(terminal.out()).startsWith("{").contains("\"cells\"");
    assertThat(Path.of(at("e"), "evaluation.json")).exists();
  }

  @Test
  void whatCannotBeJudgedSaysWhy() throws IOException {
    String truth = file("truth", "{\"person\":\"W1\",\"scheme\":\"none\"}\n");
    String empty = file("empty", "\n");
    String findings = file("f", "{\"people\":[{\"id\":\"p-aaa\",\"millinats\":0}]}");
    assertThat(terminal.run("evaluate", "--truth", at("no"), "--findings", findings))
        .isEqualTo(Exit.USAGE);
    assertThat(terminal.err()).contains("is no file");
    assertThat(terminal.run("evaluate", "--truth", truth, "--findings", findings))
        .isEqualTo(Exit.DATA);
    assertThat(terminal.err()).contains("nobody of the truth is in the findings", "--reveal");
    assertThat(terminal.run("evaluate", "--truth", empty, "--findings", findings))
        .isEqualTo(Exit.DATA);
    assertThat(terminal.err()).contains("names nobody");
    assertThat(terminal.run("evaluate", "--truth", truth, "--findings", file("b", "{\"people\"")))
        .isEqualTo(Exit.DATA);
    assertThat(terminal.err()).contains("not whole");
  }
}
