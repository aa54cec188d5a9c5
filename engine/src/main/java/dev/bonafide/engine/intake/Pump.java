package dev.bonafide.engine.intake;

import dev.bonafide.model.Event;
import dev.bonafide.model.Reading;
import dev.bonafide.model.Reading.Rejected;
import dev.bonafide.sources.RecordReader;
import dev.bonafide.sources.RecordSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Drives one reader over one part of a content: fills the buffer, grows it for large records, keeps
 * count of lines, and turns damage and our own faults into named rejections. The readable records
 * before damage are kept. One thread.
 */
final class Pump implements RecordSink {
  private static final int BUFFER = 1 << 20;
  private static final long NEVER = Long.MIN_VALUE;

  private final Limits limits;
  private final Progress progress;
  private final List<Fault> faults;
  private byte[] buffer = new byte[BUFFER];

  // What is being read.
  private boolean linesAreRecords;
  private RecordConsumer consumer = reading -> {};
  private Tally tally = new Tally();
  private Blocks blocks = new Blocks();
  private String shown = "";

  /** Offset in the content of the buffer's first byte. */
  private long base;

  /** Up to here in the buffer line ends are counted. */
  private int counted;

  private long lines;
  private long line;
  private int recordEnd;
  private int recordsInWindow;
  private boolean failed;
  private boolean faulty;
  private long received;

  /** What reads lines of {@link #readerOf}: each part of a large file would else learn anew. */
  private @Nullable RecordReader kept;

  private @Nullable Content readerOf;

  Pump(Limits limits, Progress progress, List<Fault> faults) {
    this.limits = limits;
    this.progress = progress;
    this.faults = faults;
  }

  /** Reads one part. {@code offset} is where it begins in the content. */
  Tally run(
      InputStream in,
      Content content,
      long offset,
      Blocks index,
      RecordConsumer into,
      boolean counts) {
    linesAreRecords = content.linesAreRecords();
    shown = content.shown();
    consumer = into;
    tally = new Tally();
    blocks = index;
    base = offset;
    counted = 0;
    lines = 0;
    line = 1;
    failed = false;
    faulty = false;
    into.begin(content);
    RecordReader reader = reader(content);
    String damage = null;
    boolean skipping = false;
    int have = 0;
    boolean last = false;
    while (!last || have > 0) {
      try {
        while (have < buffer.length) {
          int n = in.read(buffer, have, buffer.length - have);
          if (n < 0) {
            last = true;
            break;
          }
          have += n;
          if (counts) {
            progress.bytes(n);
          }
        }
      } catch (IOException e) {
        damage = Walk.reason(e);
        last = true;
      }
      int used;
      if (skipping) {
        used = nextLine(0, have);
        skipping = used == 0 || buffer[used - 1] != '\n';
      } else {
        used = read(reader, content, have, last);
        last |= failed;
        if (last && used < have) {
          reject("end of file", (have - used) + " bytes at the end are no record");
          used = have;
        }
        if (used == 0 && !last) {
          if (buffer.length < limits.recordBytes()) {
            buffer = Arrays.copyOf(buffer, Math.min(limits.recordBytes(), buffer.length * 2));
            continue;
          }
          reject("record", "larger than " + (limits.recordBytes() >> 20) + " MiB: skipped");
          used = have;
          skipping = linesAreRecords;
          last = !linesAreRecords;
          if (last) {
            damage = "a record too large to read over";
          }
        }
      }
      count(used);
      System.arraycopy(buffer, used, buffer, 0, have - used);
      base += used;
      have -= used;
      counted = 0;
      progress.records(recordsInWindow);
      recordsInWindow = 0;
    }
    if (damage != null) {
      reject("file", "not read to its end: " + damage);
    }
    if (faulty) {
      kept = null;
    }
    blocks.end(base);
    tally.end(base - offset, lines, reader.notes());
    if (buffer.length > 8 * BUFFER) {
      buffer = new byte[BUFFER];
    }
    return tally;
  }

  private RecordReader reader(Content content) {
    RecordReader known = kept;
    if (known != null && readerOf == content) {
      return known;
    }
    RecordReader reader = content.readable.reader().get();
    kept = content.linesAreRecords() ? reader : null;
    readerOf = content;
    return reader;
  }

  /**
   * Lets the reader read; after a fault of its own it goes on line by line, where there are lines.
   */
  private int read(RecordReader reader, Content content, int have, boolean last) {
    recordEnd = 0;
    try {
      return reader.read(buffer, 0, have, last, this);
    } catch (RuntimeException | StackOverflowError e) {
      fault(e);
      if (linesAreRecords) {
        return lineByLine(content, nextLine(recordEnd, have), have, last);
      }
      failed = true;
      return recordEnd;
    }
  }

  /** After a fault in one line: the others are still read, each by a reader of its own. */
  private int lineByLine(Content content, int from, int have, boolean last) {
    int at = from;
    while (at < have) {
      int end = nextLine(at, have);
      if (end == have && !last && buffer[have - 1] != '\n') {
        return at;
      }
      try {
        content.readable.reader().get().read(buffer, at, end, true, this);
      } catch (RuntimeException | StackOverflowError e) {
        count(at);
        line = lines + 1;
        fault(e);
      }
      count(end);
      at = end;
    }
    return have;
  }

  private int nextLine(int from, int have) {
    int at = from;
    while (at < have && buffer[at] != '\n') {
      at++;
    }
    return Math.min(have, at + 1);
  }

  private void fault(Throwable e) {
    faulty = true;
    reject("our own fault", e.getClass().getSimpleName() + " while this record was read");
    synchronized (faults) {
      faults.add(new Fault(shown, line, e));
    }
  }

  private void reject(String field, String problem) {
    Rejected rejected = new Rejected(field, problem);
    tally.reject(rejected, line);
    consumer.reading(rejected);
  }

  /** Counts the line ends up to here. */
  private void count(int to) {
    for (int i = counted; i < to; i++) {
      if (buffer[i] == '\n') {
        lines++;
      }
    }
    counted = Math.max(counted, to);
  }

  @Override
  public void record(byte[] bytes, int from, int to) {
    count(from);
    line = lines + 1;
    if (linesAreRecords) {
      // No line end lies inside the record: the bytes need not be looked at again.
      counted = to;
    }
    recordEnd = to;
    long offset = base + from;
    blocks.record(offset, line);
    tally.record();
    recordsInWindow++;
    received = NEVER;
    consumer.record(bytes, from, to, offset, line);
  }

  @Override
  public void received(long epochMilli) {
    received = epochMilli;
  }

  @Override
  public void told(String ours, String path, String value) {
    consumer.told(ours, path, value);
  }

  @Override
  public void reading(Reading reading) {
    if (received != NEVER && reading instanceof Event event) {
      tally.late(received - event.epochMilli());
    }
    tally.reading(reading, line);
    blocks.reading(reading);
    consumer.reading(reading);
  }
}
