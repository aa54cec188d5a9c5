package dev.bonafide.cli;

import dev.bonafide.simulator.Works;
import dev.bonafide.simulator.WorksPlan;
import dev.bonafide.simulator.hiring.Applicants;
import dev.bonafide.simulator.people.Planted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code simulate}: the logs of a company that does not exist, and what is true of its people. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "Makes the logs of a company that does not exist, and a file with the truth.")
final class Simulate implements Callable<Integer> {
  static final String TRUTH = "truth.jsonl";
  static final String APPLICATIONS = "applications";
  static final String APPLICANTS = "applicants.jsonl";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT",
      description = "folder for logs/ and " + TRUTH)
  private Path out = Path.of("");

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "people in all (default: 500; with --case 60 and those of the case)")
  private @Nullable String workers;

  @Option(names = "--days", paramLabel = "N", description = "days (default: 30, with --case 45)")
  private @Nullable String days;

  @Option(names = "--ends", paramLabel = "DAY", description = "the last day, e.g. 2026-11-10")
  private @Nullable String ends;

  @Option(names = "--seed", paramLabel = "N", description = "another company (default: 7)")
  private @Nullable String seed;

  @Option(
      names = "--case",
      paramLabel = "NAME",
      description = "a public case, e.g. three-week-login, one-line-two-laptops, twelve-personas")
  private @Nullable String named;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description =
          "how many are planted: mixed 1 in 10 (default), power 1 in 200, headline 1 in 1,000,"
              + " stress 1 in 10,000, honest nobody")
  private @Nullable String preset;

  @Option(
      names = "--prevalence",
      paramLabel = "SHARE",
      description = "share of the people who are planted, all schemes in turn")
  private @Nullable String prevalence;

  @Option(
      names = "--difficulty",
      paramLabel = "D",
      description = "0 naive, 1 moderate, 2 evasive, or between (default: drawn)")
  private @Nullable String difficulty;

  @Option(
      names = "--plant",
      paramLabel = "SCHEME:N[:D]",
      split = ",",
      description = "N groups of a scheme more, e.g. laptop-farm:3:1")
  private String @Nullable [] plants;

  @Option(
      names = "--documented",
      paramLabel = "SHARE",
      description = "share of trips, rosters and schedules that are on paper (default: 0.8)")
  private @Nullable String documented;

  @Option(
      names = "--dirt",
      paramLabel = "N",
      description = "how dirty the logs are: 1 as usual (default), 0 clean")
  private @Nullable String dirt;

  @Option(
      names = "--applicants",
      paramLabel = "N",
      description =
          "N honest applications as well, and planted ones among them, in "
              + APPLICATIONS
              + "/; what is true of them in "
              + APPLICANTS)
  private int applicants;

  private final Screen screen;

  Simulate(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException {
    if (applicants < 0) {
      throw new Usage("--applicants takes a number of applications, not " + applicants);
    }
    WorksPlan plan = plan();
    Path logs = out.resolve("logs");
    clear(logs);
    Works works = new Works(plan);
    works.writeTo(logs);
    works.writeTruth(out.resolve(TRUTH));
    screen.say(
        "Bonafide Works: "
            + Text.count(works.people().size(), "person", "people")
            + " who do not exist, "
            + Text.count(plan.days(), "day", "days")
            + ", "
            + planted(works)
            + ".");
    screen.say("Logs are in " + logs + ", the truth is in " + out.resolve(TRUTH) + ".");
    screen.say(
        "Next: bonafide analyze "
            + logs
            + " --out RESULTS --reveal --reason evaluation; bonafide evaluate --truth "
            + out.resolve(TRUTH)
            + " --findings RESULTS/findings.json");
    if (applicants > 0) {
      applications(plan.seed());
    }
    return Exit.OK;
  }

  /** One group of each scheme for every fifty honest applications, at least one. */
  private void applications(long seed) throws IOException {
    Path folder = out.resolve(APPLICATIONS);
    clear(folder);
    Applicants all = Applicants.of(seed, applicants, Math.max(1, applicants / 50));
    all.writeTo(folder);
    all.writeTruth(out.resolve(APPLICANTS));
    screen.say(
        Text.count(all.truth().size(), "application", "applications")
            + " are in "
            + folder
            + ". Next: bonafide screen "
            + folder
            + " --out SCREENED; bonafide evaluate --truth "
            + out.resolve(APPLICANTS)
            + " --findings SCREENED/screening.json");
  }

  private WorksPlan plan() {
    Map<String, String> words = new TreeMap<>();
    put(words, "workers", workers);
    put(words, "days", days);
    put(words, "ends", ends);
    put(words, "seed", seed);
    put(words, "case", named);
    put(words, "preset", preset);
    put(words, "prevalence", prevalence);
    put(words, "difficulty", difficulty);
    put(words, "documented", documented);
    put(words, "dirt", dirt);
    put(words, "plant", plants == null ? null : String.join(",", plants));
    if (named == null) {
      words.putIfAbsent("workers", "500");
      if (prevalence == null && plants == null) {
        words.putIfAbsent("preset", "mixed");
      }
    }
    try {
      return WorksPlan.parse(words);
    } catch (IllegalArgumentException e) {
      throw new Usage(String.valueOf(e.getMessage()));
    }
  }

  private static void put(Map<String, String> words, String word, @Nullable String value) {
    if (value != null) {
      words.put(word, value);
    }
  }

  private static String planted(Works works) {
    Map<String, Integer> schemes = new TreeMap<>();
    works
        .people()
        .forEach(
            person -> {
              Planted planted = person.planted();
              if (planted != null) {
                schemes.merge(planted.scheme(), 1, Integer::sum);
              }
            });
    int all = schemes.values().stream().mapToInt(Integer::intValue).sum();
    return all == 0
        ? "nobody of them planted"
        : all
            + " of them planted ("
            + String.join(
                ", ",
                schemes.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList())
            + ")";
  }

  /** Logs of an earlier company would be read with the new ones; other people's files stay. */
  private void clear(Path logs) throws IOException {
    if (!Files.exists(logs)) {
      return;
    }
    if (!Files.exists(out.resolve(TRUTH))) {
      throw new Usage(logs + " is there and was not made by simulate: choose another --out");
    }
    try (Stream<Path> files = Files.walk(logs)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
