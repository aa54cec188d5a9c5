package dev.bonafide.cli;

import dev.bonafide.engine.Findings;
import dev.bonafide.engine.Json;
import dev.bonafide.engine.OutFolder;
import dev.bonafide.engine.Quality;
import dev.bonafide.engine.Results;
import dev.bonafide.model.Weight;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prints the ranked list, and in the last lines what to know and what to do next. */
final class Ranking {
  /** How many people below the line a table still shows. */
  private static final int BELOW = 3;

  /** Least columns for the stage. */
  private static final int WIDE = 120;

  private final Screen screen;
  private final Results results;
  private final Findings findings;
  private final List<Findings.Person> over;

  Ranking(Screen screen, Results results) {
    this.screen = screen;
    this.results = results;
    this.findings = results.findings();
    this.over = results.over();
  }

  void print(Analyze.@Nullable Format format) {
    if (format == Analyze.Format.json) {
      screen.out().writeBytes(Json.document(findings));
    } else if (format == Analyze.Format.csv) {
      rows(",");
    } else if (format == null && !screen.terminalOut()) {
      rows("\t");
    } else {
      table();
    }
  }

  // --- for programs --------------------------------------------------------------------------

  private void rows(String separator) {
    row(
        separator,
        List.of(
            "rank",
            "id",
            "person",
            "band",
            "score_db",
            "low_db",
            "high_db",
            "stage",
            "reasons",
            "innocent",
            "next_check",
            "minutes"));
    int rank = 1;
    for (Findings.Person person : findings.people()) {
      Findings.Innocent innocent = person.bestInnocent();
      Findings.Check check = person.nextCheck();
      row(
          separator,
          List.of(
              String.valueOf(rank++),
              person.id(),
              person.label(),
              person.band(),
              Text.plainDecibans(person.decibans()),
              Text.plainDecibans(person.interval().get(0)),
              Text.plainDecibans(person.interval().get(1)),
              person.stage() == null ? "" : person.stage(),
              String.join(separator.equals(",") ? " " : ",", reasons(person)),
              innocent == null ? "" : innocent.slug(),
              check == null ? "" : Text.oneLine(check.text()),
              check == null ? "" : String.valueOf(check.minutes())));
    }
  }

  private void row(String separator, List<String> fields) {
    List<String> cells = separator.equals(",") ? fields.stream().map(Text::csv).toList() : fields;
    screen.out().print(String.join(separator, cells) + "\n");
  }

  /** Indicators in the order of the ledger, so the heaviest cause first. */
  private static List<String> reasons(Findings.Person person) {
    Set<String> reasons = new LinkedHashSet<>();
    for (Findings.LedgerLine line : person.ledger()) {
      if (line.indicator() != null && line.millinats() > 0) {
        reasons.add(line.indicator());
      }
    }
    return new ArrayList<>(reasons);
  }

  // --- for people ----------------------------------------------------------------------------

  private void table() {
    if (findings.people().isEmpty()) {
      return;
    }
    if (over.isEmpty()) {
      Findings.Person first = findings.people().getFirst();
      screen.print(
          String.format(
              Locale.ROOT,
              "Nobody is over the review line (%s dB). %s assessed; the highest is at %s dB.",
              line(),
              Text.count(findings.people().size(), "person was", "people were"),
              Text.decibans(first.decibans())));
      return;
    }
    boolean wide = screen.width() >= WIDE;
    screen.print(
        "  #  "
            + Text.cell("PERSON", 15)
            + "   dB  "
            + Text.cell("RANGE", 9)
            + " "
            + (wide ? Text.cell("STAGE", 11) : "")
            + "STRONGEST REASONS, CHEAPEST NEXT CHECK");
    int rank = 1;
    for (Findings.Person person : over) {
      person(rank++, person, wide);
    }
    String rule =
        String.format(
            Locale.ROOT,
            "─── review line %s dB, from a budget of %s per 1,000 per 30 days; %s below it ",
            line(),
            number(findings.reviewLine().budget()),
            Text.count(findings.people().size() - (long) over.size(), "person is", "people are"));
    screen.print(rule + "─".repeat(Math.max(0, screen.width() - rule.length())));
    for (Findings.Person person :
        findings.people().stream().skip(over.size()).limit(BELOW).toList()) {
      if (!person.indicators().isEmpty()) {
        person(rank, person, wide);
      }
      rank++;
    }
  }

  private static String number(double budget) {
    return budget == Math.rint(budget) ? String.valueOf((long) budget) : String.valueOf(budget);
  }

  private String line() {
    return Text.decibans(Weight.decibans(findings.reviewLine().millinats()));
  }

  private void person(int rank, Findings.Person person, boolean wide) {
    Findings.Check check = person.nextCheck();
    String range =
        Text.decibans(person.interval().get(0)) + ".." + Text.decibans(person.interval().get(1));
    String score = String.format(Locale.ROOT, "%4s", Text.decibans(person.decibans()));
    screen.print(
        String.format(Locale.ROOT, "%3d  ", rank)
            + screen.bold(Text.cell(person.label(), 15))
            + " "
            + screen.bold(score)
            + "  "
            + screen.dim(Text.cell(range, 9))
            + " "
            + (wide ? Text.cell(person.stage() == null ? "" : person.stage(), 11) : "")
            + Text.wrapped(String.join(", ", reasons(person)), wide ? 48 : 37, screen.width())
                .strip());
    if (check != null) {
      String next = Text.oneLine(check.text()).replaceAll("\\.$", "");
      screen.print(
          Text.wrapped(
              "next: " + next + " (" + check.minutes() + " min)", wide ? 48 : 24, screen.width()));
    }
  }

  // --- the last lines ------------------------------------------------------------------------

  /** Whether a file was passed over or rejected in part. */
  boolean rejects() {
    return results.quality().files().stream()
        .anyMatch(file -> file.why() != null || !file.rejected().isEmpty());
  }

  void conclude(Path out) {
    Quality quality = results.quality();
    long read = quality.files().stream().filter(file -> file.recognised() != null).count();
    long records = quality.files().stream().mapToLong(Quality.FileReport::records).sum();
    long events = quality.files().stream().mapToLong(Quality.FileReport::events).sum();
    long rejected =
        quality.files().stream()
            .flatMap(file -> file.rejected().stream())
            .mapToLong(Quality.Count::count)
            .sum();
    passedOver();
    screen.say(
        String.format(
            Locale.ROOT,
            "Read %s, %s and %s in %s; %s rejected.",
            Text.count(results.lines(), "line", "lines"),
            Text.count(records, "record", "records"),
            Text.count(events, "event", "events"),
            Text.count(read, "file", "files"),
            Text.count(rejected, "was", "were")));
    if (!results.assessed()) {
      screen.say(
          "Nobody could be assessed: no record that was read belongs to a person. "
              + out.resolve(OutFolder.QUALITY)
              + " says of each file what it was taken for.");
    } else if (over.isEmpty()) {
      screen.say(
          "Nobody of "
              + Text.count(findings.people().size(), "person", "people")
              + " is over the review line.");
    } else {
      Findings.Person first = over.getFirst();
      screen.say(
          String.format(
              Locale.ROOT,
              "%s over the review line: %s.",
              Text.count(over.size(), "person is", "people are"),
              names()));
      screen.say(
          "To name them: "
              + "bonafide who "
              + out
              + " \""
              + first.label()
              + "\" --reason \"why you need to know\"");
    }
    List<Findings.BlindSpot> missing = quality.missing();
    if (!missing.isEmpty()) {
      StringBuilder most = new StringBuilder("What would help most:");
      for (Findings.BlindSpot spot : missing.subList(0, Math.min(3, missing.size()))) {
        most.append(most.toString().endsWith(":") ? " " : "; ")
            .append(spot.source())
            .append(" (")
            .append(String.join(", ", spot.indicators()))
            .append(')');
      }
      screen.say(most + ".");
    }
    screen.say(
        "Written to "
            + out
            + ": "
            + String.join(
                ", ", OutFolder.REPORT, OutFolder.FINDINGS, OutFolder.EVIDENCE, OutFolder.QUALITY)
            + ".");
    screen.say("A score is a reason to ask, not a finding: each has an innocent explanation.");
  }

  /** Every file that was passed over, with its reason. */
  private void passedOver() {
    results
        .passedOver()
        .forEach(passed -> screen.say("passed over: " + passed.shown() + ": " + passed.why()));
  }

  private String names() {
    int most = 10;
    List<String> labels = over.stream().map(Findings.Person::label).limit(most).toList();
    return String.join(", ", labels)
        + (over.size() > most ? " and " + (over.size() - most) + " more" : "");
  }
}
