package dev.bonafide.sources;

import dev.bonafide.model.Reading;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads calendars (RFC 5545): each entry becomes rows of a table with the columns {@link #NAMES},
 * which the source of context reads as it reads a CSV.
 */
final class CalendarRecords implements RecordReader {
  /** The columns of the rows that are made of an entry. */
  static final List<String> NAMES = List.of("worker", "kind", "from", "to", "place");

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Set<String> OF_CALENDARS =
      Set.of(
          "VERSION",
          "PRODID",
          "CALSCALE",
          "METHOD",
          "NAME",
          "DESCRIPTION",
          "UID",
          "URL",
          "SOURCE",
          "LAST-MODIFIED",
          "REFRESH-INTERVAL",
          "COLOR",
          "CATEGORIES",
          "IMAGE");
  private static final Reading CUT_OFF = new Reading.Rejected("entry", "is cut off");
  private static final Reading LOST =
      new Reading.Rejected("entry", "does not begin with BEGIN:VEVENT");
  private static final Reading NO_DATE =
      new Reading.Rejected(
          "DTSTART", "is missing or no date; expected 20250602 or 20250602T080000Z");

  private final Plan.Reader plan;
  private final List<@Nullable Shape> columns = new ArrayList<>();
  private final ZoneId zoneOfBareTimes;
  private String calendar = "";
  private ZoneId zone;

  CalendarRecords(Plan plan, ReadOptions options) {
    this.plan = plan.reader(options, false);
    for (String name : NAMES) {
      Node node = this.plan.tree.resolve(name);
      columns.add(node == null ? null : new Shape(node));
    }
    zoneOfBareTimes = options.zoneOfBareTimes();
    zone = zoneOfBareTimes;
  }

  /** Whether a file begins as a calendar does. */
  static boolean looksLike(byte[] bytes, int from, int to) {
    String begin = "BEGIN:VCALENDAR";
    return to - from >= begin.length()
        && new String(bytes, from, begin.length(), StandardCharsets.ISO_8859_1)
            .equalsIgnoreCase(begin);
  }

  @Override
  public TableNotes notes() {
    return new TableNotes(List.of(), List.of(), 0, List.of());
  }

  @Override
  public int read(byte[] bytes, int from, int to, boolean last, RecordSink sink) {
    int at = from;
    while (at < to) {
      int end = part(bytes, at, to, last, sink);
      if (end < 0) {
        return at;
      }
      at = end;
    }
    return to;
  }

  /** Reads a component, or a line outside of one; -1 when more bytes are needed. */
  private int part(byte[] bytes, int at, int to, boolean last, RecordSink sink) {
    int end = Utf.lineEnd(bytes, at, to);
    if (end == to && !last) {
      return -1;
    }
    String line = line(bytes, at, end);
    String upper = line.toUpperCase(Locale.ROOT);
    int next = Math.min(to, end + 1);
    if (upper.equals("BEGIN:VCALENDAR") || upper.equals("END:VCALENDAR")) {
      calendar = "";
      zone = zoneOfBareTimes;
      return next;
    }
    if (upper.startsWith("BEGIN:")) {
      return component(bytes, at, to, upper.substring(6), last, sink);
    }
    Appointment.Property property = property(line);
    if (line.isEmpty()
        || property.name().startsWith("X-")
        || OF_CALENDARS.contains(property.name())) {
      if (property.name().equals("X-WR-CALNAME")
          || (property.name().equals("NAME") && calendar.isEmpty())) {
        calendar = property.value();
      } else if (property.name().equals("X-WR-TIMEZONE")) {
        zone = Appointment.zone(property.value(), zoneOfBareTimes);
      }
      return next;
    }
    return damaged(bytes, at, to, last, LOST, sink);
  }

  private int component(byte[] bytes, int at, int to, String name, boolean last, RecordSink sink) {
    List<Appointment.Property> properties = new ArrayList<>();
    int inner = 0;
    int from = Math.min(to, Utf.lineEnd(bytes, at, to) + 1);
    while (from < to) {
      int end = Utf.lineEnd(bytes, from, to);
      // A line goes on when the next one begins with a blank.
      while (end + 1 < to && (bytes[end + 1] == ' ' || bytes[end + 1] == '\t')) {
        end = Utf.lineEnd(bytes, end + 1, to);
      }
      if (end + 1 >= to && !last) {
        return -1;
      }
      String line = line(bytes, from, end);
      String upper = line.toUpperCase(Locale.ROOT);
      if (upper.equals("END:" + name)) {
        if (name.equals("VEVENT")) {
          tell(bytes, at, end, properties, sink);
        } else if (!name.equals("VTIMEZONE")) {
          record(bytes, at, end, sink);
          sink.reading(new Reading.Ignored("a " + name.toLowerCase(Locale.ROOT) + ", no entry"));
        }
        return Math.min(to, end + 1);
      }
      if (upper.equals("BEGIN:VEVENT") || upper.equals("END:VCALENDAR")) {
        break;
      }
      inner += upper.startsWith("BEGIN:") ? 1 : upper.startsWith("END:") ? -1 : 0;
      if (inner == 0) {
        properties.add(property(line));
      }
      from = end + 1;
    }
    return from >= to && !last ? -1 : damaged(bytes, at, to, last, CUT_OFF, sink);
  }

  private void tell(
      byte[] bytes, int from, int end, List<Appointment.Property> properties, RecordSink sink) {
    record(bytes, from, end, sink);
    Appointment appointment = new Appointment(properties, calendar, zone);
    String silence = appointment.silence();
    List<Appointment.Span> spans = appointment.spans();
    if (silence != null || spans.isEmpty()) {
      sink.reading(silence == null ? NO_DATE : new Reading.Ignored(silence));
      return;
    }
    for (Appointment.Span span : spans) {
      Row row = plan.row;
      List<String> cells =
          List.of(span.worker(), span.kind(), span.from(), span.to(), span.place());
      byte[] text = String.join("\n", cells).getBytes(StandardCharsets.UTF_8);
      row.begin(text, 0, text.length);
      int at = 0;
      for (int i = 0; i < cells.size(); i++) {
        int length = cells.get(i).getBytes(StandardCharsets.UTF_8).length;
        Shape column = columns.get(i);
        if (column != null && length > 0) {
          plan.fast.cell(text, at, at + length, column, false);
        }
        at += length + 1;
      }
      plan.tell(new Within(sink));
    }
  }

  /** The record is the entry, which was told already. */
  private record Within(RecordSink sink) implements Onward {
    @Override
    public void record(byte[] bytes, int from, int to) {}
  }

  private static void record(byte[] bytes, int from, int end, RecordSink sink) {
    int to = end;
    while (to > from + 1 && (bytes[to - 1] == '\r' || bytes[to - 1] == '\n')) {
      to--;
    }
    sink.record(bytes, from, to);
  }

  /** Rejects what lies before the next component, or ends with an entry's end. */
  private static int damaged(
      byte[] bytes, int at, int to, boolean last, Reading why, RecordSink sink) {
    int from = Math.min(to, Utf.lineEnd(bytes, at, to) + 1);
    while (from < to) {
      int end = Utf.lineEnd(bytes, from, to);
      if (end == to && !last) {
        return -1;
      }
      String line = line(bytes, from, end).toUpperCase(Locale.ROOT);
      if (line.equals("BEGIN:VEVENT") || line.equals("END:VCALENDAR")) {
        break;
      }
      from = Math.min(to, end + 1);
      if (line.equals("END:VEVENT")) {
        break;
      }
    }
    if (from >= to && !last) {
      return -1;
    }
    record(bytes, at, from, sink);
    sink.reading(why);
    return from;
  }

  private static String line(byte[] bytes, int from, int end) {
    int at = from + Utf.markLength(bytes, from, end);
    boolean utf8 = Utf.isUtf8(bytes, at, end);
    return new String(bytes, at, end - at, utf8 ? StandardCharsets.UTF_8 : WINDOWS)
        .replaceAll("\r?\n[ \t]", "")
        .stripTrailing();
  }

  /** Takes a line apart: a colon inside quotes ends no name. */
  private static Appointment.Property property(String line) {
    boolean quoted = false;
    int colon = 0;
    while (colon < line.length() && (quoted || line.charAt(colon) != ':')) {
      quoted ^= line.charAt(colon) == '"';
      colon++;
    }
    String name = line.substring(0, colon);
    int parameters = name.indexOf(';');
    return new Appointment.Property(
        (parameters < 0 ? name : name.substring(0, parameters)).toUpperCase(Locale.ROOT),
        parameters < 0 ? "" : name.substring(parameters),
        colon < line.length() ? line.substring(colon + 1) : "");
  }
}
