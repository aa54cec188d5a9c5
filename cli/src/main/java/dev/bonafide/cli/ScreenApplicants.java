package dev.bonafide.cli;

import dev.bonafide.engine.Json;
import dev.bonafide.engine.applications.Fairness;
import dev.bonafide.engine.applications.Screening;
import dev.bonafide.engine.applications.ScreeningFindings;
import dev.bonafide.hiring.documents.Documents;
import dev.bonafide.hiring.documents.Groups;
import dev.bonafide.report.FairnessPage;
import dev.bonafide.report.RecruiterCards;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code screen}: a folder of applications in, questions out. */
@Command(
    name = "screen",
    mixinStandardHelpOptions = true,
    description =
        "Reads applications, résumés, references and interview transcripts, and says what does not"
            + " fit and what to ask. The same checks for everybody; it never decides and never ranks.")
final class ScreenApplicants implements Callable<Integer> {
  static final String SCREENING = "screening.json";
  static final String CARDS = "cards.json";

  @Parameters(arity = "1..*", paramLabel = "APPLICANTS", description = "folders of applications")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT",
      description = "folder for what is found")
  private Path out = Path.of("");

  @Option(
      names = "--against",
      paramLabel = "FOLDER",
      description = "earlier applications: compared with, and judged again by today's knowledge")
  private List<Path> against = new ArrayList<>();

  @Option(
      names = "--workers",
      paramLabel = "FILE",
      description = "the HR list of workers and former workers, with contacts")
  private List<Path> workers = new ArrayList<>();

  @Option(
      names = "--lists",
      paramLabel = "DIR",
      description =
          "lists of yours: schools, disposable mail domains, job advertisements, published"
              + " indicators (CSV, STIX 2.1, MISP)")
  private List<Path> lists = new ArrayList<>();

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "day of judgement (default: that of the latest application, else today)")
  private @Nullable String asOf;

  @Option(
      names = "--groups",
      paramLabel = "FILE",
      description =
          "a table of applicant id and groups of your choice: writes pass rates; no check reads it")
  private @Nullable Path groups;

  private final Screen screen;

  ScreenApplicants(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException {
    List<Path> named = new ArrayList<>(folders);
    named.addAll(against);
    named.addAll(workers);
    named.addAll(lists);
    if (groups != null) {
      named.add(groups);
    }
    for (Path path : named) {
      if (!Files.exists(path)) {
        throw new Usage(path + " is not there");
      }
    }
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new Usage("the output folder " + out + " can't be made: " + e.getMessage());
    }
    ScreeningFindings findings =
        new Screening(
                new Screening.Settings(
                    folders,
                    against,
                    workers,
                    lists,
                    out,
                    day(),
                    LocalDate.now(ZoneOffset.UTC),
                    command(),
                    DocumentReader.extractor()))
            .run();
    write(findings);
    conclude(findings);
    return findings.applicants().isEmpty() ? Exit.DATA : Exit.OK;
  }

  private @Nullable LocalDate day() {
    if (asOf == null) {
      return null;
    }
    try {
      return LocalDate.parse(asOf.strip());
    } catch (DateTimeException e) {
      throw new Usage("--as-of takes a day such as 2026-11-01, not " + asOf);
    }
  }

  private String command() {
    StringBuilder command = new StringBuilder("screen");
    folders.forEach(path -> command.append(' ').append(path));
    against.forEach(path -> command.append(" --against ").append(path));
    workers.forEach(path -> command.append(" --workers ").append(path));
    lists.forEach(path -> command.append(" --lists ").append(path));
    return command.toString();
  }

  private void write(ScreeningFindings findings) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    RecruiterCards.pages(findings)
        .forEach((name, page) -> files.put(name, page.getBytes(StandardCharsets.UTF_8)));
    if (groups != null) {
      String text = Documents.text(Files.readAllBytes(groups));
      Map<String, Map<String, String>> read = Groups.read(text == null ? "" : text);
      if (read.isEmpty()) {
        throw new Usage("--groups takes a table of applicant id and groups, not " + groups);
      }
      Fairness fairness = Fairness.of(findings, read);
      if (fairness.groupings().stream().allMatch(g -> g.groups().isEmpty())) {
        screen.say(
            groups
                + ": no application has an id of its first column, so there is nothing to count");
      }
      files.put("fairness.json", Json.document(fairness));
      files.put("fairness.html", FairnessPage.html(fairness).getBytes(StandardCharsets.UTF_8));
    }
    files.put(CARDS, Json.document(cards(findings)));
    files.put(SCREENING, Json.document(findings));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path beside = out.resolve("." + file.getKey() + ".new");
      Files.write(beside, file.getValue());
      Files.move(beside, out.resolve(file.getKey()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The recruiter's cards for another program: the same words, no weight. */
  private static List<Map<String, Object>> cards(ScreeningFindings findings) {
    List<Map<String, Object>> cards = new ArrayList<>();
    for (ScreeningFindings.Applicant one : findings.applicants()) {
      Map<String, Object> card = new LinkedHashMap<>();
      card.put("id", one.id());
      if (one.received() != null) {
        card.put("received", one.received());
      }
      card.put("questions", one.questions());
      card.put("lookedAt", one.fits());
      card.put(
          "couldNotBeChecked",
          one.abstained().stream().map(a -> a.reason()).distinct().sorted().toList());
      cards.add(card);
    }
    return cards;
  }

  private void conclude(ScreeningFindings findings) {
    long asked = findings.applicants().stream().filter(a -> !a.questions().isEmpty()).count();
    long unread = findings.documents().stream().filter(d -> d.why() != null).count();
    screen.print(
        Text.count(findings.applicants().size(), "application", "applications")
            + ", "
            + Text.count(asked, "with a question", "with questions")
            + ", "
            + Text.count(findings.clusters().size(), "linked group", "linked groups"));
    screen.say(
        Text.count(findings.documents().size(), "document", "documents")
            + (unread == 0
                ? ", all read"
                : ", " + unread + " not read: " + SCREENING + " says why"));
    findings.notes().stream().limit(20).forEach(note -> screen.say(note));
    if (findings.applicants().isEmpty()) {
      screen.say("no application was found");
    }
    screen.say("for recruiters: " + out.resolve("cards.html"));
    screen.say("for security: " + out.resolve("security.html") + " and " + out.resolve(SCREENING));
  }
}
