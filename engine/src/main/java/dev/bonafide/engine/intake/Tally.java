package dev.bonafide.engine.intake;

import dev.bonafide.model.Event;
import dev.bonafide.model.Reading;
import dev.bonafide.sources.TableNotes;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was counted while a content, or a part of one, was read. */
public final class Tally {
  /** How many lines are named for one reason. */
  static final int LINES = 5;

  /** A clock that leads by more seconds than this counts as leading by this. */
  private static final int EARLY = 3600;

  /** How many reasons are kept apart; more than these are counted together. */
  private static final int REASONS = 200;

  /** A reason, how often it was met, and the first lines. */
  public static final class Count {
    private long count;
    private long[] lines = new long[0];

    public long count() {
      return count;
    }

    /** The first lines, from 1, ascending. */
    public long[] lines() {
      return lines.clone();
    }

    private void add(long n, long... more) {
      count += n;
      if (lines.length == LINES && more.length == 1 && more[0] >= lines[LINES - 1]) {
        return;
      }
      long[] all = Arrays.copyOf(lines, lines.length + more.length);
      System.arraycopy(more, 0, all, lines.length, more.length);
      lines = Arrays.stream(all).sorted().limit(LINES).toArray();
    }
  }

  private long records;
  private long events;
  private long bytes;
  private long lines;
  private long firstMilli = Long.MAX_VALUE;
  private long lastMilli = Long.MIN_VALUE;
  private long idsMade;
  private final Map<String, Count> ignored = new TreeMap<>();
  private final Map<String, Count> rejected = new TreeMap<>();
  private final Set<String> notPlaced = new TreeSet<>();
  private final Set<String> notRead = new TreeSet<>();
  private final Set<String> remarks = new TreeSet<>();

  /** How many events reached the vendor's store i seconds before they happened. */
  private long[] early = new long[0];

  /** How many events reached the vendor's store 2^i seconds or more after they happened. */
  private final long[] late = new long[32];

  void record() {
    records++;
  }

  void reading(Reading reading, long line) {
    switch (reading) {
      case Event event -> {
        events++;
        firstMilli = Math.min(firstMilli, event.epochMilli());
        lastMilli = Math.max(lastMilli, event.epochMilli());
      }
      case Reading.Ignored because -> count(ignored, because.because()).add(1, line);
      case Reading.Rejected because -> reject(because, line);
      default -> {}
    }
  }

  /** An event reached the vendor's store this long after it happened; below 0 its clock leads. */
  void late(long millis) {
    if (millis < 0) {
      int seconds = (int) Math.min(EARLY - 1, -millis / 1000);
      if (seconds >= early.length) {
        early = Arrays.copyOf(early, Math.min(EARLY, Integer.highestOneBit(seconds | 1) * 2));
      }
      early[seconds]++;
    }
    long behind = Math.max(0, millis / 1000);
    late[Math.min(late.length - 1, Long.SIZE - Long.numberOfLeadingZeros(behind))]++;
  }

  void reject(Reading.Rejected because, long line) {
    count(rejected, because.field() + ": " + because.problem()).add(1, line);
  }

  void end(long bytesRead, long linesRead, TableNotes notes) {
    bytes = bytesRead;
    lines = linesRead;
    idsMade += notes.idsMade();
    notPlaced.addAll(notes.unplaced());
    notRead.addAll(notes.notRead());
    remarks.addAll(notes.remarks());
  }

  /** Adds the tally of the part that follows this one. */
  void append(Tally next) {
    records += next.records;
    events += next.events;
    firstMilli = Math.min(firstMilli, next.firstMilli);
    lastMilli = Math.max(lastMilli, next.lastMilli);
    idsMade += next.idsMade;
    next.ignored.forEach((reason, count) -> count(ignored, reason).add(count.count, moved(count)));
    next.rejected.forEach(
        (reason, count) -> count(rejected, reason).add(count.count, moved(count)));
    notPlaced.addAll(next.notPlaced);
    notRead.addAll(next.notRead);
    remarks.addAll(next.remarks);
    for (int i = 0; i < late.length; i++) {
      late[i] += next.late[i];
    }
    if (early.length < next.early.length) {
      early = Arrays.copyOf(early, next.early.length);
    }
    for (int i = 0; i < next.early.length; i++) {
      early[i] += next.early[i];
    }
    lines += next.lines;
    bytes += next.bytes;
  }

  private long[] moved(Count count) {
    return Arrays.stream(count.lines).map(line -> line + lines).toArray();
  }

  private static Count count(Map<String, Count> reasons, String reason) {
    Count count = reasons.get(reason);
    if (count == null) {
      String kept = reasons.size() < REASONS ? reason : "other reasons";
      count = reasons.computeIfAbsent(kept, r -> new Count());
    }
    return count;
  }

  /** Records met, rejected and ignored ones included. */
  public long records() {
    return records;
  }

  public long events() {
    return events;
  }

  /** Unpacked bytes read. */
  public long bytes() {
    return bytes;
  }

  /** Line ends met. */
  public long lines() {
    return lines;
  }

  /** How many readings were refused. */
  public long rejectedCount() {
    return rejected.values().stream().mapToLong(Count::count).sum();
  }

  public Map<String, Count> ignored() {
    return ignored;
  }

  public Map<String, Count> rejected() {
    return rejected;
  }

  /** Time of the earliest event, {@link Long#MAX_VALUE} when there is none. */
  public long firstMilli() {
    return firstMilli;
  }

  /** Time of the latest event, {@link Long#MIN_VALUE} when there is none. */
  public long lastMilli() {
    return lastMilli;
  }

  /** Records without a vendor id, whose id is the hash of their bytes. */
  public long idsMade() {
    return idsMade;
  }

  /**
   * The 99.9 % quantile of how late records arrived, in seconds, rounded up to a power of two; -1
   * when the records do not say.
   */
  public long latenessSeconds() {
    long all = Arrays.stream(late).sum();
    long seen = 0;
    for (int i = 0; i < late.length; i++) {
      seen += late[i];
      if (all > 0 && seen * 1000 >= all * 999) {
        return i == 0 ? 0 : 1L << i;
      }
    }
    return -1;
  }

  /**
   * By how many seconds the source's clock leads the store's, at least: nothing arrives before it
   * happens, so what did (one record in a hundred set aside) shows the lead. -1 when the records do
   * not say when they arrived, or nothing came too early: a clock that lags looks like late
   * delivery.
   */
  public long skewSeconds() {
    long all = Arrays.stream(late).sum();
    long seen = 0;
    for (int i = early.length - 1; i > 0; i--) {
      seen += early[i];
      if (seen * 100 > all) {
        return i;
      }
    }
    return -1;
  }

  /** What the reader had to assume. */
  public Set<String> remarks() {
    return remarks;
  }

  public Set<String> notPlaced() {
    return notPlaced;
  }

  public Set<String> notRead() {
    return notRead;
  }
}
