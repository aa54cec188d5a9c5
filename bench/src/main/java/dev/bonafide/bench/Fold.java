package dev.bonafide.bench;

import dev.bonafide.engine.intake.Intake;
import dev.bonafide.engine.intake.Limits;
import dev.bonafide.engine.intake.Progress;
import dev.bonafide.engine.intake.RecordConsumer;
import dev.bonafide.engine.intake.Walk;
import dev.bonafide.logbook.Lexicon;
import dev.bonafide.logbook.Pages;
import dev.bonafide.model.Event;
import dev.bonafide.model.Reading;
import dev.bonafide.sources.ReadOptions;
import dev.bonafide.sources.Sources;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;

/** One side of the race: a file is read, folded into day pages and sealed. */
final class Fold {
  private Fold() {}

  /** What one thread folds. */
  private static final class Folding implements RecordConsumer {
    private final dev.bonafide.logbook.Fold fold = new dev.bonafide.logbook.Fold();

    @Override
    public void reading(Reading reading) {
      if (reading instanceof Event event) {
        fold.add(event);
      }
    }
  }

  /** What came of a file. */
  record Folded(long records, long pages, long bytes) {}

  /** {@code FILE THREADS}: prints how many pages and bytes there are. */
  public static void main(String[] args) {
    Folded folded = fold(Path.of(args[0]), Integer.parseInt(args[1]));
    System.out.println(
        folded.records() + " records, " + folded.pages() + " pages, " + folded.bytes() + " B");
  }

  static Folded fold(Path file, int threads) {
    Progress progress = new Progress();
    Sources sources = Sources.builtIn();
    ReadOptions options = new ReadOptions(ZoneOffset.UTC, false);
    Intake intake =
        new Intake(() -> sources.recogniser(options)::recognise, Limits.DEFAULT, threads, progress);
    Walk walk = Walk.of(List.of(file), null);
    Pages pages = new Pages();
    Lexicon lexicon = new Lexicon();
    for (Folding one : intake.read(walk.found(), Folding::new).consumers()) {
      pages.merge(one.fold.seal());
      lexicon.merge(one.fold.lexicon());
    }
    long[] sums = new long[2];
    pages.forEach(
        (account, day, bytes) -> {
          sums[0]++;
          sums[1] += bytes.length;
        });
    return new Folded(progress.records(), sums[0], sums[1]);
  }
}
