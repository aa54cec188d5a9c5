package dev.bonafide.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkingCommandsTest {
  private static final String PEOPLE =
      """
      key,first_name,surname,dob,city
      a1,Ada,Morel,1985-10-22,Northam
      a2,Ada,Morrel,1985-10-22,Northam
      b1,Tomas,Gilbek,1990-01-02,Eastby
      c1,Vida,Marsek,1971-07-30,Westerly
      c2,Vida,Marsek,1971-07-30,
      d1,"Lo, Ra",Dorvas,1966-03-14,Southwick
      """;

  private final Terminal terminal = Terminal.piped();

  @TempDir @Nullable Path folder;

  private Path at(String name) {
    assertThat(folder).isNotNull();
    return folder.resolve(name);
  }

  private String file(String name, String text) throws IOException {
    Files.writeString(at(name), text);
    return at(name).toString();
  }

  private String packed(String name, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    Files.write(at(name), bytes.toByteArray());
    return at(name).toString();
  }

  private List<String> lines(String name) throws IOException {
    return Files.readAllLines(at(name));
  }

  @Test
  void everyRecordGetsAClusterAndTheOrderIsThatOfTheInput() throws IOException {
    String out = at("clusters.csv").toString();
    assertThat(
            terminal.run(
                "resolve",
                file("people.csv", PEOPLE),
                "--id",
                "KEY",
                "--out",
                out,
                "--fields",
                "first_name,surname,dob,city"))
        .as(terminal.err())
        .isZero();
    assertThat(lines("clusters.csv"))
        .containsExactly(
            "cluster_id,record_id", "a1,a1", "a1,a2", "b1,b1", "c1,c1", "c1,c2", "d1,d1");
    assertThat(terminal.err()).contains("6 records, 4 clusters, 2 of them with two");
  }

  @Test
  void separatorsPackingBlanksAndLettersDoNotChangeTheResult() throws IOException {
    List<String> plain = null;
    for (String separator : List.of(",", "\t", ";", "%", "|")) {
      String text = PEOPLE.replace("\"Lo, Ra\"", "Lo Ra").replace(",", separator);
      String file = packed("people.bin", "\uFEFF" + text.replace("\n", "\r\n"));
      terminal.run("resolve", file, "--id", "key", "--out", at("c.csv").toString());
      plain = plain == null ? lines("c.csv") : plain;
      assertThat(lines("c.csv")).as("separator %s", separator).hasSize(7).isEqualTo(plain);
    }
  }

  @Test
  void encodingsAreToldByTheirBytesAlsoBetweenPackedFiles() throws IOException {
    String left = PEOPLE.replace("Gilbek", "Gölbäk").replace("Vida", "Zoë");
    Path utf8 = at("left.csv");
    Files.writeString(utf8, left);
    String right = left.replace(",", "\t").replace("\"Lo\t Ra\"", "Lo Ra");
    List<String> plain = null;
    for (Charset charset : List.of(UTF_8, ISO_8859_1, UTF_16LE, UTF_16BE)) {
      boolean marked = charset.equals(UTF_16LE) || charset.equals(UTF_16BE);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(((marked ? "\uFEFF" : "") + right).getBytes(charset));
      }
      Files.write(at("right.tsv.gz"), bytes.toByteArray());
      assertThat(
              terminal.run(
                  "resolve",
                  utf8.toString(),
                  at("right.tsv.gz").toString(),
                  "--between",
                  "--id",
                  "key",
                  "--out",
                  at("c.csv").toString()))
          .as(terminal.err())
          .isZero();
      plain = plain == null ? lines("c.csv") : plain;
      assertThat(lines("c.csv"))
          .as(charset.name())
          .contains("left.csv:b1,b1,right.tsv.gz", "left.csv:c1,c1,right.tsv.gz")
          .isEqualTo(plain);
    }
  }

  @Test
  void whatIsFoundIsHeldToAColumnThatKnowsIt() throws IOException {
    String[] rows = PEOPLE.split("\n");
    String known = rows[0] + ",person\n";
    for (int r = 1; r < rows.length; r++) {
      known += rows[r] + "," + rows[r].charAt(0) + "\n";
    }
    String file = file("known.csv", known);
    String out = at("c.csv").toString();
    assertThat(terminal.run("resolve", file, "--id", "key", "--truth", "PERSON", "--out", out))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.err())
        .contains("held to PERSON: 100.0 % of the true pairs were compared")
        .contains("1.0000 are right, of the true ones 1.0000 are found")
        .doesNotContain("person (");
    assertThat(terminal.run("resolve", file, "--truth", "shoe", "--out", out))
        .isEqualTo(Exit.USAGE);
    assertThat(terminal.err()).contains("--truth: no column shoe; the columns are key, first_name");
  }

  @Test
  void withoutAnIdRecordsAreNumberedOverAllFiles() throws IOException {
    String left = file("left.csv", PEOPLE);
    String right =
        file("right.csv", "surname,FIRST_NAME,dob,city\nGilbek,Tomas,1990-01-02,Eastby\n");
    String out = at("c.csv").toString();
    assertThat(
            terminal.run(
                "resolve", left, right, "--out", out, "--fields", "first_name,surname,dob,city"))
        .isZero();
    assertThat(lines("c.csv")).hasSize(8).contains("3,3", "3,7");
  }

  @Test
  void betweenFilesTheirRecordsAreOnlyComparedWithTheOthers() throws IOException {
    String left = file("left.csv", PEOPLE);
    String right = file("right.csv", PEOPLE);
    String out = at("c.csv").toString();
    String pairs = at("p.csv").toString();
    assertThat(
            terminal.run(
                "resolve", left, right, "--between", "--id", "key", "--out", out, "--pairs", pairs))
        .as(terminal.err())
        .isZero();
    assertThat(lines("c.csv"))
        .hasSize(13)
        .contains("left.csv:b1,b1,left.csv", "left.csv:b1,b1,right.csv");
    assertThat(lines("p.csv").get(0)).isEqualTo("left,right,millibits,probability");
    assertThat(lines("p.csv")).anyMatch(l -> l.matches("b1,b1,\\d+,0\\.\\d+|b1,b1,\\d+,1\\.0+"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resolve nothing.csv --out c.csv|nothing.csv is not there",
        "resolve people.csv|Missing required option: '--out",
        "resolve people.csv --out c.csv --fields first_name,shoe|no column shoe; the columns are"
            + " key, first_name",
        "resolve people.csv --out c.csv --id shoe|has no column shoe; its columns are key,"
            + " first_name",
        "resolve people.csv --out c.csv --id key --fields key|key is the id",
        "resolve people.csv --out c.csv --between|--between needs two files",
        "resolve people.csv people.csv --out c.csv --between|the same file twice",
        "resolve people.csv --out no/c.csv|the folder",
        "resolve empty.csv --out c.csv|empty.csv is empty",
        "resolve binary.csv --out c.csv|is not text",
        "names --list list.csv --query people.csv|people.csv has no column name",
        "names --list people.csv --query asked.csv|is no list that we know",
        "names --list other.xml --query asked.csv|XML with the root html",
        "names --list alt.csv --query asked.csv|without their sdn.csv",
        "names --list nowhere --query asked.csv|nowhere is not there",
      })
  void whatCanNotBeDoneIsSaidAndIsNoFault(String command, String message) throws IOException {
    file("people.csv", PEOPLE);
    file("empty.csv", "");
    Files.write(at("binary.csv"), new byte[] {0, 1, 2, 3, 0, 0});
    file("list.csv", "name\nAda Morel\n");
    file("asked.csv", "name\nAda Morel\n");
    file("other.xml", "<html></html>");
    file("alt.csv", "36,12,\"aka\",\"INVENTED TRADING\",-0- \n");
    String[] args = command.split(" ");
    for (int i = 1; i < args.length; i++) {
      if (args[i].contains(".csv") || args[i].contains(".xml") || args[i].equals("nowhere")) {
        args[i] = at(args[i]).toString();
      }
    }
    assertThat(terminal.run(args)).isEqualTo(Exit.USAGE);
    assertThat(terminal.err()).contains(message);
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void rowsThatAreTooLongOrNamelessAreKeptAndSaid() throws IOException {
    String ragged =
        file("ragged.csv", PEOPLE + "e1,Su,Linton,1980-01-01,Eastby,too,much\n,No,Name,,\nb1\n");
    String out = at("c.csv").toString();
    assertThat(terminal.run("resolve", ragged, "--id", "key", "--out", out)).isZero();
    assertThat(lines("c.csv")).hasSize(10).contains("e1,e1", "row 8,row 8");
    assertThat(terminal.err())
        .contains("1 row with more cells than the header, at line 8")
        .contains("1 row without key, at line 9")
        .contains("1 ids stand on several records, as b1");
  }

  @Test
  void theSecondColumnOfANameIsOneOfItsOwn() throws IOException {
    String twice = file("twice.csv", "name,town,Name\nana,x,lee\nana,y,lee\nbo,x,dee\n");
    String out = at("c.csv").toString();
    assertThat(terminal.run("resolve", twice, "--out", out)).as(terminal.err()).isZero();
    assertThat(terminal.err()).contains("Name 2");
    assertThat(lines("c.csv")).hasSize(4);
  }

  @Test
  void aTableThatSaysNothingIsNoSuccess() throws IOException {
    String out = at("c.csv").toString();
    String blank = file("blank.csv", "key,first_name\n1,\n2,n/a\n");
    assertThat(terminal.run("resolve", blank, "--id", "key", "--out", out)).isEqualTo(Exit.DATA);
    assertThat(lines("c.csv")).containsExactly("cluster_id,record_id", "1,1", "2,2");
    assertThat(terminal.err()).contains("nothing was compared");
  }

  @Test
  void listsOfAllFormatsAnswer() throws IOException {
    file(
        "sdn.csv",
        "90001,\"MARSEK, Vida\",\"individual\",\"X\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 30"
            + " Jul 1971; Digital Currency Address - ETH"
            + " 0x52908400098527886E0F7030069857D2E4169EE7;\"\n");
    file("alt.csv", "90001,1,\"aka\",\"GRAYHERON, Vida\",-0- \n");
    file(
        "un.xml",
        "<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><DATAID>7</DATAID><FIRST_NAME>TOMAS</FIRST_NAME><SECOND_NAME>GILBEK</SECOND_NAME><INDIVIDUAL_ALIAS><ALIAS_NAME>Thomas"
            + " Gilbeck</ALIAS_NAME></INDIVIDUAL_ALIAS><INDIVIDUAL_DATE_OF_BIRTH><YEAR>1990</YEAR></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL></INDIVIDUALS><ENTITIES><ENTITY><DATAID>8</DATAID><FIRST_NAME>NORTHAM"
            + " INVENTED TRADING</FIRST_NAME></ENTITY></ENTITIES></CONSOLIDATED_LIST>");
    file(
        "eu.xml",
        "<export><sanctionEntity logicalId=\"55\"><subjectType code=\"person\"/><nameAlias"
            + " wholeName=\"Lora Dorvas\"/><birthdate"
            + " birthdate=\"1966-03-14\"/></sanctionEntity></export>");
    file(
        "uk.csv",
        "Last Updated,21/10/2022\n"
            + "Name 6,Name 1,Name 2,DOB,Country,Group Type,Alias Type,Group ID\n"
            + "SEKLIN,Rate,,01/02/1977,,Individual,Primary name,1234\n"
            + "SEKLYN,Rate,,,,Individual,AKA,1234\n");
    file(
        "own.csv",
        "id;name;kind;aliases\nx;Westerly Holdings Ltd;entity;Midhurst Marine|Overton Line\n");
    String asked =
        file(
            "asked.csv",
            """
            id,name,kind,dob,country
            q1,Vida Grayheron,person,1971-07-30,
            q2,0x52908400098527886e0f7030069857d2e4169ee7,,,
            q3,Thomas Gilbeck,person,1990,
            q4,Dorvas Lora,person,1966-03-14,
            q5,Rate Seklyn,person,,
            q6,Overton Line Limited,organization,,
            q7,Nobody Atall,person,,
            """);
    assertThat(terminal.run("names", "--list", at("").toString(), "--query", asked))
        .as("asked.csv stands in the folder of lists and is read as one, so the folder is not used")
        .isZero();
    String lists =
        "sdn.csv,un.xml,eu.xml,uk.csv,own.csv".replace(",", "," + at("x").getParent() + "/");
    assertThat(terminal.run("names", "--list", at("x").getParent() + "/" + lists, "--query", asked))
        .isZero();
    assertThat(terminal.err())
        .contains("note: read ")
        .contains("alt.csv")
        .contains("7 names asked of 6 entries");
    assertThat(best("q1"))
        .contains("\"list\":\"OFAC SDN\",\"entry\":\"90001\"")
        .contains("\"match\":true");
    assertThat(best("q2")).contains("\"entry\":\"90001\"").contains("\"score\":1.0");
    assertThat(best("q3")).contains("\"list\":\"UN\",\"entry\":\"7\"").contains("\"match\":true");
    assertThat(best("q4")).contains("\"list\":\"EU\",\"entry\":\"55\"").contains("\"match\":true");
    assertThat(best("q5"))
        .contains("\"list\":\"UK\",\"entry\":\"1234\"")
        .contains("\"match\":true");
    assertThat(best("q6"))
        .contains("\"list\":\"own.csv\",\"entry\":\"x\"")
        .contains("\"match\":true");
    assertThat(best("q7")).isEmpty();
    assertThat(terminal.out().lines())
        .allMatch(l -> l.matches(".*\"snapshot\":\"[0-9a-f]{64}\".*"));
  }

  private String best(String query) {
    return terminal
        .out()
        .lines()
        .filter(l -> l.contains("\"query\":\"" + query + "\""))
        .findFirst()
        .orElse("");
  }
}
