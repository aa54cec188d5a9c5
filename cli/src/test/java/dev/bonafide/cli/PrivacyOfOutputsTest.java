package dev.bonafide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.simulator.Works;
import dev.bonafide.simulator.WorksPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing under OUT names anybody, unless that was asked for with a reason. */
class PrivacyOfOutputsTest {
  /** Stands in every family name, address, login and host name of the input. */
  private static final String CANARY = "qzx";

  @TempDir static @Nullable Path company;
  @TempDir @Nullable Path folder;
  private static final List<String> PHONES = new ArrayList<>();

  private static Path in(String name) {
    assertThat(company).isNotNull();
    return company.resolve(name);
  }

  private Path at(String name) {
    assertThat(folder).isNotNull();
    return folder.resolve(name);
  }

  private String[] analyze(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "analyze",
                in("logs").toString(),
                "--out",
                at("out").toString(),
                "--budget",
                "25",
                "--key",
                in("key").toString()));
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  /** A company whose names all carry the canary, in files that are called after people. */
  @BeforeAll
  static void company() throws IOException {
    Path plain = in("plain");
    WorksPlan demo = WorksPlan.demo(11);
    new Works(
            new WorksPlan(
                11,
                12,
                demo.first(),
                24,
                1,
                List.of(),
                demo.plants().stream().filter(plant -> plant.onset() < 14).toList(),
                List.of(),
                1))
        .writeTo(plain);
    Set<String> families = new TreeSet<>();
    for (String row : Files.readAllLines(plain.resolve("hr.csv"))) {
      String name = row.split(",")[1];
      families.add(name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
      Pattern.compile("\\+1 [0-9 ]+").matcher(row).results().forEach(m -> PHONES.add(m.group()));
    }
    families.remove("name");
    Pattern family = Pattern.compile("(?i)" + String.join("|", families));
    Path logs = in("logs/morel" + CANARY);
    try (Stream<Path> files = Files.walk(plain)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        text = family.matcher(text).replaceAll(m -> m.group() + CANARY);
        text = text.replace("BWL-", "BWL" + CANARY + "-");
        Path to = logs.resolve(plain.relativize(file) + "." + CANARY);
        Files.createDirectories(to.getParent());
        Files.writeString(to, text);
      }
    }
    Files.writeString(logs.resolve("of-" + CANARY + ".txt"), "not a log of " + CANARY);
    Files.writeString(
        logs.resolve("half.ndjson"),
        "{\"eventType\":\"" + CANARY + "\n{\"uuid\": \"" + CANARY + "\"}");
    Files.writeString(in("key"), "a test key");
  }

  private List<String> where(String canary) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(at("out"))) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().contains(canary)) {
          found.add("name of " + file);
        }
        if (Files.isRegularFile(file)) {
          String text = Files.readString(file, StandardCharsets.ISO_8859_1);
          int at = text.toLowerCase(Locale.ROOT).indexOf(canary);
          if (at >= 0) {
            found.add(
                file.getFileName()
                    + ": "
                    + text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 40)));
          }
        }
      }
    }
    return found;
  }

  @Test
  void noNameMailLoginPhoneOrHostOccursInAnyOutput() throws IOException {
    Terminal terminal = Terminal.piped();
    int code = terminal.run(analyze());
    assertThat(terminal.err()).contains("Written to");
    assertThat(code).as(terminal.err()).isEqualTo(Exit.REVIEW);
    assertThat(where(CANARY)).isEmpty();
    assertThat(PHONES).hasSizeGreaterThan(20);
    for (String phone : PHONES) {
      assertThat(where(phone)).isEmpty();
    }
    assertThat(terminal.out().toLowerCase(Locale.ROOT)).doesNotContain(CANARY);
  }

  @Test
  void whoNamesPeopleForAReasonThatIsKept() throws IOException {
    Terminal terminal = Terminal.piped();
    assertThat(terminal.run(analyze())).as(terminal.err()).isEqualTo(Exit.REVIEW);
    String id = terminal.out().lines().skip(1).findFirst().orElseThrow().split("\t")[1];
    String out = at("out").toString();
    String key = in("key").toString();
    assertThat(terminal.run("who", out, id, "--key", key)).isEqualTo(Exit.USAGE);
    assertThat(terminal.run("who", out, id, "--reason", "case 12", "--key", key)).isZero();
    assertThat(terminal.out()).contains(id, CANARY);
    assertThat(Files.readString(at("out/audit.ndjson"))).contains("\"case 12\"", id);
    assertThat(where(CANARY)).isEmpty();
    Files.writeString(at("other"), "another key");
    assertThat(terminal.run("who", out, id, "--reason", "x", "--key", at("other").toString()))
        .isEqualTo(Exit.USAGE);
    assertThat(terminal.err()).contains("another key");
  }

  @Test
  void revealNamesPeopleOnlyWithAReason() throws IOException {
    Terminal terminal = Terminal.piped();
    assertThat(terminal.run(analyze("--reveal"))).isEqualTo(Exit.USAGE);
    terminal.run(analyze("--reveal", "--reason", "case 13"));
    assertThat(where(CANARY)).isNotEmpty();
    assertThat(Files.readString(at("out/audit.ndjson"))).contains("case 13", "reveal");
  }
}
