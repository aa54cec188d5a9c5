package dev.bonafide.engine.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows, opened: unpacked when it is gzip, its letters and its separator told from its
 * head and never from its name. Cells come without the blanks around them. Blank lines are no rows.
 */
public final class TableFile implements AutoCloseable {
  private static final int HEAD = 1 << 18;
  private static final String SEPARATORS = ",\t;|%";
  private static final int ROWS_LOOKED_AT = 200;

  private final Path path;
  private final Charset charset;
  private final char separator;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private @Nullable String damage;

  /**
   * A row.
   *
   * @param line in the file where it begins, from 1
   */
  public record Row(long line, List<String> cells) {}

  private TableFile(Path path, Charset charset, char separator, CsvReader<CsvRecord> reader) {
    this.path = path;
    this.charset = charset;
    this.separator = separator;
    this.reader = reader;
    records = reader.iterator();
  }

  /** Opens a file. */
  public static TableFile open(Path path) throws Unreadable {
    if (Files.isDirectory(path)) {
      throw new Unreadable(path + " is a folder; expected a file of rows");
    }
    if (!Files.isRegularFile(path)) {
      throw new Unreadable(path + " is not there");
    }
    InputStream in = null;
    try {
      in = unpacked(new BufferedInputStream(Files.newInputStream(path), 1 << 16));
      in.mark(HEAD);
      byte[] head = in.readNBytes(HEAD);
      in.reset();
      if (head.length == 0) {
        throw new Unreadable(path + " is empty; expected a file of rows");
      }
      Charset charset = charset(head);
      String text = new String(head, charset);
      if (text.indexOf('\0') >= 0) {
        throw new Unreadable(
            path + " is not text; expected rows of cells (.csv, .tsv), plain or packed with gzip");
      }
      char separator = separator(text, head.length < HEAD);
      Reader letters = new InputStreamReader(in, charset);
      return new TableFile(path, charset, separator, rows(separator).ofCsvRecord(letters));
    } catch (IOException e) {
      throw closing(in, new Unreadable(path + " can't be read: " + e.getMessage()));
    } catch (Unreadable e) {
      throw closing(in, e);
    }
  }

  private static Unreadable closing(@Nullable InputStream in, Unreadable why) {
    if (in != null) {
      try {
        in.close();
      } catch (IOException e) {
        why.addSuppressed(e);
      }
    }
    return why;
  }

  /** The letters that the bytes were read as. */
  public Charset charset() {
    return charset;
  }

  public char separator() {
    return separator;
  }

  /** Why reading ended before the end of the file; null when it did not. */
  public @Nullable String damage() {
    return damage;
  }

  /** The next row, or null at the end; rows before damage are kept. */
  public @Nullable Row next() {
    try {
      CsvRecord record = records.next();
      return new Row(
          record.getStartingLineNumber(), record.getFields().stream().map(String::strip).toList());
    } catch (NoSuchElementException end) {
      return null;
    } catch (CsvParseException | UncheckedIOException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      damage = path + " is damaged: " + cause.getMessage() + "; the rows before it are kept";
      return null;
    }
  }

  @Override
  public void close() throws Unreadable {
    try {
      reader.close();
    } catch (IOException e) {
      throw new Unreadable(path + " can't be closed: " + e.getMessage());
    }
  }

  private static CsvReader.CsvReaderBuilder rows(char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(true)
        .trimWhitespacesAroundQuotes(true)
        .skipEmptyLines(true)
        .detectBomHeader(false);
  }

  private static InputStream unpacked(BufferedInputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    InputStream plain = gzip ? new GZIPInputStream(in, 1 << 16) : in;
    BufferedInputStream all = new BufferedInputStream(plain, HEAD + 16);
    all.mark(4);
    byte[] mark = all.readNBytes(3);
    boolean utf8 =
        mark.length == 3
            && (mark[0] & 0xff) == 0xef
            && (mark[1] & 0xff) == 0xbb
            && (mark[2] & 0xff) == 0xbf;
    if (!utf8) {
      all.reset();
    }
    return all;
  }

  /** UTF-16 by its mark, UTF-8 when all bytes of the head are, else Windows-1252. */
  private static Charset charset(byte[] head) {
    if (head.length > 1) {
      int mark = (head[0] & 0xff) << 8 | (head[1] & 0xff);
      if (mark == 0xfeff || mark == 0xfffe) {
        return StandardCharsets.UTF_16;
      }
    }
    CharsetDecoder utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    // Not the end of the input: a letter that the head cuts in two is no error.
    boolean broken = utf8.decode(ByteBuffer.wrap(head), CharBuffer.allocate(HEAD), false).isError();
    return broken ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
  }

  /** The separator under which most rows have as many cells as the first, and the first most. */
  private static char separator(String head, boolean whole) {
    int end = whole ? head.length() : head.lastIndexOf('\n') + 1;
    String rows = end > 0 ? head.substring(0, end) : head;
    char best = ',';
    double most = 1;
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char separator = SEPARATORS.charAt(i);
      int width = 0;
      int alike = 0;
      int count = 0;
      try (CsvReader<CsvRecord> reader = rows(separator).ofCsvRecord(rows)) {
        Iterator<CsvRecord> records = reader.iterator();
        while (count < ROWS_LOOKED_AT && records.hasNext()) {
          int cells = records.next().getFieldCount();
          width = count == 0 ? cells : width;
          alike += cells == width ? 1 : 0;
          count++;
        }
      } catch (CsvParseException | IOException | UncheckedIOException notThisOne) {
        continue;
      }
      double score = count == 0 || alike < 0.7 * count ? 1 : (double) width * alike / count;
      if (score > most) {
        most = score;
        best = separator;
      }
    }
    return best;
  }
}
