package dev.bonafide.sources;

import dev.bonafide.model.Hash;
import dev.bonafide.model.NetStatement;
import dev.bonafide.model.Term;
import dev.bonafide.sources.Mapping.Part;
import dev.bonafide.sources.Mapping.Piece;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values of a mapping's fields in the record that is read now. Each is made at most once a
 * record, and each text at most once altogether.
 */
final class Values {
  private static final byte SEPARATOR = 0x1F;
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

  /** A field as it is looked up: plain arrays, since every record walks them. */
  private static final class Field {
    final Mapping.@Nullable Word word;
    Place[] places = {};
    final Known<Value> made = new Known<>();
    Value value = Value.ABSENT;
    long record = -1;

    /** Whether what is made of it stays with the habits of an account. */
    boolean kept = true;

    Field(Mapping.@Nullable Word word) {
      this.word = word;
    }
  }

  /** A place and the texts that were met there. */
  private static final class Place {
    final int slot;
    final boolean whole;

    /** By which a habit knows it. */
    int number;

    /** The fields that are made of it, also by way of others. */
    int[] fields = {};

    /** Whether it decides what a record means. */
    boolean decides;

    /** Whether it tells of devices and accounts. */
    boolean tells;

    /** How often it differed from what the account's last record said. */
    int changes;

    private final Interned<Value> met;
    private long record = -1;
    private Value value = Value.ABSENT;

    Place(Mapping.Place place, boolean egress) {
      slot = place.slot();
      whole = place.part() == Mapping.Place.WHOLE;
      met = new Interned<>((b, from, to) -> meet(egress, place, b, from, to));
    }

    Value value(Row row, long now) {
      if (record != now) {
        record = now;
        value =
            row.has(slot) ? met.get(row.bytes(slot), row.from(slot), row.to(slot)) : Value.ABSENT;
      }
      return value;
    }
  }

  /** How many records are compared with habits before it is settled which places have any. */
  private static final int SETTLING = 1 << 12;

  private final Field[] fields;

  /** The net statement, which is made of fields like a field. */
  private final int netField;

  /** The places that are compared with habits. */
  private Place[] compared;

  private int comparisons;
  private boolean decisionKept = true;
  private boolean toldKept = true;
  private final Habit.Circle habits;

  /** Of the account whose record this is; null where none is known. */
  private @Nullable Habit habit;

  private final Times times;
  private final Interned<Value> nets = new Interned<>(Values::net);
  private Row row = new Row(0);
  private long record;
  private byte[] scratch = new byte[256];

  /**
   * @param marked fields whose values carry marks of their own, so that they are not shared
   * @param deciding the fields that decide what a record means
   * @param telling the fields that tell of devices and accounts
   */
  Values(Mapping mapping, Times times, IntPredicate marked, int[] deciding, int[] telling) {
    this.times = times;
    netField = mapping.words().size();
    fields = new Field[netField + 1];
    fields[netField] = new Field(null);
    Set<Place> places = new LinkedHashSet<>();
    Map<Mapping.Place, Place> shared = new HashMap<>();
    for (int i = 0; i < netField; i++) {
      Field field = new Field(mapping.words().get(i));
      fields[i] = field;
      if (field.word instanceof Mapping.Found found) {
        boolean egress = i == Part.EGRESS.at;
        boolean alone = egress || marked.test(i);
        field.places =
            found.places().stream()
                .map(
                    place ->
                        alone
                            ? new Place(place, egress)
                            : shared.computeIfAbsent(place, p -> new Place(p, false)))
                .toArray(Place[]::new);
        places.addAll(List.of(field.places));
      }
    }
    compared = places.toArray(Place[]::new);
    habits = new Habit.Circle(compared.length, fields.length);
    for (int i = 0; i < compared.length; i++) {
      compared[i].number = i;
    }
    for (int i = 0; i < netField; i++) {
      int field = i;
      placesOf(new int[] {i}).forEach(place -> add(place, field));
    }
    placesOf(NET).forEach(place -> add(place, netField));
    placesOf(deciding).forEach(place -> place.decides = true);
    placesOf(telling).forEach(place -> place.tells = true);
  }

  private static void add(Place place, int field) {
    place.fields = Arrays.copyOf(place.fields, place.fields.length + 1);
    place.fields[place.fields.length - 1] = field;
  }

  /** The places of which fields are made, also by way of other fields. */
  private Set<Place> placesOf(int... words) {
    Set<Place> found = new LinkedHashSet<>();
    Set<Integer> seen = new HashSet<>();
    for (int word : words) {
      placesOf(word, found, seen);
    }
    return found;
  }

  private void placesOf(int word, Set<Place> found, Set<Integer> seen) {
    if (word < 0 || !seen.add(word)) {
      return;
    }
    Field field = fields[word];
    found.addAll(List.of(field.places));
    switch (field.word) {
      case Mapping.First first -> first.words().forEach(other -> placesOf(other, found, seen));
      case Mapping.Same same -> {
        placesOf(same.first(), found, seen);
        placesOf(same.second(), found, seen);
      }
      case Mapping.Joined joined -> placesOf(joined.pieces(), found, seen);
      case Mapping.Peripheral peripheral -> {
        placesOf(peripheral.id(), found, seen);
        placesOf(peripheral.description(), found, seen);
      }
      case null, default -> {}
    }
  }

  private void placesOf(List<Piece> pieces, Set<Place> found, Set<Integer> seen) {
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Literal literal -> {}
        case Piece.Field field -> placesOf(field.word(), found, seen);
        case Piece.Group group -> placesOf(group.pieces(), found, seen);
      }
    }
  }

  /** Goes on to the next record. */
  void next(Row of) {
    row = of;
    record++;
    habit = null;
    Value account = of(Part.ACCOUNT.at);
    Habit known = account == Value.ABSENT ? null : habits.of(account);
    if (known != null) {
      compare(known);
      habit = known;
    }
  }

  /** Forgets of a habit what depends on what this record says otherwise. */
  private void compare(Habit known) {
    boolean first = known.next();
    for (Place place : compared) {
      if (!known.same(place.number, row, place.slot)) {
        place.changes += first ? 0 : 1;
        for (int field : place.fields) {
          known.made[field] = null;
        }
        if (place.decides) {
          known.decision = null;
        }
        if (place.tells) {
          known.told = false;
        }
      }
    }
    if (!first && ++comparisons == SETTLING) {
      settle();
    }
  }

  /** What differs from record to record, such as ids and times, is not compared any more. */
  private void settle() {
    List<Place> steady = new ArrayList<>();
    for (Place place : compared) {
      if (place.changes * 2 < comparisons) {
        steady.add(place);
      } else {
        for (int field : place.fields) {
          fields[field].kept = false;
        }
        decisionKept &= !place.decides;
        toldKept &= !place.tells;
      }
    }
    compared = steady.toArray(Place[]::new);
  }

  /** What the record means. */
  Decisions.Decision decision(Decisions decisions) {
    Habit known = habit;
    if (known == null || !decisionKept) {
      return decisions.of(this);
    }
    Decisions.Decision decision = known.decision;
    if (decision == null) {
      decision = decisions.of(this);
      known.decision = decision;
    }
    return decision;
  }

  /** Whether all that the record says of devices and accounts was told. */
  boolean told() {
    Habit known = habit;
    return known != null && toldKept && known.told;
  }

  /** All of it is told now. */
  void tell() {
    if (habit != null) {
      habit.told = true;
    }
  }

  /** The value of a field, {@link Value#ABSENT} when the record has none; -1 is no field. */
  Value of(int word) {
    if (word < 0) {
      return Value.ABSENT;
    }
    Field field = fields[word];
    Habit known = habit;
    if (known != null && field.kept) {
      Value value = known.made[word];
      if (value == null) {
        value = make(field, word);
        known.made[word] = value;
      }
      return value;
    }
    if (field.record == record) {
      return field.value;
    }
    Value value = make(field, word);
    field.value = value;
    field.record = record;
    return value;
  }

  private Value make(Field field, int word) {
    return word == netField
        ? netStatement()
        : field.places.length > 0 ? found(field) : made(field, word);
  }

  @Nullable Term term(int word) {
    return of(word).term;
  }

  private Value found(Field field) {
    for (Place place : field.places) {
      Value value = place.value(row, record);
      if (value != Value.ABSENT) {
        return value;
      }
    }
    return Value.ABSENT;
  }

  /** Makes the value of a text that is met for the first time. */
  private static Value meet(boolean egress, Mapping.Place place, byte[] bytes, int from, int to) {
    String raw = new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
    if (raw.length() > 1 && raw.charAt(0) == '"' && raw.endsWith("\"")) {
      raw = raw.substring(1, raw.length() - 1);
    }
    if (place.part() != Mapping.Place.WHOLE) {
      raw = part(raw, place);
    }
    if (isAbsent(raw, place)) {
      return Value.ABSENT;
    }
    String text = egress ? Addresses.publicAddress(raw) : raw;
    return text == null ? Value.ABSENT : new Value(raw, Term.of(place.prefix() + text));
  }

  private static boolean isAbsent(String raw, Mapping.Place place) {
    return Absent.is(raw)
        || Glob.any(place.absent(), raw)
        || !(place.only().isEmpty() || Glob.any(place.only(), raw));
  }

  private static String part(String text, Mapping.Place place) {
    String[] parts = text.split(Pattern.quote(place.split()), -1);
    int at = place.part() < 0 ? parts.length + place.part() : place.part();
    String part =
        parts.length < place.parts() || at < 0 || at >= parts.length ? "" : parts[at].strip();
    // "Tokyo (JP)": what is opened by the mark is closed with it.
    return place.split().equals("(") && part.endsWith(")")
        ? part.substring(0, part.length() - 1)
        : part;
  }

  // --- fields made of others -----------------------------------------------------------------

  private Value made(Field field, int word) {
    return switch (field.word) {
      case Mapping.First first -> first(first, word);
      case Mapping.Same same -> same(same, field.made);
      case Mapping.Joined joined -> join(joined, field.made);
      case Mapping.Peripheral peripheral -> peripheral(peripheral, field.made);
      case Mapping.Span span -> Value.ABSENT;
      case Mapping.Before before -> Value.ABSENT;
      case Mapping.Found found -> Value.ABSENT;
      case null -> Value.ABSENT;
    };
  }

  private Value first(Mapping.First first, int word) {
    for (int other : first.words()) {
      Value value = of(other);
      if (value != Value.ABSENT) {
        return value.takenBy(word);
      }
    }
    return Value.ABSENT;
  }

  private Value same(Mapping.Same same, Known<Value> made) {
    Value first = of(same.first());
    Value second = of(same.second());
    if (first == Value.ABSENT || second == Value.ABSENT) {
      return Value.ABSENT;
    }
    boolean equal = first.raw.equalsIgnoreCase(second.raw);
    Value value = made.get(equal ? 1 : 0);
    if (value == null) {
      value = Value.of(equal ? "yes" : "no");
      made.put(equal ? 1 : 0, value);
    }
    return value;
  }

  private Value peripheral(Mapping.Peripheral peripheral, Known<Value> made) {
    Value id = of(peripheral.id());
    Value description = of(peripheral.description());
    long key = Hash.combine(id.id, description.id);
    Value value = made.get(key);
    if (value == null) {
      value = Value.of(Peripherals.describe(id.raw, description.raw));
      made.put(key, value);
    }
    return value;
  }

  private Value join(Mapping.Joined joined, Known<Value> made) {
    long key = key(joined.pieces(), 1);
    if (key == 0) {
      return Value.ABSENT;
    }
    Value value = made.get(key);
    if (value == null) {
      StringBuilder text = new StringBuilder();
      write(joined.pieces(), text);
      value = Value.of(text.toString().strip());
      made.put(key, value);
    }
    return value;
  }

  /** What the pieces are made of; 0 when a field is absent that may not be. */
  private long key(List<Piece> pieces, long start) {
    long key = start;
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Literal literal -> {}
        case Piece.Field field -> {
          long id = of(field.word()).id;
          if (id == Term.NONE) {
            return 0;
          }
          key = Hash.combine(key, id);
        }
        case Piece.Group group -> {
          long inner = key(group.pieces(), key);
          key = inner == 0 ? Hash.combine(key, 0) : inner;
        }
      }
    }
    return key;
  }

  private boolean write(List<Piece> pieces, StringBuilder into) {
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Literal literal -> into.append(literal.text());
        case Piece.Field field -> {
          Value value = of(field.word());
          if (value == Value.ABSENT) {
            return false;
          }
          into.append(value.raw);
        }
        case Piece.Group group -> {
          int before = into.length();
          if (!write(group.pieces(), into)) {
            into.setLength(before);
          }
        }
      }
    }
    return true;
  }

  // --- times and amounts, which seldom occur twice -------------------------------------------

  /** Milliseconds since 1970, or {@link Times#NONE}. */
  long time(int word) {
    if (word < 0) {
      return Times.NONE;
    }
    Field field = fields[word];
    for (Place place : field.places) {
      int slot = place.slot;
      if (row.has(slot)) {
        long time = times.parse(row.bytes(slot), row.from(slot), row.to(slot));
        if (time != Times.NONE) {
          return time;
        }
      }
    }
    if (field.word instanceof Mapping.First first) {
      for (int other : first.words()) {
        long time = time(other);
        if (time != Times.NONE) {
          return time;
        }
      }
    }
    if (field.word instanceof Mapping.Before before) {
      long end = time(before.end());
      long span = amount(before.span());
      return end == Times.NONE ? end : end - span * 1000;
    }
    return Times.NONE;
  }

  /** A count, bytes or seconds; 0 when the record has none. */
  long amount(int word) {
    if (word < 0) {
      return 0;
    }
    if (fields[word].word instanceof Mapping.Span span) {
      long from = time(span.from());
      long to = time(span.to());
      if (from != Times.NONE && to != Times.NONE && to >= from) {
        return (to - from) / 1000;
      }
      long written = Amounts.seconds(text(span.written()));
      long minutes = written >= 0 ? written : Amounts.seconds(text(span.minutes())) * 60;
      return Math.max(0, minutes);
    }
    return Math.max(0, Amounts.count(text(word)));
  }

  private String text(int word) {
    for (Place place : fields[word].places) {
      String text = row.text(place.slot);
      if (text != null && !Absent.is(text)) {
        return text;
      }
    }
    return "";
  }

  /** The hash of a field's bytes, 0 when it has none: for ids, which are not kept. */
  long hash(int word) {
    for (Place place : fields[word].places) {
      int slot = place.slot;
      if (row.has(slot)) {
        byte[] bytes = row.bytes(slot);
        int from = row.from(slot);
        int to = row.to(slot);
        if (!Absent.is(bytes, from, to)) {
          return Hash.of(bytes, from, to - from);
        }
      }
    }
    return 0;
  }

  // --- the net statement ---------------------------------------------------------------------

  /** What the record says of the network, null when it says nothing. */
  @Nullable Term net() {
    return of(netField).term;
  }

  private Value netStatement() {
    int end = 0;
    boolean any = false;
    for (int word : NET) {
      for (Place place : fields[word].places) {
        int slot = place.slot;
        if (!row.hasText(slot)) {
          continue;
        }
        if (place.whole) {
          end = append(row.bytes(slot), row.from(slot), row.to(slot), end);
        } else {
          Value part = place.value(row, record);
          if (part == Value.ABSENT) {
            continue;
          }
          byte[] text = part.raw.getBytes(StandardCharsets.UTF_8);
          end = append(text, 0, text.length, end);
        }
        any = true;
        break;
      }
      scratch[end++] = SEPARATOR;
    }
    return any ? nets.get(scratch, 0, end) : Value.ABSENT;
  }

  private int append(byte[] bytes, int from, int to, int at) {
    int length = to - from;
    if (scratch.length - at < length + NET.length) {
      scratch = Arrays.copyOf(scratch, Math.max(scratch.length * 2, at + length + NET.length));
    }
    System.arraycopy(bytes, from, scratch, at, length);
    return at + length;
  }

  private static Value net(byte[] bytes, int from, int to) {
    String[] parts = new String[NET.length];
    int part = 0;
    int start = from;
    for (int i = from; i < to; i++) {
      if (bytes[i] == SEPARATOR && part < parts.length) {
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
                country(parts[4]),
                orNull(parts[5]),
                orNull(parts[6]),
                Amounts.degrees(parts[7], parts[8]),
                Amounts.degrees(parts[8], parts[7]))
            .text();
    return text == null ? Value.ABSENT : Value.of(text);
  }

  private static @Nullable String country(String text) {
    return text.length() == 2 ? text.toUpperCase(Locale.ROOT) : orNull(text);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
