package dev.bonafide.sources;

import dev.bonafide.model.DeviceFact;
import dev.bonafide.model.Event;
import dev.bonafide.model.Hash;
import dev.bonafide.model.Member;
import dev.bonafide.model.NetStatement;
import dev.bonafide.model.Reading;
import dev.bonafide.model.Term;
import dev.bonafide.sources.Mapping.Part;
import dev.bonafide.sources.Mapping.Piece;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Applies a mapping to records. What can be remembered is: texts become terms once, and which rule
 * fits is looked up by what the tested fields have in common with the tests, so that a record that
 * resembles one before costs a few table look-ups.
 */
final class MappingReader implements Interpreter {
  private static final byte SEPARATOR = 0x1F;
  private static final int MAX_FACTS = 1 << 18;
  private static final int[] NET = {
    Part.ASN.at,
    Part.ORGANISATION.at,
    Part.PROXY.at,
    Part.HOSTING.at,
    Part.COUNTRY.at,
    Part.REGION.at,
    Part.CITY.at,
    Part.LATITUDE.at,
    Part.LONGITUDE.at
  };

  private final Mapping mapping;
  private final boolean explain;
  private final Times times;
  private final @Nullable Value[] values;
  private final long[] valueOf;
  private final List<@Nullable Interned<Value>> joined = new ArrayList<>();
  private final List<List<Interned<Value>>> interned = new ArrayList<>();
  private final Interned<Value> nets;
  private final Decisions decisions;
  private final Map<Object, Boolean> factsTold = new HashMap<>();
  private final Map<String, Reading> ignored = new HashMap<>();
  private final Reading noTime;
  private final Reading noAccount;
  private final long sourceHash;
  private byte[] scratch = new byte[256];
  private long record;
  private long idsMade;

  /** A text that was met, and what is known of it. {@code ABSENT} stands for nothing. */
  static final class Value {
    static final Value ABSENT = new Value("", null);
    final String raw;
    final @Nullable Term term;

    /** What the text has in common with the tests of its field; -1 before it was asked. */
    int testClass = -1;

    Event.@Nullable Outcome outcome;

    Value(String raw, @Nullable Term term) {
      this.raw = raw;
      this.term = term;
    }
  }

  MappingReader(Mapping mapping, ReadOptions options) {
    this.mapping = mapping;
    this.explain = options.explain();
    ZoneId zone = mapping.zone();
    this.times = new Times(zone == null ? options.zoneOfBareTimes() : zone, false);
    int count = mapping.words().size();
    values = new Value[count];
    valueOf = new long[count];
    for (int i = 0; i < count; i++) {
      List<Interned<Value>> byPlace = new ArrayList<>();
      Interned<Value> whole = null;
      int index = i;
      switch (mapping.words().get(i)) {
        case Mapping.Found found -> {
          for (Mapping.Place place : found.places()) {
            byPlace.add(new Interned<>((b, from, to) -> value(index, place, b, from, to)));
          }
        }
        case Mapping.Joined j -> whole = new Interned<>(MappingReader::plain);
        case Mapping.Same s -> whole = new Interned<>(MappingReader::plain);
        case Mapping.Peripheral p -> whole = new Interned<>(MappingReader::plain);
        case Mapping.Span s -> {}
        case null -> {}
      }
      interned.add(byPlace);
      joined.add(whole);
    }
    nets = new Interned<>(MappingReader::net);
    decisions = new Decisions(mapping);
    sourceHash = Hash.of(mapping.card().slug());
    noTime =
        new Reading.Rejected(
            place(Part.TIME),
            "has no time, or one in a form that is not known; expected ISO 8601 or epoch");
    noAccount = new Reading.Ignored("names no account");
  }

  @Override
  public long idsMade() {
    return idsMade;
  }

  @Override
  public void read(Row row, RecordSink sink) {
    record++;
    if (explain) {
      explain(row, sink);
    }
    Decisions.Decision decision = decisions.of(this, row);
    long received = time(Part.RECEIVED, row);
    if (received != Times.NONE) {
      sink.received(received);
    }
    if (decision.gifts().isEmpty()) {
      sink.reading(ignored(decision.ignore(), row));
      return;
    }
    long time = time(Part.TIME, row);
    if (time == Times.NONE) {
      sink.reading(noTime);
      return;
    }
    long id = recordId(row, time);
    boolean told = false;
    for (int i = 0; i < decision.gifts().size(); i++) {
      told |= give(decision.gifts().get(i), time, id, row, sink);
    }
    if (!told) {
      sink.reading(noAccount);
    }
    facts(row, sink);
  }

  private boolean give(Mapping.Gift gift, long time, long id, Row row, RecordSink sink) {
    Term account = gift.ofDevice() ? deviceAccount(gift, row) : term(gift.word(Part.ACCOUNT), row);
    if (account == null) {
      return false;
    }
    Term alias = gift.ofDevice() ? null : term(gift.word(Part.ALIAS), row);
    Event.Outcome outcome = gift.outcome();
    if (outcome == null) {
      outcome = outcome(gift.word(Part.OUTCOME), row);
    }
    sink.reading(
        new Event(
            gift.kind(),
            outcome,
            time,
            id,
            account,
            alias,
            term(gift.word(Part.APP), row),
            term(gift.word(Part.ENDPOINT), row),
            term(gift.word(Part.EGRESS), row),
            term(gift.word(Part.FINGERPRINT), row),
            term(gift.word(Part.SESSION), row),
            term(gift.word(Part.OBJECT), row),
            net(row),
            amount(gift.word(Part.AMOUNT), row)));
    if (gift.service()) {
      List<Member.Alias> aliases =
          alias == null
              ? List.of()
              : List.of(new Member.Alias(Member.AliasKind.DISPLAY_NAME, alias.text()));
      tell(new Member(account.text(), aliases, true), sink);
    }
    return true;
  }

  private @Nullable Term deviceAccount(Mapping.Gift gift, Row row) {
    Term endpoint = term(gift.word(Part.ENDPOINT), row);
    if (endpoint == null) {
      return null;
    }
    String prefix = mapping.card().slug() + ":";
    String key = endpoint.text();
    return Term.of(
        prefix + "device/" + (key.startsWith(prefix) ? key.substring(prefix.length()) : key));
  }

  // --- facts about devices and accounts ------------------------------------------------------

  /** Tells each fact once per reader; the same facts come out however a file is cut. */
  private void facts(Row row, RecordSink sink) {
    for (Mapping.Device device : mapping.devices()) {
      List<DeviceFact.Name> names = new ArrayList<>(4);
      for (Map.Entry<DeviceFact.NameKind, Integer> entry : device.names().entrySet()) {
        Term name = term(entry.getValue(), row);
        if (name != null) {
          names.add(new DeviceFact.Name(entry.getKey(), name.text()));
        }
      }
      Term worker = term(device.worker(), row);
      if (names.size() > 1 || (worker != null && !names.isEmpty())) {
        tell(device(names, worker == null ? null : worker.text()), sink);
      }
    }
    for (Mapping.People people : mapping.people()) {
      Term account = term(people.account(), row);
      if (account == null) {
        continue;
      }
      List<Member.Alias> aliases = new ArrayList<>(4);
      for (Map.Entry<Member.AliasKind, Integer> entry : people.aliases().entrySet()) {
        Term name = term(entry.getValue(), row);
        if (name != null) {
          aliases.add(new Member.Alias(entry.getKey(), name.text()));
        }
      }
      if (!aliases.isEmpty()) {
        tell(new Member(account.text(), aliases, false), sink);
      }
    }
  }

  private DeviceFact device(List<DeviceFact.Name> names, @Nullable String worker) {
    return new DeviceFact(
        Hash.combine(sourceHash, Hash.of(names + " " + worker)),
        names,
        worker,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        null,
        null,
        null,
        null,
        List.of());
  }

  private void tell(Reading fact, RecordSink sink) {
    if (factsTold.size() >= MAX_FACTS) {
      factsTold.clear();
    }
    if (factsTold.put(fact, Boolean.TRUE) == null) {
      sink.reading(fact);
    }
  }

  // --- values --------------------------------------------------------------------------------

  /** The value of a field in this record, {@link Value#ABSENT} when it has none. */
  Value value(int word, Row row) {
    if (word < 0) {
      return Value.ABSENT;
    }
    Value value = values[word];
    if (valueOf[word] == record && value != null) {
      return value;
    }
    value =
        switch (mapping.words().get(word)) {
          case Mapping.Found found -> found(found, interned.get(word), row);
          case Mapping.Same same -> same(same, word, row);
          case Mapping.Joined j -> join(j.pieces(), word, row);
          case Mapping.Peripheral p -> peripheral(p, word, row);
          case Mapping.Span s -> Value.ABSENT;
          case null -> Value.ABSENT;
        };
    values[word] = value;
    valueOf[word] = record;
    return value;
  }

  private @Nullable Term term(int word, Row row) {
    return word < 0 ? null : value(word, row).term;
  }

  private static Value found(Mapping.Found found, List<Interned<Value>> interned, Row row) {
    List<Mapping.Place> places = found.places();
    for (int i = 0; i < places.size(); i++) {
      int slot = places.get(i).slot();
      if (row.has(slot)) {
        Value value = interned.get(i).get(row.bytes(slot), row.from(slot), row.to(slot));
        if (value.term != null) {
          return value;
        }
      }
    }
    return Value.ABSENT;
  }

  /** Makes the value of a text that is met for the first time. */
  private Value value(int word, Mapping.Place place, byte[] bytes, int from, int to) {
    String raw = new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
    if (Absent.is(raw) || Glob.any(place.absent(), raw)) {
      return Value.ABSENT;
    }
    String text = raw;
    if (word == Part.EGRESS.at) {
      text = Addresses.publicAddress(raw);
      if (text == null) {
        return Value.ABSENT;
      }
    } else if (word == Part.ACCOUNT.at) {
      text = raw.indexOf('@') >= 0 ? raw.toLowerCase(Locale.ROOT) : raw;
    }
    Value value = new Value(raw, Term.of(place.before() + text));
    if (word == Part.OUTCOME.at) {
      value.outcome = outcome(raw);
    }
    return value;
  }

  private static Value plain(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
    return text.isEmpty() ? Value.ABSENT : new Value(text, Term.of(text));
  }

  private Value same(Mapping.Same same, int word, Row row) {
    Value first = value(same.first(), row);
    Value second = value(same.second(), row);
    if (first.term == null || second.term == null) {
      return Value.ABSENT;
    }
    Interned<Value> whole = joined.get(word);
    int end = append(first.raw.equalsIgnoreCase(second.raw) ? "yes" : "no", 0);
    return whole == null ? Value.ABSENT : whole.get(scratch, 0, end);
  }

  private Value join(List<Piece> pieces, int word, Row row) {
    int end = joinAt(pieces, 0, row);
    Interned<Value> whole = joined.get(word);
    return end <= 0 || whole == null ? Value.ABSENT : whole.get(scratch, 0, end);
  }

  /** Appends the pieces to the scratch; returns its new end, -1 when a field is absent. */
  private int joinAt(List<Piece> pieces, int start, Row row) {
    int end = start;
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Literal literal -> end = append(literal.text(), end);
        case Piece.Field field -> {
          Value value = value(field.word(), row);
          if (value.term == null) {
            return -1;
          }
          end = append(value.raw, end);
        }
        case Piece.Group group -> {
          int inner = joinAt(group.pieces(), end, row);
          end = inner < 0 ? end : inner;
        }
      }
    }
    return end;
  }

  private int append(String text, int at) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return append(bytes, 0, bytes.length, at);
  }

  private int append(byte[] bytes, int from, int to, int at) {
    int length = to - from;
    if (scratch.length - at < length + 1) {
      scratch = Arrays.copyOf(scratch, Math.max(scratch.length * 2, at + length + 1));
    }
    System.arraycopy(bytes, from, scratch, at, length);
    return at + length;
  }

  private Value peripheral(Mapping.Peripheral p, int word, Row row) {
    Value id = value(p.id(), row);
    Value description = value(p.description(), row);
    Interned<Value> whole = joined.get(word);
    String text = Peripherals.describe(id.raw, description.raw);
    int end = append(text, 0);
    return end == 0 || whole == null ? Value.ABSENT : whole.get(scratch, 0, end);
  }

  private long time(Part part, Row row) {
    return time(part.at, row);
  }

  private long time(int word, Row row) {
    if (word >= 0 && mapping.words().get(word) instanceof Mapping.Found found) {
      for (int i = 0; i < found.places().size(); i++) {
        int slot = found.places().get(i).slot();
        if (row.has(slot)) {
          long time = times.parse(row.bytes(slot), row.from(slot), row.to(slot));
          if (time != Times.NONE) {
            return time;
          }
        }
      }
    }
    return Times.NONE;
  }

  private long amount(int word, Row row) {
    if (word < 0) {
      return 0;
    }
    if (mapping.words().get(word) instanceof Mapping.Span span) {
      long written = Amounts.seconds(value(span.written(), row).raw);
      if (written >= 0) {
        return written;
      }
      long from = time(span.from(), row);
      long to = time(span.to(), row);
      return from == Times.NONE || to == Times.NONE || to < from ? 0 : (to - from) / 1000;
    }
    return Math.max(0, Amounts.count(value(word, row).raw));
  }

  private Event.Outcome outcome(int word, Row row) {
    Event.Outcome outcome = value(word, row).outcome;
    return outcome == null ? Event.Outcome.UNKNOWN : outcome;
  }

  private Event.Outcome outcome(String raw) {
    for (Map.Entry<Event.Outcome, List<Glob>> entry : mapping.outcomes().entrySet()) {
      if (Glob.any(entry.getValue(), raw)) {
        return entry.getKey();
      }
    }
    return Event.Outcome.UNKNOWN;
  }

  // --- the net statement ---------------------------------------------------------------------

  private @Nullable Term net(Row row) {
    int end = 0;
    boolean any = false;
    for (int word : NET) {
      if (mapping.words().get(word) instanceof Mapping.Found found) {
        for (Mapping.Place place : found.places()) {
          int slot = place.slot();
          if (row.has(slot) && row.to(slot) > row.from(slot)) {
            end = append(row.bytes(slot), row.from(slot), row.to(slot), end);
            any = true;
            break;
          }
        }
      }
      end = append(new byte[] {SEPARATOR}, 0, 1, end);
    }
    return any ? nets.get(scratch, 0, end).term : null;
  }

  private static Value net(byte[] bytes, int from, int to) {
    String[] parts = new String[NET.length];
    int part = 0;
    int start = from;
    for (int i = from; i < to; i++) {
      if (bytes[i] == SEPARATOR) {
        String text = new String(bytes, start, i - start, StandardCharsets.UTF_8).strip();
        parts[part++] = Absent.is(text) ? "" : text;
        start = i + 1;
      }
    }
    String text =
        new NetStatement(
                Amounts.asn(parts[0]),
                parts[1].isEmpty() ? Amounts.afterAsn(parts[0]) : parts[1],
                Amounts.flag(parts[2]),
                Amounts.flag(parts[3]),
                parts[4].isEmpty()
                    ? null
                    : parts[4].length() == 2 ? parts[4].toUpperCase(Locale.ROOT) : parts[4],
                parts[5].isEmpty() ? null : parts[5],
                parts[6].isEmpty() ? null : parts[6],
                Amounts.degrees(parts[7], parts[8]),
                Amounts.degrees(parts[8], parts[7]))
            .text();
    return text == null ? Value.ABSENT : new Value(text, Term.of(text));
  }

  // --- ids, reasons, explanations ------------------------------------------------------------

  private long recordId(Row row, long time) {
    for (Mapping.IdForm form : mapping.ids()) {
      long hash = sourceHash;
      boolean whole = true;
      for (int word : form.words()) {
        if (word == Part.TIME.at) {
          hash = Hash.combine(hash, time);
          continue;
        }
        int slot = firstSlot(word, row);
        if (slot < 0) {
          whole = false;
          break;
        }
        int from = row.from(slot);
        hash = Hash.combine(hash, Hash.of(row.bytes(slot), from, row.to(slot) - from));
      }
      if (whole) {
        return hash;
      }
    }
    idsMade++;
    return Hash.of(row.own(), row.recordFrom(), row.recordTo() - row.recordFrom());
  }

  private int firstSlot(int word, Row row) {
    if (mapping.words().get(word) instanceof Mapping.Found found) {
      for (Mapping.Place place : found.places()) {
        int slot = place.slot();
        if (row.has(slot) && !Absent.is(row.bytes(slot), row.from(slot), row.to(slot))) {
          return slot;
        }
      }
    }
    return -1;
  }

  private Reading ignored(String because, Row row) {
    int open = because.indexOf('{');
    int close = because.indexOf('}');
    if (open < 0 || close < open) {
      return ignored.computeIfAbsent(because, Reading.Ignored::new);
    }
    String name = because.substring(open + 1, close);
    String value = "nothing";
    for (int i = 0; i < mapping.words().size(); i++) {
      Mapping.Word word = mapping.words().get(i);
      if (word != null && word.name().equals(name)) {
        Value found = value(i, row);
        value = found.term == null ? value : found.raw;
      }
    }
    if (ignored.size() > 4096) {
      ignored.clear();
    }
    String reason = because.substring(0, open) + value + because.substring(close + 1);
    return ignored.computeIfAbsent(reason, Reading.Ignored::new);
  }

  private String place(Part part) {
    return mapping.words().get(part.at) instanceof Mapping.Found found
        ? found.places().getFirst().path()
        : part.name().toLowerCase(Locale.ROOT);
  }

  private void explain(Row row, RecordSink sink) {
    for (int i = 0; i < mapping.words().size(); i++) {
      if (mapping.words().get(i) instanceof Mapping.Found found) {
        for (Mapping.Place place : found.places()) {
          String text = row.text(place.slot());
          if (text != null && !Absent.is(text) && !Glob.any(place.absent(), text)) {
            sink.told(found.name(), place.path(), text);
            break;
          }
        }
      }
    }
  }

  /** The set of tests of a field that its value meets. */
  static BitSet met(List<Mapping.Test> tests, Value value) {
    BitSet met = new BitSet(tests.size());
    for (int i = 0; i < tests.size(); i++) {
      boolean there = value.term != null;
      met.set(
          i,
          switch (tests.get(i)) {
            case Mapping.Test.Like like -> there && Glob.any(like.patterns(), value.raw);
            case Mapping.Test.Unlike unlike -> there && !Glob.any(unlike.patterns(), value.raw);
            case Mapping.Test.There t -> t.there() == there;
          });
    }
    return met;
  }
}
