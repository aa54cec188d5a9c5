package dev.bonafide.engine;

import dev.bonafide.engine.directory.Roll;
import dev.bonafide.engine.intake.RecordConsumer;
import dev.bonafide.logbook.Fold;
import dev.bonafide.model.Event;
import dev.bonafide.model.Reading;

/** What one thread folds: pages of what was done, and the roll of who is who. */
final class Gathered implements RecordConsumer {
  final Fold fold = new Fold();
  final Roll roll = new Roll();

  @Override
  public void reading(Reading reading) {
    if (reading instanceof Event event) {
      fold.add(event);
    }
    roll.add(reading);
  }
}
