package dev.bonafide.cli;

import dev.bonafide.engine.intake.Progress;
import java.util.Locale;

/**
 * Shows how far a run is: one line, rewritten in place. Only where a person looks at {@code err};
 * where nothing may be rewritten (no colour, no UTF-8), a line of its own every ten seconds.
 */
final class ProgressLine implements AutoCloseable {
  private final Screen screen;
  private final Progress progress;
  private final boolean rewrites;
  private final long began = System.nanoTime();
  private final Thread thread;
  private volatile boolean closed;
  private boolean drawn;

  ProgressLine(Screen screen, Progress progress) {
    this.screen = screen;
    this.progress = progress;
    rewrites = screen.unicode() && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    thread = new Thread(this::show, "bonafide-progress");
    thread.setDaemon(true);
  }

  /** Begins to show. */
  void start() {
    if (screen.terminalErr()) {
      thread.start();
    }
  }

  private void show() {
    try {
      while (!closed) {
        Thread.sleep(rewrites ? 250 : 10_000);
        if (!closed) {
          draw();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void draw() {
    String line = line();
    if (rewrites) {
      int most = Math.max(20, screen.width() - 1);
      screen.err().print("\r\u001b[2K" + (line.length() > most ? line.substring(0, most) : line));
      screen.err().flush();
      drawn = true;
    } else {
      screen.say(line);
    }
  }

  private String line() {
    if (progress.of() > 0) {
      return String.format(
          Locale.ROOT, "  %-9s %,d of %,d", progress.stage(), progress.done(), progress.of());
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    long bytes = progress.bytes();
    long total = Math.max(1, progress.totalBytes());
    double share = Math.min(1, (double) bytes / total);
    String left =
        share > 0.02 && seconds > 1
            ? String.format(Locale.ROOT, "   %.0f s left", seconds * (1 - share) / share)
            : "";
    return String.format(
        Locale.ROOT,
        "  %-9s %s %3.0f %%   %,d records   %,.0f MB/s%s",
        progress.stage(),
        bar(share),
        share * 100,
        progress.records(),
        bytes / 1e6 / Math.max(0.001, seconds),
        left);
  }

  private String bar(double share) {
    int full = (int) (share * 30);
    return rewrites ? "━".repeat(full) + " ".repeat(30 - full) : "";
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    synchronized (this) {
      if (drawn) {
        screen.err().print("\r\u001b[2K");
        screen.err().flush();
      }
    }
  }
}
