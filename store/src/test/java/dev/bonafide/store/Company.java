package dev.bonafide.store;

import dev.bonafide.engine.Analysis;
import dev.bonafide.engine.OutFolder;
import dev.bonafide.engine.Outputs;
import dev.bonafide.engine.Results;
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
