package dev.bonafide.store;

import dev.bonafide.engine.Analysis;
import dev.bonafide.engine.Findings;
import dev.bonafide.engine.Links;
import dev.bonafide.engine.OutFolder;
import dev.bonafide.engine.Outputs;
import dev.bonafide.engine.Results;
import dev.bonafide.engine.applications.ScreeningFindings;
import dev.bonafide.engine.intake.Limits;
import dev.bonafide.engine.intake.Progress;
import dev.bonafide.engine.privacy.Key;
import dev.bonafide.indicators.Catalogue;
import dev.bonafide.knowledge.Knowledge;
import dev.bonafide.simulator.Works;
import dev.bonafide.simulator.WorksPlan;
import dev.bonafide.sources.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small company that does not exist, analysed once for all tests. */
public final class Company {
  public static final Key KEY = Key.of("a test key");
  public static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Supplier<Results> FIRST = once(() -> analyse(7, 20));
  private static final Supplier<Outputs> OUTPUTS = once(() -> Outputs.of(FIRST.get(), KEY));

  private Company() {}

  public static Outputs outputs() {
    return OUTPUTS.get();
  }

  /**
   * The same with ties: the first two share a telephone and a factor, the second and the third a
   * payment and a line, an applicant a sentence with the first.
   *
   * @param label that everybody has; null for their own
   */
  public static Outputs tied(@Nullable String label) {
    Outputs o = outputs();
    List<Findings.Person> people = o.findings().people();
    List<Links.Person> persons = new ArrayList<>();
    List<List<Links.Held>> holds =
        List.of(
            List.of(held("phone", "t-1"), held("factor", "f-1"), held("text", "x-1")),
            List.of(
                held("phone", "t-1"),
                held("factor", "f-1"),
                held("bank", "b-1"),
                held("egress", "e-1")),
            List.of(held("bank", "b-1"), held("egress", "e-1")),
            List.of());
    for (int i = 0; i < holds.size(); i++) {
      Findings.Person p = people.get(i);
      persons.add(
          new Links.Person(
              p.id(),
              label == null ? p.label() : label,
              "worker",
              "h-" + i,
              List.of(),
              holds.get(i)));
    }
    persons.add(
        new Links.Person(
            "z-applicant",
            label == null ? "Applicant 7" : label,
            "applicant",
            null,
            List.of(),
            List.of(held("text", "x-1"))));
    Links links =
        new Links(new Links.Run("", "", "", 0), persons, List.of(), List.of()).judged(List.of());
    return new Outputs(
        "tied", o.findings(), o.evidence(), o.background(), o.quality(), o.vault(), links);
  }

  private static Links.Held held(String sort, String thing) {
    return new Links.Held(sort, thing);
  }

  /** A screening of three applications, of which one has something to ask. */
  public static ScreeningFindings screening(String words) {
    List<ScreeningFindings.Applicant> all = new ArrayList<>();
    for (String id : List.of("A-1", "A-2", "A-3")) {
      boolean asks = id.equals("A-2");
      all.add(
          new ScreeningFindings.Applicant(
              id,
              asks ? "2026-11-02" : null,
              -8006,
              -34.77,
              null,
              List.of(),
              List.of(),
              asks
                  ? List.of(
                      new ScreeningFindings.Question(
                          "dates-overlap",
                          words,
                          words,
                          List.of(new ScreeningFindings.Quote(words, 3, words)),
                          List.of(words),
                          words,
                          words,
                          5))
                  : List.of(),
              List.of(),
              List.of(),
              id.equals("A-3") ? List.of() : List.of(words),
              List.of(new Findings.Abstention("x", words)),
              List.of(words)));
    }
    return new ScreeningFindings(
        new ScreeningFindings.Run("0", "screen", "2026-11-25T00:00:00Z"),
        all,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** As {@code analyze} writes it. */
  static void write(Path out) throws IOException {
    new OutFolder(out).write(FIRST.get(), "", KEY);
  }

  /** The same people, some days earlier. */
  static Outputs earlier() {
    return Outputs.of(analyse(7, 14), KEY);
  }

  /** Made when it is first asked for: not every process of the tests asks. */
  private static <T> Supplier<T> once(Supplier<T> make) {
    AtomicReference<@Nullable T> made = new AtomicReference<>();
    return () -> made.updateAndGet(known -> known == null ? make.get() : known);
  }

  private static Results analyse(long seed, int days) {
    WorksPlan demo = WorksPlan.demo(seed);
    WorksPlan plan =
        new WorksPlan(
            seed,
            16,
            demo.first(),
            days,
            0.8,
            demo.cast(),
            demo.plants().stream().filter(plant -> plant.onset() < 13).toList(),
            List.of(),
            1);
    try {
      Path logs = Files.createTempDirectory("company");
      new Works(plan).writeTo(logs);
      Analysis.Settings settings =
          new Analysis.Settings(
              List.of(logs),
              null,
              100,
              null,
              null,
              ZoneOffset.UTC,
              2,
              false,
              false,
              KEY,
              Limits.DEFAULT);
      Results results =
          new Analysis(settings, new Progress(), Sources.builtIn(), CATALOGUE, Knowledge.builtIn())
              .run()
              .ofRun("analyze logs", 1);
      try (Stream<Path> files = Files.walk(logs)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
      return results;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
