package dev.bonafide.sources;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names formats that are not read, so that a file is never passed over without a reason. */
final class Formats {
  private static final Pattern SYSLOG =
      Pattern.compile(
          "^(<\\d{1,3}>.*|[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d .*)", Pattern.DOTALL);
  private static final Pattern CEF = Pattern.compile("CEF:\\d\\|");
  private static final Pattern LEEF = Pattern.compile("LEEF:\\d");
  private static final Pattern PAIRS =
      Pattern.compile("^(\\w+=(\"[^\"]*\"|\\S*)\\s+){3,}.*", Pattern.DOTALL);
  private static final Pattern MARKUP =
      Pattern.compile("^(---|[\\w-]+:( |\\r?\\n)).*", Pattern.DOTALL);

  private Formats() {}

  /** What a file certainly is when it is nothing that is read; null when it may be. */
  static @Nullable String passedOver(byte[] head, int from, int to) {
    String start = new String(head, from, Math.min(to - from, 64), StandardCharsets.ISO_8859_1);
    if (start.startsWith("ElfFile\0")) {
      return "is a binary Windows event log (EVTX); export it as XML or JSON";
    }
    if (start.startsWith("%PDF-")) {
      return "is a PDF document";
    }
    if (start.startsWith("PAR1")) {
      return "is a Parquet file; export it as JSON lines or CSV";
    }
    if (start.startsWith("SQLite format 3\0")) {
      return "is a SQLite database";
    }
    if (start.startsWith("Obj\1")) {
      return "is an Avro file; export it as JSON lines or CSV";
    }
    if (start.startsWith("PK\3\4") || start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      return "is an archive or office document; export tables as CSV";
    }
    if (start.startsWith("WEBVTT")) {
      return "is a transcript; what people say is not read";
    }
    int controls = 0;
    int looked = Math.min(to, from + 4096);
    for (int i = from; i < looked; i++) {
      byte c = head[i];
      controls += c >= 0 && c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != 0x1E ? 1 : 0;
    }
    return controls * 50 > looked - from ? "is binary, of no known format" : null;
  }

  /** What a text that nothing recognised seems to be. */
  static String guess(byte[] head, int from, int to) {
    String start = new String(head, from, Math.min(to - from, 2048), StandardCharsets.ISO_8859_1);
    if (CEF.matcher(start).find()) {
      return "is CEF, which is not read yet";
    }
    if (LEEF.matcher(start).find()) {
      return "is LEEF, which is not read yet";
    }
    if (SYSLOG.matcher(start).matches()) {
      return "is syslog, which is not read yet";
    }
    if (PAIRS.matcher(start).matches()) {
      return "is lines of key=value, which are not read yet";
    }
    if (start.toLowerCase(Locale.ROOT).startsWith("#!") || MARKUP.matcher(start).matches()) {
      return "is text (YAML, a script or the like) without records";
    }
    return "is text that no source recognises";
  }
}
