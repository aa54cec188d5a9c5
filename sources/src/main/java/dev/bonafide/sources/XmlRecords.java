package dev.bonafide.sources;

import dev.bonafide.model.Reading;
import java.util.List;

/**
 * Reads elements of one name, wherever in a document they lie. Each is turned into the JSON that a
 * mapping knows ({@link Markup}); the record is still the element's own bytes.
 */
final class XmlRecords implements RecordReader {
  private static final Reading CUT_OFF = new Reading.Rejected("record", "is cut off");
  private static final Reading MALFORMED =
      new Reading.Rejected("record", "is not well-formed XML; expected elements that close");

  private final String name;
  private final List<String> around;
  private final Plans plans;

  /**
   * @param way local names of the elements around a record and of the record itself
   * @param plan how the JSON of a record is read in the first place
   */
  XmlRecords(List<String> way, Plan plan, List<Probe.Asked> sources, ReadOptions options) {
    name = way.getLast();
    around = way.subList(0, way.size() - 1);
    plans = new Plans(List.of(plan), sources, options, false);
  }

  @Override
  public TableNotes notes() {
    return plans.notes();
  }

  @Override
  public int read(byte[] bytes, int from, int to, boolean last, RecordSink sink) {
    int at = from;
    while (at < to) {
      int end = thing(bytes, at, to, last, sink);
      if (end == Markup.CUT) {
        return at;
      }
      at = end;
    }
    return to;
  }

  /** Reads what begins at {@code at}; {@link Markup#CUT} when more bytes are needed. */
  private int thing(byte[] bytes, int at, int to, boolean last, RecordSink sink) {
    byte c = bytes[at];
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
      return at + 1;
    }
    int mark = Utf.markLength(bytes, at, to);
    if (mark > 0) {
      return at + mark;
    }
    if (c == '<') {
      if (at + 4 > to && !last) {
        return Markup.CUT;
      }
      if (at + 1 < to && (bytes[at + 1] == '?' || bytes[at + 1] == '!')) {
        int end = Markup.aside(bytes, at, to);
        return end >= 0 ? end : damaged(bytes, at, to, last, CUT_OFF, sink);
      }
      String tag = Markup.name(bytes, at, to);
      if (tag == null) {
        return last ? damaged(bytes, at, to, true, CUT_OFF, sink) : Markup.CUT;
      }
      if (tag.equals(name) && bytes[at + 1] != '/') {
        return record(bytes, at, to, last, sink);
      }
      if (around.contains(tag)) {
        int close = Markup.find(bytes, at, to, ">");
        return close >= 0 ? close + 1 : damaged(bytes, at, to, last, CUT_OFF, sink);
      }
    } else if (!last && to - at < 3 && (c & 0x80) != 0) {
      return Markup.CUT;
    }
    return damaged(bytes, at, to, last, MALFORMED, sink);
  }

  private int record(byte[] bytes, int at, int to, boolean last, RecordSink sink) {
    Markup.Element element = Markup.element(bytes, at, to, name);
    if (element.end() == Markup.CUT && !last) {
      return Markup.CUT;
    }
    if (element.end() < 0) {
      Reading why = element.end() == Markup.CUT ? CUT_OFF : MALFORMED;
      return damaged(bytes, at, to, last, why, sink);
    }
    tell(element.bytes(), new Own(bytes, at, element.end(), sink));
    return element.end();
  }

  private void tell(byte[] json, Own sink) {
    Plan.Reader found = plans.reading(json, 0, json.length, null);
    if (found == null) {
      sink.record(json, 0, json.length);
      sink.reading(Plans.NOT_OURS);
    } else {
      found.tell(sink);
    }
  }

  /** Rejects what lies before the next record, or ends with a closed one. */
  private int damaged(byte[] bytes, int at, int to, boolean last, Reading why, RecordSink sink) {
    int next = Markup.next(bytes, at + 1, to, name);
    int closing = Markup.find(bytes, at + 1, to, "</" + name + ">");
    int end = closing < 0 ? next : closing + name.length() + 3;
    end = next >= 0 && next < end ? next : end;
    if (end < 0 && !last) {
      return Markup.CUT;
    }
    end = end < 0 ? to : end;
    int trimmed = end;
    while (trimmed > at + 1 && bytes[trimmed - 1] <= ' ' && bytes[trimmed - 1] >= 0) {
      trimmed--;
    }
    sink.record(bytes, at, trimmed);
    sink.reading(why);
    return end;
  }

  /** A sink that is told the element's own bytes in place of the JSON made of it. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Own(byte[] bytes, int from, int to, RecordSink sink) implements Onward {
    @Override
    public void record(byte[] json, int jsonFrom, int jsonTo) {
      sink.record(bytes, from, to);
    }
  }
}
