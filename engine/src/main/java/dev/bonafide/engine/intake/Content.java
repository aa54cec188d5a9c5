package dev.bonafide.engine.intake;

import dev.bonafide.sources.Recognised.Readable;
import java.nio.file.Path;
import java.util.List;

/** One unpacked content that was recognised, and how to open it once more. */
public final class Content {
  final Path file;
  final long packed;
  final List<Layer> route;
  final Readable readable;
  private final String shown;

  Content(String shown, Path file, long packed, List<Layer> route, Readable readable) {
    this.shown = shown;
    this.file = file;
    this.packed = packed;
    this.route = List.copyOf(route);
    this.readable = readable;
  }

  /** The path as the user would name it; what lies in an archive follows after {@code !}. */
  public String shown() {
    return shown;
  }

  /** The file that it lies in. */
  public Path path() {
    return file;
  }

  /** Slug of the source. */
  public String source() {
    return readable.source();
  }

  public String shape() {
    return readable.shape();
  }

  /** Whether records begin with lines, so that a line number names one. */
  public boolean hasLines() {
    return readable.linesAreRecords() || readable.shape().contains("table");
  }

  /** Whether each record is one line, so that the content may be cut at line ends. */
  boolean linesAreRecords() {
    return readable.linesAreRecords();
  }
}
