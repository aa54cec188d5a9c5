package dev.bonafide.indicators;

import dev.bonafide.knowledge.Knowledge;
import dev.bonafide.logbook.Thing;
import org.jspecify.annotations.Nullable;

/**
 * What stands around one person: the lexicon, the directory of devices, the logbooks of things and
 * the knowledge of the run. A host builds it once for a run from final pages and tiles; it answers
 * the same question in the same way every time, from any thread.
 *
 * <p>Every answer for a day stands on that day and days before it, never on later ones.
 */
public interface Surroundings {
  /** The lists of this run. */
  Knowledge knowledge();

  /** The text behind an id that a page holds, null when the lexicon does not have it. */
  @Nullable String text(long id);

  /**
   * One id for all names of a device: the directory's, or {@code endpoint} itself when the
   * directory does not know it.
   */
  long device(long endpoint);

  /**
   * Who used a thing on one UTC day, the judged person among them. {@link Crowd#of} makes it from
   * the books of things. Things of sort DEVICE carry the id that {@link #device} gives.
   */
  Crowd crowd(Thing thing, int day);

  /** The same of the 28 UTC days that end with {@code day}; a host may remember the answer. */
  default Users users(Thing thing, int day) {
    return Users.of(this, thing, day);
  }

  /**
   * Whether a second person used a thing on any day of the run. It only saves work: when it is
   * false, no {@link #crowd} of the thing has anybody else.
   */
  boolean shared(Thing thing);

  /** How many different people had any act on the 28 UTC days that end with {@code day}. */
  int people(int day);

  /** How many people HR places in a department, by its name as {@link View#department} gives it. */
  int department(String name);

  /** What is declared between two people, on any day of the run: context may only explain. */
  Tie tie(String person, String other);

  /**
   * The five-minute bins of a UTC day in which a source was down (DESIGN 10.4): its own earlier
   * days made records there near certain, and none came. {@link dev.bonafide.logbook.Liveness}
   * knows.
   */
  long[] down(String source, int day);
}
