package dev.bonafide.logbook;

import dev.bonafide.model.Event;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Term;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Turns events into pages: what one thread folds. Folds are joined by merging their pages and
 * lexicons; how events are dealt out among folds, and in which order they come, changes no byte.
 * Not thread-safe.
 */
public final class Fold {
  /** 1990-01-01, the first day that has a page. */
  public static final int FIRST_DAY = 7_305;

  /** 2099-12-31, the last day that has a page. */
  public static final int LAST_DAY = 47_481;

  private static final int DAY_SECONDS = Atom.SECONDS;
  private static final long MOST_SECONDS = 366L * DAY_SECONDS;
  private static final int NAMED = 100;

  /** Pages that a fold keeps open unless told otherwise: about 150 MB when all are used. */
  private static final int OPEN = 1 << 17;

  private final OpenPages open = new OpenPages();
  private final Pages pages = new Pages();
  private final Lexicon lexicon = new Lexicon();
  private final TreeSet<Misfit> misfits = new TreeSet<>();
  private long misfitCount;
  private long accounts;
  private final int most;

  /**
   * An event that no page can hold. It is counted and named, never dropped in silence.
   *
   * @param account {@code source:key}
   * @param problem what was found and what was expected
   */
  public record Misfit(String account, Kind kind, long epochMilli, long recordId, String problem)
      implements Comparable<Misfit> {
    private static final Comparator<Misfit> ORDER =
        Comparator.comparing(Misfit::account)
            .thenComparingLong(Misfit::epochMilli)
            .thenComparingLong(Misfit::recordId)
            .thenComparing(Misfit::kind)
            .thenComparing(Misfit::problem);

    @Override
    public int compareTo(Misfit other) {
      return ORDER.compare(this, other);
    }
  }

  public Fold() {
    this(OPEN);
  }

  /**
   * A fold with its own bound of memory.
   *
   * @param open pages to keep open, about 1.2 KB each; beyond, all are sealed, which costs time
   *     when the records of a day come scattered over more accounts than that
   */
  public Fold(int open) {
    most = open;
  }

  /** The 24 bits of a record's id that an atom keeps: the highest. */
  public static int hash24(long recordId) {
    return (int) (recordId >>> 40);
  }

  /**
   * Adds one event. A span (its kind says so) is cut at UTC midnight into an atom in each page, all
   * with the id of the record.
   */
  public void add(Event event) {
    long start = Math.floorDiv(event.epochMilli(), 1000);
    long lasts = event.kind().span() ? event.amount() : 0;
    long first = Math.floorDiv(start, DAY_SECONDS);
    if (lasts > MOST_SECONDS) {
      misfit(event, "lasts " + lasts + " s, expected at most 366 days");
      return;
    }
    long last = Math.floorDiv(start + Math.max(0, lasts - 1), DAY_SECONDS);
    if (first < FIRST_DAY || last > LAST_DAY) {
      misfit(event, "is outside 1990-01-01 to 2099-12-31");
      return;
    }
    int second = (int) Math.floorMod(start, (long) DAY_SECONDS);
    int learned = 0;
    for (int day = (int) first; day <= last; day++) {
      long amount = event.kind().span() ? Math.min(lasts, DAY_SECONDS - second) : event.amount();
      learned |= add(event, day, second, amount);
      lasts -= amount;
      second = 0;
    }
    if (learned != 0) {
      learn(learned, event);
    }
  }

  /** All pages so far. More events may follow; the next call gives the same, grown. */
  public Pages seal() {
    open.closeInto(pages);
    return pages;
  }

  /** The texts of all ids that came. */
  public Lexicon lexicon() {
    return lexicon;
  }

  /** How many accounts have a page. */
  public long accounts() {
    return accounts;
  }

  /** How many events no page could hold, repetitions included. */
  public long misfitCount() {
    return misfitCount;
  }

  /** The first hundred of them by account and time, whatever the order in which they came. */
  public List<Misfit> misfits() {
    return List.copyOf(misfits);
  }

  private int add(Event event, int day, int second, long amount) {
    long account = event.account().id();
    OpenPage page = open.get(account, day);
    if (page == null) {
      if (open.size() >= most) {
        seal();
      }
      int known = lexicon.size();
      lexicon.add(event.account());
      accounts += lexicon.size() - known;
      page = open.open(account, day);
    }
    return page.add(
        second,
        event.kind(),
        hash24(event.recordId()),
        Term.idOf(event.app()),
        Term.idOf(event.endpoint()),
        Term.idOf(event.egress()),
        Term.idOf(event.fingerprint()),
        Term.idOf(event.session()),
        Term.idOf(event.detail1()),
        Term.idOf(event.detail2()),
        amount);
  }

  private void learn(int learned, Event event) {
    learn(learned, Facet.APP, event.app());
    learn(learned, Facet.ENDPOINT, event.endpoint());
    learn(learned, Facet.EGRESS, event.egress());
    learn(learned, Facet.FINGERPRINT, event.fingerprint());
    learn(learned, Facet.SESSION, event.session());
    learn(learned, Facet.DETAIL1, event.detail1());
    learn(learned, Facet.DETAIL2, event.detail2());
  }

  private void learn(int learned, Facet facet, @Nullable Term term) {
    if (term != null && ((learned >>> facet.column) & 1) != 0) {
      lexicon.add(term);
    }
  }

  private void misfit(Event event, String problem) {
    misfitCount++;
    misfits.add(
        new Misfit(
            event.account().text(), event.kind(), event.epochMilli(), event.recordId(), problem));
    if (misfits.size() > NAMED) {
      misfits.pollLast();
    }
  }
}
