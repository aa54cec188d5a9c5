package dev.bonafide.engine.intake;

import java.util.concurrent.atomic.LongAdder;

/** How far a run is. Written by the threads that read, looked at by whoever shows it. */
public final class Progress {
  private final LongAdder bytes = new LongAdder();
  private final LongAdder records = new LongAdder();
  private volatile long totalBytes;
  private volatile String stage = "";
  private volatile int done;
  private volatile int of;

  void bytes(long more) {
    bytes.add(more);
  }

  void records(long more) {
    records.add(more);
  }

  void total(long total) {
    totalBytes = total;
  }

  /** What is being done now, and how much of it. */
  public void stage(String name, int doneOfIt, int ofIt) {
    stage = name;
    done = doneOfIt;
    of = ofIt;
  }

  public String stage() {
    return stage;
  }

  public int done() {
    return done;
  }

  public int of() {
    return of;
  }

  /** Packed bytes read so far. */
  public long bytes() {
    return bytes.sum();
  }

  public long totalBytes() {
    return totalBytes;
  }

  public long records() {
    return records.sum();
  }
}
