package dev.bonafide.trial;

import dev.bonafide.engine.directory.Roll;
import dev.bonafide.logbook.Fold;
import dev.bonafide.logbook.Lexicon;
import dev.bonafide.logbook.Pages;
import dev.bonafide.model.Event;
import dev.bonafide.model.Reading;
import dev.bonafide.simulator.RecordSink;
import dev.bonafide.sources.ReadOptions;
import dev.bonafide.sources.Recognised;
import dev.bonafide.sources.RecordReader;
import dev.bonafide.sources.Sources;
import java.util.Arrays;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes the records of a simulated company as the engine takes files: by content alone, through the
 * sources' own readers, into pages. All days of a log are one file here.
 */
final class Reception implements RecordSink {
  private static final int ROOM = 1 << 20;
  private static final int HEAD = 1 << 16;

  private final Sources sources;
  private final NavigableMap<String, Log> logs = new TreeMap<>();
  private long records;
  private long rejected;

  Reception(Sources sources) {
    this.sources = sources;
  }

  /**
   * What one log tells, apart from the others: each can be left out.
   *
   * @param pages of the log's own accounts
   */
  record Told(Pages pages, Lexicon lexicon, Roll roll) {
    /** What several logs tell together. */
    static Told all(Collection<Told> parts) {
      Pages pages = new Pages();
      Lexicon lexicon = new Lexicon();
      Roll roll = new Roll();
      for (Told part : parts) {
        pages.merge(part.pages);
        lexicon.merge(part.lexicon);
        roll.add(part.roll);
      }
      return new Told(pages, lexicon, roll);
    }
  }

  /** What is read becomes pages and roll; what is refused is counted. */
  private final class ToPages implements dev.bonafide.sources.RecordSink {
    private final Fold fold = new Fold();
    private final Roll roll = new Roll();

    @Override
    public void record(byte[] bytes, int from, int to) {
      records++;
    }

    @Override
    public void reading(Reading reading) {
      if (reading instanceof Event event) {
        fold.add(event);
      } else if (reading instanceof Reading.Rejected) {
        rejected++;
      }
      roll.add(reading);
    }
  }

  /** One log: what has come and is not read yet. */
  private final class Log {
    private final String name;
    private byte[] bytes = new byte[ROOM];
    private int length;
    private final ToPages sink = new ToPages();
    private @Nullable RecordReader reader;

    Log(String name) {
      this.name = name;
    }

    void take(byte[] record, int size) {
      if (length + size + 1 > bytes.length) {
        read(false);
        if (length + size + 1 > bytes.length) {
          bytes = Arrays.copyOf(bytes, (length + size + 1) * 2);
        }
      }
      System.arraycopy(record, 0, bytes, length, size);
      bytes[length + size] = '\n';
      length += size + 1;
    }

    void read(boolean last) {
      if (reader == null) {
        Recognised known =
            sources.recognise(bytes, Math.min(length, HEAD), last, ReadOptions.utc());
        reader =
            switch (known) {
              case Recognised.Readable readable -> readable.reader().get();
              case Recognised.Unknown unknown ->
                  throw new IllegalStateException(
                      "the simulated log " + name + " is not known: " + unknown.why());
            };
      }
      int done = reader.read(bytes, 0, length, last, sink);
      System.arraycopy(bytes, done, bytes, 0, length - done);
      length -= done;
    }
  }

  @Override
  public void record(String file, boolean header, byte[] bytes, int length) {
    int slash = file.indexOf('/');
    logs.computeIfAbsent(slash < 0 ? file : file.substring(0, slash), Log::new).take(bytes, length);
  }

  /** Reads what is left, and says what each log told, by its name. */
  NavigableMap<String, Told> close() {
    NavigableMap<String, Told> told = new TreeMap<>();
    for (Log log : logs.values()) {
      log.read(true);
      told.put(log.name, new Told(log.sink.fold.seal(), log.sink.fold.lexicon(), log.sink.roll));
    }
    logs.clear();
    return told;
  }

  long records() {
    return records;
  }

  long rejected() {
    return rejected;
  }
}
