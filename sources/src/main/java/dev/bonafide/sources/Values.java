package dev.bonafide.sources;

import dev.bonafide.model.Hash;
import dev.bonafide.model.NetStatement;
import dev.bonafide.model.Term;
import dev.bonafide.sources.Mapping.Part;
import dev.bonafide.sources.Mapping.Piece;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    Field(Mapping.@Nullable Word word) {
      this.word = word;
    }
  }

  /** A place and the texts that were met there. */
  private static final class Place {
    final int slot;
    final boolean whole;
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

  private final Field[] fields;
  private final Times times;
  private final Interned<Value> nets = new Interned<>(Values::net);
  private Row row = new Row(0);
  private long record;
  private byte[] scratch = new byte[256];

  /**
   * @param marked fields whose values carry marks of their own, so that they are not shared
   */
  Values(Mapping mapping, Times times, IntPredicate marked) {
    this.times = times;
    fields = new Field[mapping.words().size()];
    Map<Mapping.Place, Place> shared = new HashMap<>();
    for (int i = 0; i < fields.length; i++) {
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
      }
    }
  }

  /** Goes on to the next record. */
  void next(Row of) {
    row = of;
    record++;
  }

  /** The value of a field, {@link Value#ABSENT} when the record has none; -1 is no field. */
  Value of(int word) {
    if (word < 0) {
      return Value.ABSENT;
    }
    Field field = fields[word];
    if (field.record == record) {
      return field.value;
    }
    Value value = field.places.length > 0 ? found(field) : made(field, word);
    field.value = value;
    field.record = record;
    return value;
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
    return any ? nets.get(scratch, 0, end).term : null;
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
