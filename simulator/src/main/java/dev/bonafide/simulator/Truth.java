package dev.bonafide.simulator;

import dev.bonafide.simulator.people.Overlay;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.people.Planted;
import dev.bonafide.simulator.people.Sign;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What is true of one person, as a line of {@code truth.jsonl}. */
final class Truth {
  private static final JsonFactory JSON = new JsonFactory();

  /** Whoever came less than so many days ago is a new joiner. */
  private static final long NEW_DAYS = 90;

  private Truth() {}

  /** A program is nobody: it must never be ranked among people. */
  static String program(Person account) {
    return "{\"account\":\"" + account.mail(0) + "\",\"scheme\":\"program\"}";
  }

  /**
   * A line.
   *
   * @param lastDay the last day of the plan
   */
  static String line(Person person, long lastDay) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      Planted planted = person.planted();
      out.writeStartObject();
      out.writeStringProperty("person", person.workerId());
      out.writeStringProperty("scheme", planted == null ? "none" : planted.scheme());
      if (planted != null) {
        out.writeNumberProperty("difficulty", planted.difficulty());
        out.writeStringProperty("part", planted.part());
        out.writeStringProperty("cluster", planted.cluster());
        out.writeStringProperty("onset", LocalDate.ofEpochDay(planted.onset()).toString());
        out.writeStringProperty("end", LocalDate.ofEpochDay(planted.end()).toString());
        out.writeArrayPropertyStart("expected");
        for (Sign sign : planted.expected()) {
          out.writeString(sign.slug());
        }
        out.writeEndArray();
        out.writeStringProperty("note", planted.note());
      }
      out.writeStringProperty("archetype", person.archetype().slug());
      out.writeArrayPropertyStart("overlays");
      // A set has no order of its own that is the same everywhere.
      Arrays.stream(Overlay.values())
          .filter(person.overlays()::contains)
          .forEach(overlay -> out.writeString(overlay.slug()));
      out.writeEndArray();
      out.writeArrayPropertyStart("traits");
      out.writeString("role " + person.role().name().toLowerCase(Locale.ROOT));
      out.writeString("zone " + person.home().zone().getId());
      if (person.paper().agency() != null) {
        out.writeString("agency");
      }
      if (lastDay - person.paper().start() < NEW_DAYS) {
        out.writeString("new-joiner");
      }
      out.writeEndArray();
      out.writeBooleanProperty(
          "documented", !person.notices().isEmpty() || !person.paper().note().isEmpty());
      out.writeEndObject();
    }
    return text.toString();
  }
}
