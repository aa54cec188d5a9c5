package dev.bonafide.cli;

import dev.bonafide.engine.Analysis;
import dev.bonafide.engine.OutFolder;
import dev.bonafide.engine.OutFolder.Audited;
import dev.bonafide.engine.Results;
import dev.bonafide.engine.applications.ApplicantList;
import dev.bonafide.engine.intake.Fault;
import dev.bonafide.engine.intake.Limits;
import dev.bonafide.engine.intake.Progress;
import dev.bonafide.engine.privacy.Key;
import dev.bonafide.indicators.Catalogue;
import dev.bonafide.knowledge.Knowledge;
import dev.bonafide.report.ReportPage;
import dev.bonafide.sources.MappingFile;
import dev.bonafide.sources.Source;
import dev.bonafide.sources.Sources;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code analyze}: a folder of logs in, a ranked and explained list of people out. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description = "Reads logs and says who should be looked at first, and why.")
final class Analyze implements Callable<Integer> {
  /** How data is printed. */
  enum Format {
    table,
    json,
    csv
  }

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "log files and folders of them")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT",
      description = "folder for what is found")
  private Path out = Path.of("");

  @Option(names = "--people", paramLabel = "FILE", description = "the HR list: who works here")
  private List<Path> people = new ArrayList<>();

  @Option(names = "--map", paramLabel = "FILE", description = "mapping of a log of your own")
  private List<Path> maps = new ArrayList<>();

  @Option(
      names = "--budget",
      paramLabel = "N",
      defaultValue = "5",
      description = "reviews you can do per 1,000 people and 30 days (default: ${DEFAULT-VALUE})")
  private String budget = "5";

  @Option(names = "--from", paramLabel = "DAY", description = "first day, e.g. 2026-11-01")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "DAY", description = "last day")
  private @Nullable String to;

  @Option(
      names = "--tz",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "zone of times that name none, e.g. America/Denver (default: ${DEFAULT-VALUE})")
  private String zone = "UTC";

  @Option(names = "--threads", paramLabel = "N", description = "default: one per core")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--reveal", description = "write names into OUT; needs --reason")
  private boolean reveal;

  @Option(names = "--reason", paramLabel = "TEXT", description = "why names are needed")
  private String reason = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json or csv (default: a table; for a program tab-separated)")
  private @Nullable Format format;

  @Option(names = "--custody", description = "hash every input file as a whole")
  private boolean custody;

  @Option(names = "--strict", description = "exit 3 when any file was rejected, also in part")
  private boolean strict;

  @Option(names = "--key", paramLabel = "FILE", description = "key file, if not the usual one")
  private @Nullable Path keyFile;

  private final Screen screen;

  Analyze(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException {
    Key key = KeyFile.find(keyFile, System.getenv());
    List<Path> all = new ArrayList<>(paths);
    all.addAll(people);
    check(all, reveal, reason, threads);
    LocalDate first = day("--from", from);
    LocalDate last = day("--to", to);
    if (first != null && last != null && first.isAfter(last)) {
      throw new Usage("--from " + first + " is after --to " + last);
    }
    Analysis.Settings settings =
        new Analysis.Settings(
            all, out, budget(), first, last, zone(), threads, custody, reveal, key, Limits.DEFAULT);
    return run(settings, Sources.builtIn().with(mapped(maps)), people);
  }

  /** What every run over logs asks of its options. */
  static void check(List<Path> paths, boolean reveal, String reason, int threads) {
    for (Path path : paths) {
      if (!Files.exists(path) && !Files.isSymbolicLink(path)) {
        throw new Usage(path + " is not there");
      }
    }
    if (reveal && reason.isBlank()) {
      throw new Usage("--reveal needs --reason TEXT: it is kept in OUT/" + OutFolder.AUDIT);
    }
    if (threads < 1 || threads > 1024) {
      throw new Usage("--threads takes 1 to 1024, not " + threads);
    }
  }

  /** Keeps for what reason the names of whom were written. */
  static void revealed(OutFolder folder, String reason, List<String> ids) throws IOException {
    folder.audit(new Audited(Instant.now(), "reveal", reason.strip(), ids));
  }

  /** Runs one analysis, writes and prints what was found, and returns the exit code. */
  private int run(Analysis.Settings settings, Sources sources, List<Path> peopleFiles)
      throws IOException {
    Results results = analyze(screen, settings, sources, reveal ? reason : null);
    Ranking ranking = new Ranking(screen, results);
    ranking.print(format);
    ranking.conclude(out);
    for (Path file : peopleFiles) {
      results.passedOver().stream()
          .filter(passed -> passed.shown().equals(file.toString()))
          .forEach(
              passed -> screen.say("--people " + file + " could not be used: " + passed.why()));
    }
    boolean refused = strict && ranking.rejects();
    if (refused) {
      screen.say("--strict: a file was passed over or rejected in part; see " + OutFolder.QUALITY);
    }
    return exit(
        !results.faults().isEmpty(), results.assessed() && !refused, !results.over().isEmpty());
  }

  /** A fault of ours outranks what was found: somebody must look at it (DESIGN 10.6). */
  static int exit(boolean fault, boolean assessed, boolean review) {
    if (fault) {
      return Exit.FAULT;
    }
    if (!assessed) {
      return Exit.DATA;
    }
    return review ? Exit.REVIEW : Exit.OK;
  }

  /** Runs the line and writes OUT. */
  static Results analyze(
      Screen screen, Analysis.Settings settings, Sources sources, @Nullable String reason)
      throws IOException {
    Results results = found("analyze", screen, settings, ApplicantList.NONE, sources);
    OutFolder folder = new OutFolder(Objects.requireNonNull(settings.out()));
    if (reason != null) {
      revealed(
          folder, reason, results.findings().people().stream().map(person -> person.id()).toList());
    }
    folder.write(
        results,
        ReportPage.html(results.findings(), results.dossiers(), results.quality()),
        settings.key());
    return results;
  }

  /** Runs the line; nothing is written but the traces of our own faults. */
  static Results found(
      String command,
      Screen screen,
      Analysis.Settings settings,
      ApplicantList applied,
      Sources sources)
      throws IOException {
    long began = System.nanoTime();
    Path out = settings.out();
    if (out == null) {
      throw new IllegalArgumentException("no output folder");
    }
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new Usage("the output folder " + out + " can't be made: " + e.getMessage());
    }
    if (!Files.isWritable(out)) {
      throw new Usage("the output folder " + out + " may not be written to");
    }
    Progress progress = new Progress();
    Results found;
    try (ProgressLine line = new ProgressLine(screen, progress)) {
      line.start();
      found =
          new Analysis(
                  settings,
                  progress,
                  sources,
                  Catalogue.builtIn(),
                  Knowledge.builtIn(),
                  DocumentReader.extractor(),
                  applied)
              .run();
    }
    long elapsed = (System.nanoTime() - began) / 1_000_000;
    Results results = found.ofRun(found.command(command, settings), elapsed);
    OutFolder folder = new OutFolder(out);
    Files.deleteIfExists(folder.path("faults.txt"));
    if (!results.faults().isEmpty()) {
      Files.writeString(folder.path("faults.txt"), traces(results.faults()));
      screen.say(
          "bonafide: "
              + Text.count(results.faults().size(), "record", "records")
              + " could not be read because of a fault of this program; details in "
              + folder.path("faults.txt"));
    }
    return results;
  }

  /** Stack traces, without messages: those may quote a record. */
  private static String traces(List<Fault> faults) {
    StringWriter all = new StringWriter();
    PrintWriter out = new PrintWriter(all);
    for (Fault fault : faults.subList(0, Math.min(20, faults.size()))) {
      out.println("line " + fault.line() + " of an input: " + fault.cause().getClass().getName());
      for (StackTraceElement element : fault.cause().getStackTrace()) {
        out.println("    at " + element);
      }
    }
    return all.toString();
  }

  static List<Source> mapped(List<Path> maps) {
    List<Source> mapped = new ArrayList<>();
    for (Path map : maps) {
      byte[] json;
      try {
        json = Files.readAllBytes(map);
      } catch (IOException e) {
        throw new Usage("the mapping " + map + " can't be read");
      }
      switch (MappingFile.read(map.toString(), json)) {
        case MappingFile.Good good -> mapped.add(good.source());
        case MappingFile.Wrong wrong -> throw new Usage(String.join("\n", wrong.problems()));
      }
    }
    return mapped;
  }

  private double budget() {
    // "5/1000/30d" is how people say it; the number is what may vary.
    String number =
        budget.endsWith("/1000/30d") ? budget.substring(0, budget.indexOf('/')) : budget;
    try {
      double value = Double.parseDouble(number);
      if (value > 0 && value <= 1000) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new Usage(
        "--budget takes the reviews per 1,000 people and 30 days, above 0 and up to 1000, not "
            + budget);
  }

  private ZoneId zone() {
    return zone(zone);
  }

  static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new Usage("--tz takes a zone such as America/Denver or UTC, not " + name);
    }
  }

  private static @Nullable LocalDate day(String option, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new Usage(
          String.format(Locale.ROOT, "%s takes a day such as 2026-11-01, not %s", option, text));
    }
  }
}
