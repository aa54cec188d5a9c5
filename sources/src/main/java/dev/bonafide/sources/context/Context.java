package dev.bonafide.sources.context;

import com.google.auto.service.AutoService;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Claim.ContextKind;
import dev.bonafide.model.Reading;
import dev.bonafide.sources.ReadOptions;
import dev.bonafide.sources.RecordSink;
import dev.bonafide.sources.Source;
import dev.bonafide.sources.SourceCard;
import dev.bonafide.sources.TableRow;
import dev.bonafide.sources.TableSource;
import dev.bonafide.sources.Times;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What is documented about a worker's time and ties. It can only explain. */
@AutoService(Source.class)
public final class Context extends TableSource {
  private static final long DAY = 86_400_000L;

  /** Words of the kinds, by which a table of context is told from others with the same columns. */
  private static final String[] WORDS = {
    "*on*call*",
    "*stand*by*",
    "*pager*",
    "*duty*",
    "*roster*",
    "*rota",
    "*shift*",
    "*travel*",
    "*trip*",
    "*abroad*",
    "workation",
    "*relation*",
    "*household*",
    "*partner*",
    "*spouse*",
    "*sibling*",
    "*couple*",
    "*leave*",
    "*vacation*",
    "*holiday*",
    "pto*",
    "*absence*",
    "*sick*",
    "*sabbatical*",
    "*time off*"
  };

  private final int[] worker =
      column(
          "worker id",
          "worker",
          "worker number",
          "worker mail",
          "worker code",
          "worker name",
          "work mail",
          "mail",
          "user",
          "user name",
          "upn",
          "user principal name",
          "login",
          "person",
          "person id",
          "traveller",
          "traveler",
          "who");
  private final int[] kind =
      column(
          "kind",
          "context",
          "context kind",
          "event type",
          "absence type",
          "leave type",
          "what",
          "entry type",
          "reason",
          "notice type",
          "activity",
          "context type",
          "event",
          "request type");
  private final int[] from =
      column(
          "from",
          "from date",
          "start",
          "start date",
          "start time",
          "valid from",
          "first date",
          "from time",
          "start date time",
          "date",
          "departure",
          "departure date",
          "from date time");
  private final int[] to =
      column(
          "to",
          "to date",
          "end",
          "end date",
          "end time",
          "valid to",
          "last date",
          "to time",
          "end date time",
          "through",
          "return",
          "return date",
          "to date time");
  private final int[] place =
      column(
          "place",
          "destination",
          "travel destination",
          "travel place",
          "country",
          "city",
          "where",
          "destination city",
          "destination country",
          "location",
          "travel location");
  private final int[] other =
      column(
          "other worker",
          "other",
          "other id",
          "relation to",
          "other worker id",
          "other mail",
          "relative",
          "with",
          "second person",
          "other person",
          "with worker",
          "second worker");

  public Context() {
    super(
        new SourceCard(
            "context",
            "Rosters, on-call, travel, leave, relations",
            Set.of(),
            false,
            "A CSV with the columns worker, kind (roster, on-call, travel, leave or relation), from, to, place, other worker."));
    needs(1, worker);
    needs(1, from, other);
    needsWords(kind, WORDS);
    or();
    needs(1, worker);
    needs(1, kind);
    needs(1, from);
    needs(1, to);
    needs(1, place, other);
  }

  @Override
  protected BiConsumer<TableRow, RecordSink> reader(ReadOptions options) {
    ZoneId zone = options.zoneOfBareTimes();
    return (row, sink) -> read(row, zone, sink);
  }

  private void read(TableRow row, ZoneId zone, RecordSink sink) {
    String who = row.text(worker);
    if (who == null) {
      sink.reading(new Reading.Rejected("worker", "is empty; a worker id or mail is expected"));
      return;
    }
    ContextKind what = kind(row.textOrEmpty(kind));
    if (what == null) {
      sink.reading(
          new Reading.Rejected(
              "kind",
              "is none of roster, on-call, travel, leave and relation, nor a word for one"));
      return;
    }
    String second = row.text(other);
    if (what == ContextKind.RELATION && second == null) {
      sink.reading(new Reading.Rejected("other worker", "is empty; a relation names two workers"));
      return;
    }
    long first = edge(row, from, zone, false);
    long last = edge(row, to, zone, true);
    if (first == Times.NONE && last == Times.NONE && what != ContextKind.RELATION) {
      sink.reading(new Reading.Rejected("from", "is missing or no date, and so is the end"));
      return;
    }
    if (last == Times.NONE && what != ContextKind.RELATION && what != ContextKind.ROSTER) {
      // A trip, a leave or a duty of which only the beginning is known explains that day.
      last = edge(row, from, zone, true);
    }
    if (first != Times.NONE && last != Times.NONE && last <= first) {
      sink.reading(new Reading.Rejected("to", "lies before the start"));
      return;
    }
    boolean open = first == Times.NONE;
    boolean endless = last == Times.NONE;
    sink.reading(
        new Claim.Context(
            who,
            row.id(),
            open ? Long.MIN_VALUE : Math.floorDiv(first, DAY),
            endless ? Long.MAX_VALUE : Math.floorDiv(last - 1, DAY),
            what,
            open ? Long.MIN_VALUE : first,
            endless ? Long.MAX_VALUE : last,
            row.text(place),
            second));
  }

  /**
   * The instant at which a span begins or ends; a bare last day ends with its midnight. Bare days
   * are days of the run's zone, since a row seldom says whose.
   */
  private long edge(TableRow row, int[] column, ZoneId zone, boolean end) {
    if (row.hasTimeOfDay(column) && !(end && column == from)) {
      return row.time(column);
    }
    LocalDate day = row.day(column);
    if (day == null) {
      return Times.NONE;
    }
    return (end ? day.plusDays(1) : day).atStartOfDay(zone).toInstant().toEpochMilli();
  }

  private static @Nullable ContextKind kind(String text) {
    String word = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ").strip();
    if (has(word, "on call", "oncall", "standby", "stand by", "pager", "duty")) {
      return ContextKind.ON_CALL;
    }
    if (has(word, "roster", "rota", "shift", "schedule", "night", "hours")) {
      return ContextKind.ROSTER;
    }
    if (has(word, "travel", "trip", "abroad", "workation", "conference", "offsite", "relocat")) {
      return ContextKind.TRAVEL;
    }
    if (has(
        word,
        "relation",
        "household",
        "couple",
        "partner",
        "spouse",
        "sibling",
        "flatmate",
        "family of",
        "lives with")) {
      return ContextKind.RELATION;
    }
    if (has(
        word,
        "leave",
        "vacation",
        "holiday",
        "pto",
        "absence",
        "sick",
        "parental",
        "sabbatical",
        "time off",
        "day off")) {
      return ContextKind.LEAVE;
    }
    return null;
  }

  private static boolean has(String text, String... words) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
