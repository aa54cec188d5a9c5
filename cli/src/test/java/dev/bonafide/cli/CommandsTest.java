package dev.bonafide.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.sources.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {
  /** A sign-in of a person who does not exist, as Okta writes it. */
  private static final String SIGN_IN =
      """
      {"actor":{"id":"00uAda","type":"User","alternateId":"ada.morel@corp.example","displayName":"Ada Morel"},\
      "client":{"userAgent":{"rawUserAgent":"Mozilla/5.0"},"ipAddress":"192.0.2.7"},\
      "eventType":"user.session.start","outcome":{"result":"SUCCESS"},"published":"2026-10-12T08:00:00.000Z",\
      "uuid":"e0000001-0000-4000-8000-000000000001","authenticationContext":{"externalSessionId":"s1"},\
      "severity":"INFO","version":"0","target":[],"securityContext":{},"debugContext":{"debugData":{}},\
      "transaction":{"type":"WEB","id":"x","detail":{}},"legacyEventType":"core.user_auth.login_success"}
      """;

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
  void helpNamesEveryCommandAndEveryExitCode() {
    assertThat(terminal.run("--help")).isZero();
    assertThat(terminal.out())
        .contains("analyze", "demo", "read", "who", "sources", "indicators")
        .contains("Exit codes: 0", "70 our own");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|a command is missing",
        "guess|Unmatched",
        "analyze --out o|Missing required parameter: 'PATH'",
        "analyze .|Missing required option: '--out",
        "analyze not-there --out o|not-there is not there",
        "analyze . --out o --budget none|--budget takes",
        "analyze . --out o --budget 0|--budget takes",
        "analyze . --out o --tz Mars|--tz takes",
        "analyze . --out o --from tomorrow|--from takes a day",
        "analyze . --out o --from 2026-02-02 --to 2026-02-01|is after",
        "analyze . --out o --reveal|--reveal needs --reason",
        "analyze . --out o --threads 0|--threads takes",
        "analyze . --out o --map no.json|the mapping no.json can't be read",
        "read not-there|not-there is not there",
        "who not-there p-x --reason y|no vault.bin",
        "indicators describe nothing|no indicator is called nothing",
      })
  void whatCannotBeDoneAsAskedIsUsageAndSaysWhy(String command, String why) throws IOException {
    String key = file("key", "a test key");
    String[] args = command.isEmpty() ? new String[0] : command.split(" ");
    for (int i = 1; i < args.length; i++) {
      if (args[i - 1].equals("--out")) {
        args[i] = at("out");
      }
    }
    if (command.startsWith("analyze") || command.startsWith("who")) {
      args = java.util.Arrays.copyOf(args, args.length + 2);
      args[args.length - 2] = "--key";
      args[args.length - 1] = key;
    }
    assertThat(terminal.run(args)).as(terminal.err()).isEqualTo(Exit.USAGE);
    assertThat(terminal.err()).contains(why);
    assertThat(terminal.out()).isEmpty();
    assertThat(Path.of(at("out"))).doesNotExist();
  }

  @Test
  void whereNobodyCanBeAssessedTheCodeSaysSoAndEveryFileIsNamed() throws IOException {
    String logs = file("readme.txt", "no log at all");
    int code = terminal.run("analyze", logs, "--out", at("out"), "--key", file("key", "k"));
    assertThat(code).isEqualTo(Exit.DATA);
    assertThat(terminal.err())
        .contains("passed over: " + logs)
        .contains("Nobody could be assessed")
        .contains("quality.json");
    assertThat(Files.readString(Path.of(at("out"), "findings.json"))).contains("\"people\" : [ ]");
  }

  @Test
  void oneOktaExportWithoutHrIsEnough() throws IOException {
    String logs = file("x", SIGN_IN);
    String key = file("key", "k");
    assertThat(terminal.run("analyze", logs, "--out", at("out"), "--key", key)).isZero();
    assertThat(terminal.out().lines()).hasSize(2);
    assertThat(terminal.err()).contains("Read 1 line, 1 record", "Nobody of 1 person is over");
    assertThat(terminal.run("analyze", logs, "--out", at("out"), "--key", key, "--format", "csv"))
        .isZero();
    assertThat(terminal.out()).startsWith("rank,id,person,band,score_db");
    assertThat(terminal.run("analyze", logs, "--out", at("out"), "--key", key, "--format", "json"))
        .isZero();
    assertThat(terminal.out()).startsWith("{").contains("\"reviewLine\"");
  }

  @Test
  void strictTurnsARejectedFileIntoAnExitCode() throws IOException {
    String logs = file("x", SIGN_IN + "{\"eventType\": \"user.session.start\", broken\n");
    String key = file("key", "k");
    assertThat(terminal.run("analyze", logs, "--out", at("out"), "--key", key)).isZero();
    assertThat(terminal.run("analyze", logs, "--out", at("out"), "--key", key, "--strict"))
        .isEqualTo(Exit.DATA);
  }

  @Test
  void readShowsEachRecordInOurWordsWithItsPlace() throws IOException {
    String logs = file("x", "\n" + SIGN_IN + "not json\n");
    assertThat(terminal.run("read", logs)).isZero();
    assertThat(terminal.out())
        .contains(
            "\"time\":\"2026-10-12T08:00:00Z\",\"source\":\"okta\",\"class\":3002,\"activity\":\"Logon\"",
            "\"actor\":{\"account\":\"okta:00uAda\",\"alias\":\"ada.morel@corp.example\"}",
            "\"session\":\"s1\",\"src\":{\"ip\":\"192.0.2.7\"}",
            "\"line\":2}");
    assertThat(terminal.run("read", "--rejects", logs)).isZero();
    assertThat(terminal.out()).contains("\"rejected\":", "\"line\":3}").doesNotContain("okta:00u");
    assertThat(terminal.run("read", "--explain", logs)).isZero();
    assertThat(terminal.out()).contains("\"explain\":[{", "\"from\":\"published\"");
  }

  @Test
  void aFaultOfOursOutranksWhatWasFound() {
    assertThat(Analyze.exit(true, true, true)).isEqualTo(Exit.FAULT);
    assertThat(Analyze.exit(false, false, true)).isEqualTo(Exit.DATA);
    assertThat(Analyze.exit(false, true, true)).isEqualTo(Exit.REVIEW);
    assertThat(Analyze.exit(false, true, false)).isEqualTo(Exit.OK);
  }

  @Test
  void readNamesThePersonWhenAListOfPeopleIsAmongTheFiles() throws IOException {
    String logs = file("x", SIGN_IN);
    String people =
        file(
            "hr.csv",
            """
            Employee ID,Name,Work Email,Country,Start Date
            W-17,Ada Morel,ada.morel@corp.example,Spain,2024-01-08
            """);
    assertThat(terminal.run("read", logs, people)).isZero();
    assertThat(terminal.out()).contains("\"alias\":\"ada.morel@corp.example\",\"person\":\"W-17\"");
  }

  @Test
  void theListsNameWhatTheProgramBrings() {
    assertThat(terminal.run("sources")).isZero();
    assertThat(terminal.out().lines()).hasSize(1 + Sources.builtIn().all().size());
    assertThat(terminal.run("indicators")).isZero();
    assertThat(terminal.out()).contains("marathon-activity\trhythm\twork");
    assertThat(terminal.run("indicators", "describe", "marathon-activity")).isZero();
    assertThat(terminal.out()).contains("sees", "why", "also fits", "next check");
  }

  @Test
  void theKeyIsMadeOnceAndForItsOwnerOnly() throws IOException {
    Map<String, String> env = Map.of("XDG_CONFIG_HOME", at("config"));
    String first = pseudonym(env);
    Path file = KeyFile.place(env);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(pseudonym(env)).isEqualTo(first);
    assertThat(pseudonym(Map.of("BONAFIDE_KEY", Files.readString(file)))).isEqualTo(first);
    assertThat(pseudonym(Map.of("XDG_CONFIG_HOME", at("other")))).isNotEqualTo(first);
  }

  private static String pseudonym(Map<String, String> env) {
    return new dev.bonafide.engine.privacy.Pseudonyms(KeyFile.find(null, env)).person("W1");
  }

  @Test
  void aFaultOfOursIsOneSentenceAndAFile() throws IOException {
    java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
    java.io.OutputStream broken =
        new java.io.OutputStream() {
          @Override
          public void write(int b) {
            throw new IllegalStateException("broken on purpose");
          }
        };
    Screen screen =
        new Screen(
            new java.io.PrintStream(broken, true, UTF_8),
            new java.io.PrintStream(err, true, UTF_8),
            false,
            false,
            false,
            true,
            80);
    assertThat(Main.run(screen, "sources")).isEqualTo(Exit.FAULT);
    String said = err.toString(UTF_8);
    assertThat(said.lines()).hasSize(1);
    assertThat(said).contains("a fault of this program: IllegalStateException: broken on purpose");
    Path details = Path.of(said.substring(said.indexOf("details in ") + 11).strip());
    assertThat(Files.readString(details)).contains("SourceList");
    Files.delete(details);
  }
}
