package dev.bonafide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    return link(out, folder.resolve("hr.csv").toString());
  }

  private int link(String into, String... what) {
    assertThat(folder).isNotNull();
    List<String> words = new ArrayList<>(List.of("link"));
    words.addAll(List.of(what));
    words.addAll(List.of("--out", into, "--key", folder.resolve("key").toString()));
    words.addAll(List.of("--reveal", "--reason", "test"));
    return terminal.run(words.toArray(String[]::new));
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
  void payrollAndShippingFilesOfTheirOwnTieToo() throws IOException {
    assertThat(folder).isNotNull();
    Path files = Files.createDirectories(folder.resolve("files"));
    Files.writeString(
        files.resolve("people.csv"),
        """
        Employee ID,Name,Work Email,Country,Start Date,Home Address
        W-1,Ada Morel,ada.morel@works.example,Canada,2026-01-05,1 Long Road Northam 10001
        W-2,Tomas Gilbek,tomas.gilbek@works.example,Canada,2026-01-05,2 Long Road Northam 10001
        W-3,Vida Marsek,vida.marsek@works.example,Canada,2026-01-05,3 Long Road Northam 10001
        W-4,Lora Dorvas,lora.dorvas@works.example,Canada,2026-01-05,4 Long Road Northam 10001
        """);
    Files.writeString(
        files.resolve("register.csv"),
        """
        Worker ID,Pay Date,Net Pay,Currency,Account Token
        W-1,2026-05-31,4100,CAD,tok-7c11
        W-2,2026-05-31,4200,CAD,tok-7c11
        W-3,2026-05-31,3900,CAD,****1234
        W-4,2026-05-31,3900,CAD,****1234
        """);
    Files.writeString(
        files.resolve("parcels.csv"),
        """
        Tracking Number,Carrier,Worker ID,Serial Number,Status,Status Time,Delivery Address
        T-1,Post,W-1,5CD0417A1B,Delivered,2026-01-07T12:00:00Z,"9 Far Street, Eastby 20002"
        T-2,Post,W-2,5CD0417A1C,Delivered,2026-01-07T12:00:00Z,"9 Far Street, Eastby 20002"
        T-3,Post,W-3,5CD0417A1D,Delivered,2026-01-07T12:00:00Z,"3 Long Road, Northam 10001"
        """);
    String there = folder.resolve("there").toString();
    assertThat(link(there, files.toString())).as(terminal.err()).isZero();
    assertThat(terminal.run("why", "W-1", "W-2", "--in", there)).isZero();
    assertThat(terminal.out()).contains("+BANK", "+SHIP_TO");
    assertThat(terminal.run("whynot", "W-3", "W-4", "--in", there)).isZero();
    assertThat(terminal.out()).contains("nothing that counts");
  }

  @Test
  void whoeverAppliedIsTiedByTextContactsAndReferees() throws IOException {
    assertThat(folder).isNotNull();
    Path applications = Files.createDirectories(folder.resolve("applications"));
    Files.writeString(
        applications.resolve("applicants.csv"),
        """
        applicant id,name,email,phone,country,applied
        A-1,Nina Example,nina@mail.example,+1 555 010 0199,Canada,2026-10-01
        A-2,Ole Example,ole@mail.example,+1 555 010 0199,Canada,2026-10-02
        A-3,Pat Sample,pat@mail.example,+1 555 010 0142,Canada,2026-10-03
        """);
    Files.writeString(
        applications.resolve("references.csv"),
        """
        applicant id,referee name,referee email,firm
        A-1,Some Body,body@ref.example,Ferry Line
        A-2,Some Body,body@ref.example,Night Rail
        A-3,Other Body,other@ref.example,Sea Cable
        """);
    String text =
        "EXPERIENCE\nEngineer, Ferry Line, 2016 – 2019\n"
            + "• rebuilt the nightly settlement of card payments around a ledger of immutable postings\n"
            + "• moved the freight quotation desk from spreadsheets to one priced timetable service\n";
    Files.writeString(applications.resolve("A-1.txt"), "Nina Example\n\n" + text);
    Files.writeString(applications.resolve("A-2.txt"), "Ole Example\n\n" + text);
    String there = folder.resolve("there").toString();
    String hr = folder.resolve("hr.csv").toString();
    assertThat(link(there, hr, "--applications", applications.toString()))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.run("why", "A-1", "A-2", "--in", there)).isZero();
    assertThat(terminal.out()).contains("+PHONE", "+TEXT", "+VOUCH");
    assertThat(terminal.run("how", "A-1", "--in", there)).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains("A-2");
    assertThat(terminal.run("whoelse", "A-3", "--in", there)).isZero();
    assertThat(terminal.out()).doesNotContain("A-3\tA-1");
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
