package dev.bonafide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three workers are paid on one account; a fourth shares a telephone with one of them. */
class LinkPeopleTest {
  private static final String HR =
      """
      Employee ID,Name,Work Email,Country,Start Date,Home Address,Phone,Pay Account Token
      W-1,Ada Morel,ada.morel@works.example,Canada,2026-01-05,1 Long Road,+1 555 0101,aaaa-token-1
      W-2,Tomas Gilbek,tomas.gilbek@works.example,Canada,2026-01-05,2 Long Road,+1 555 0102,aaaa-token-1
      W-3,Vida Marsek,vida.marsek@works.example,Canada,2026-01-05,3 Long Road,+1 555 0103,aaaa-token-1
      W-4,Lora Dorvas,lora.dorvas@works.example,Canada,2026-01-05,4 Long Road,+1 555 0103,aaaa-token-4
      W-5,Ines Tolva,ines.tolva@works.example,Canada,2026-01-05,5 Long Road,+1 555 0105,aaaa-token-5
      """;

  private final Terminal terminal = Terminal.piped();

  @TempDir @Nullable Path folder;

  private String out = "";

  @BeforeEach
  void link() throws IOException {
    assertThat(folder).isNotNull();
    Files.writeString(folder.resolve("hr.csv"), HR);
    Files.writeString(folder.resolve("key"), "a test key");
    out = folder.resolve("out").toString();
    assertThat(again()).as(terminal.err()).isZero();
  }

  private int again() {
    assertThat(folder).isNotNull();
    return terminal.run(
        "link",
        folder.resolve("hr.csv").toString(),
        "--out",
        out,
        "--key",
        folder.resolve("key").toString(),
        "--reveal",
        "--reason",
        "test");
  }

  @Test
  void aRingIsListedAndExplainedFromTheFileAlone() {
    assertThat(terminal.out()).contains("ring-W-1\tring\t");
    assertThat(terminal.run("how", "W-2", "--in", out)).isZero();
    assertThat(terminal.out()).contains("ring-W-1: ").contains("+BANK");
    assertThat(terminal.run("why", "W-1", "W-2", "--in", out)).isZero();
    assertThat(terminal.out()).contains("bank t-").contains("one more persona has it");
    assertThat(terminal.run("whynot", "W-1", "W-5", "--in", out)).isZero();
    assertThat(terminal.out()).contains("7.0 bits are missing");
    assertThat(terminal.run("whoelse", "W-1", "--in", out)).isZero();
    assertThat(terminal.out()).contains("W-4\t").contains("\tW-3");
  }

  @Test
  void whatAHumanSaysHoldsInLaterRuns() throws IOException {
    Files.write(
        Path.of(out, "judgements.ndjson"),
        List.of(
            "{\"left\":\"W-3\",\"right\":\"W-4\",\"verdict\":\"DIFFERENT\",\"at\":\"2026-11-25T09:00:00Z\",\"by\":\"reviewer\"}",
            "no judgement"));
    assertThat(terminal.run("whynot", "W-4", "W-3", "--in", out)).isZero();
    assertThat(terminal.out()).contains("a human said DIFFERENT");
    assertThat(terminal.err()).contains("judgements.ndjson: line 2 is no judgement");
    assertThat(again()).isZero();
    assertThat(Files.readString(Path.of(out, "links.json"))).contains("\"judged\" : \"DIFFERENT\"");
  }

  @Test
  void whoIsNotThereIsSaid() {
    assertThat(terminal.run("why", "W-1", "W-9", "--in", out)).isEqualTo(2);
    assertThat(terminal.err()).contains("nobody in " + out + " is called W-9");
    assertThat(terminal.run("how", "ring-none", "--in", out)).isEqualTo(2);
    assertThat(terminal.run("whoelse", "W-1", "--in", out + "x")).isEqualTo(2);
    assertThat(terminal.err()).contains("no links.json");
  }
}
