package dev.bonafide.engine.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Opens one file, layer by layer, within the limits. Names in a zip that do not say that they are
 * UTF-8 are taken for Latin-1, which every byte is: they are shown, never compared.
 */
final class Unpack {
  /** Enough to recognise a packed file, a table's header or a few records. */
  static final int HEAD = 1 << 18;

  /** Takes what lies inside. */
  interface Visitor {
    /** One unpacked content. Whoever takes it reads as much of {@code in} as wanted. */
    void content(String shown, List<Layer> route, PeekStream in) throws IOException;

    /** Something that can't be opened, and why. */
    void closed(String shown, String why);
  }

  private final Path file;
  private final Limits limits;
  private final long packed;
  private final AtomicLong produced = new AtomicLong();

  Unpack(Path file, long packed, Limits limits) {
    this.file = file;
    this.packed = packed;
    this.limits = limits;
  }

  /** The file as it lies there. */
  PeekStream raw() throws IOException {
    return new PeekStream(Files.newInputStream(file));
  }

  /**
   * The names of a zip file's entries, folders included, so that each can be opened by itself;
   * empty when the archive's directory is damaged and it can only be read from the front.
   */
  List<String> zipEntries() {
    try (ZipFile zip = new ZipFile(file.toFile(), ISO_8859_1)) {
      return zip.stream().limit(limits.entries() + 1L).map(ZipEntry::getName).toList();
    } catch (IOException | IllegalArgumentException e) {
      return List.of();
    }
  }

  /** Visits everything inside the whole file. */
  void visit(String shown, Visitor visitor) throws IOException {
    try (PeekStream in = raw()) {
      visit(shown, new ArrayList<>(), in, visitor);
    }
  }

  /** Visits everything inside one entry of a zip file that {@link #zipEntries} could list. */
  void visitEntry(String shown, int entry, Visitor visitor) throws IOException {
    List<Layer> route = new ArrayList<>(List.of(new Layer.Zip(entry)));
    try (PeekStream in = open(route)) {
      visit(shown, route, in, visitor);
    }
  }

  private void visit(String shown, List<Layer> route, PeekStream in, Visitor visitor)
      throws IOException {
    byte[] head;
    try {
      head = in.peek(HEAD);
    } catch (IOException e) {
      visitor.closed(shown, damaged(e));
      return;
    }
    Packing packing = Packing.of(head, in.peeked());
    if (packing.closed != null) {
      visitor.closed(shown, packing.closed + ": unpack it first");
      return;
    }
    if (packing == Packing.NONE) {
      visitor.content(shown, List.copyOf(route), in);
      return;
    }
    if (route.size() == limits.depth()) {
      visitor.closed(shown, "packed more than " + limits.depth() + " deep: unpack it first");
      return;
    }
    switch (packing) {
      case GZIP, ZSTD -> {
        route.add(packing == Packing.GZIP ? new Layer.Gzip() : new Layer.Zstd());
        PeekStream unpacked;
        try {
          unpacked = unpacked(route.getLast(), in);
        } catch (IOException e) {
          visitor.closed(shown, damaged(e));
          route.removeLast();
          return;
        }
        visit(shown, route, unpacked, visitor);
        route.removeLast();
      }
      default -> visitZip(shown, route, in, visitor);
    }
  }

  private void visitZip(String shown, List<Layer> route, PeekStream in, Visitor visitor)
      throws IOException {
    @SuppressWarnings("resource") // closing it would close the stream around it too early
    ZipInputStream zip = new ZipInputStream(in, ISO_8859_1);
    for (int i = 0; ; i++) {
      ZipEntry entry;
      try {
        entry = zip.getNextEntry();
      } catch (IOException | IllegalArgumentException e) {
        visitor.closed(shown, "a zip archive, damaged after " + i + " entries: " + damaged(e));
        return;
      }
      if (entry == null) {
        if (i == 0) {
          visitor.closed(shown, "a zip archive without entries");
        }
        return;
      }
      if (i == limits.entries()) {
        visitor.closed(shown, tooManyEntries());
        return;
      }
      if (entry.isDirectory()) {
        continue;
      }
      route.add(new Layer.Zip(i));
      String name = shown + "!" + entry.getName();
      visit(name, route, new PeekStream(new Bounded(zip, false)), visitor);
      route.removeLast();
    }
  }

  String tooManyEntries() {
    return "a zip archive with more than " + limits.entries() + " entries: the rest was not read";
  }

  /** Opens the content at the end of a route, a second time. */
  PeekStream open(List<Layer> route) throws IOException {
    if (!route.isEmpty() && route.getFirst() instanceof Layer.Zip first) {
      ZipFile zip = null;
      try {
        zip = new ZipFile(file.toFile(), ISO_8859_1);
        ZipEntry entry = zip.stream().skip(first.entry()).findFirst().orElseThrow();
        InputStream in = new EntryStream(zip, zip.getInputStream(entry));
        return inner(new PeekStream(new Bounded(in, true)), route.subList(1, route.size()));
      } catch (ZipException | IllegalArgumentException damaged) {
        // Only the front of the archive can be read; the entries keep their numbers.
        if (zip != null) {
          zip.close();
        }
      }
    }
    return inner(raw(), route);
  }

  private PeekStream inner(PeekStream start, List<Layer> route) throws IOException {
    PeekStream in = start;
    for (Layer layer : route) {
      in = unpacked(layer, in);
    }
    return in;
  }

  private PeekStream unpacked(Layer layer, InputStream in) throws IOException {
    return switch (layer) {
      case Layer.Gzip gzip -> new PeekStream(new Bounded(new GZIPInputStream(in, 1 << 16), true));
      case Layer.Zstd zstd -> new PeekStream(new Bounded(new ZstdInputStreamNoFinalizer(in), true));
      case Layer.Zip zip -> {
        ZipInputStream entries = new ZipInputStream(in, ISO_8859_1);
        for (int i = 0; i <= zip.entry(); i++) {
          if (entries.getNextEntry() == null) {
            throw new IOException("the archive changed while it was read");
          }
        }
        yield new PeekStream(new Bounded(entries, true));
      }
    };
  }

  private static String damaged(Exception e) {
    return "packed, but damaged: "
        + (e instanceof IOException io ? Walk.reason(io) : e.getMessage());
  }

  /** Counts what comes out, and stops when a small file grows without end. */
  private final class Bounded extends FilterInputStream {
    private final boolean closes;

    Bounded(InputStream in, boolean closes) {
      super(in);
      this.closes = closes;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int wanted) throws IOException {
      int n;
      try {
        n = in.read(bytes, from, wanted);
      } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
        throw new IOException("damaged", e);
      }
      if (n > 0) {
        long total = produced.addAndGet(n);
        if (total > limits.freeBytes() && total / limits.ratio() > packed) {
          throw new IOException(
              "unpacks to more than "
                  + limits.ratio()
                  + " times its size, as only a bomb does: the rest was not read");
        }
      }
      return n;
    }

    @Override
    public void close() throws IOException {
      if (closes) {
        super.close();
      }
    }
  }

  /** Closes the archive with its entry. */
  private static final class EntryStream extends FilterInputStream {
    private final ZipFile zip;

    EntryStream(ZipFile zip, InputStream in) {
      super(in);
      this.zip = zip;
    }

    @Override
    public void close() throws IOException {
      try {
        super.close();
      } finally {
        zip.close();
      }
    }
  }
}
