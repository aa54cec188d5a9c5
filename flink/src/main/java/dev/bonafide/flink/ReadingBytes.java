package dev.bonafide.flink;

import dev.bonafide.model.Claim;
import dev.bonafide.model.DeviceFact;
import dev.bonafide.model.Event;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Member;
import dev.bonafide.model.Reading;
import dev.bonafide.model.Term;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one form in which readings cross the network and stand in state. Events are packed by hand,
 * as there are many; the few others are JSON behind a number that names their record. Numbers are
 * permanent: state of a running job holds them.
 */
final class ReadingBytes {
  private static final byte EVENT = 0;

  /** The number of each record is its place plus one. Never reorder. */
  private static final List<Class<? extends Reading>> OTHERS =
      List.of(
          Member.class,
          DeviceFact.class,
          Claim.Employment.class,
          Claim.Place.class,
          Claim.Schedule.class,
          Claim.Context.class,
          Claim.Contact.class);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The number of each outcome is its place. Never reorder. */
  private static final List<Event.Outcome> OUTCOMES =
      List.of(Event.Outcome.SUCCESS, Event.Outcome.FAILURE, Event.Outcome.UNKNOWN);

  private ReadingBytes() {}

  static byte[] of(Reading reading) {
    if (reading instanceof Event event) {
      return ofEvent(event);
    }
    int number = OTHERS.indexOf(reading.getClass());
    if (number < 0) {
      throw new IllegalArgumentException(reading.getClass() + " does not travel");
    }
    byte[] json = JSON.writeValueAsBytes(reading);
    byte[] bytes = new byte[json.length + 1];
    bytes[0] = (byte) (number + 1);
    System.arraycopy(json, 0, bytes, 1, json.length);
    return bytes;
  }

  static Reading read(byte[] bytes) {
    if (bytes[0] == EVENT) {
      return readEvent(ByteBuffer.wrap(bytes, 1, bytes.length - 1));
    }
    return JSON.readValue(bytes, 1, bytes.length - 1, OTHERS.get(bytes[0] - 1));
  }

  private static byte[] ofEvent(Event event) {
    @Nullable Term[] terms = {
      event.account(),
      event.alias(),
      event.app(),
      event.endpoint(),
      event.egress(),
      event.fingerprint(),
      event.session(),
      event.object(),
      event.net()
    };
    byte[][] texts = new byte[terms.length][];
    int size = 1 + 2 + 8 + 8 + 8 + 2;
    int present = 0;
    for (int i = 0; i < terms.length; i++) {
      Term term = terms[i];
      if (term != null) {
        present |= 1 << i;
        texts[i] = term.text().getBytes(StandardCharsets.UTF_8);
        size += 12 + texts[i].length;
      }
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    out.put(EVENT)
        .put((byte) event.kind().number())
        .put((byte) OUTCOMES.indexOf(event.outcome()))
        .putLong(event.epochMilli())
        .putLong(event.recordId())
        .putLong(event.amount())
        .putShort((short) present);
    for (int i = 0; i < terms.length; i++) {
      Term term = terms[i];
      if (term != null) {
        out.putLong(term.id()).putInt(texts[i].length).put(texts[i]);
      }
    }
    return out.array();
  }

  private static Event readEvent(ByteBuffer in) {
    Kind kind = Kind.of(in.get());
    Event.Outcome outcome = OUTCOMES.get(in.get());
    long epochMilli = in.getLong();
    long recordId = in.getLong();
    long amount = in.getLong();
    int present = in.getShort();
    Term account = term(in, present, 0);
    if (account == null) {
      throw new IllegalArgumentException("an event without an account");
    }
    return new Event(
        kind,
        outcome,
        epochMilli,
        recordId,
        account,
        term(in, present, 1),
        term(in, present, 2),
        term(in, present, 3),
        term(in, present, 4),
        term(in, present, 5),
        term(in, present, 6),
        term(in, present, 7),
        term(in, present, 8),
        amount);
  }

  private static @Nullable Term term(ByteBuffer in, int present, int i) {
    if ((present >>> i & 1) == 0) {
      return null;
    }
    long id = in.getLong();
    byte[] text = new byte[in.getInt()];
    in.get(text);
    return new Term(id, new String(text, StandardCharsets.UTF_8));
  }
}
