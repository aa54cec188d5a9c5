package dev.bonafide.engine;

import dev.bonafide.engine.directory.Roll;
import dev.bonafide.engine.intake.RecordConsumer;
import dev.bonafide.logbook.Fold;
import dev.bonafide.model.Event;
import dev.bonafide.model.Reading;

/** What one thread folds: pages of what was done, and the roll of who is who. */
final class Gathered implements RecordConsumer {
  /** An open page of a fold takes some 1.2 KB; one thread's share of memory for them is a sixth. */
  private static final long OPEN_PAGE_BYTES = 7_200;

  private static final int MOST_OPEN = 1 << 17;

  final Fold fold;
  final Roll roll = new Roll();
  private final long mostAccounts;

  /**
   * @param threads how many of these share the memory
   * @param mostAccounts beyond these nothing more is taken: the run begins anew with fewer files
   */
  Gathered(int threads, long mostAccounts) {
    long room = Runtime.getRuntime().maxMemory() / OPEN_PAGE_BYTES / threads;
    fold = new Fold(Math.clamp(room, 1_000, MOST_OPEN));
    this.mostAccounts = mostAccounts;
  }

  @Override
  public void reading(Reading reading) {
    if (fold.accounts() > mostAccounts) {
      return;
    }
    if (reading instanceof Event event) {
      fold.add(event);
    }
    roll.add(reading);
  }
}
