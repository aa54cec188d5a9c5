package dev.bonafide.sources;

import dev.bonafide.model.Claim;
import dev.bonafide.model.DeviceFact;
import dev.bonafide.model.Event;
import dev.bonafide.model.Member;
import dev.bonafide.model.Reading;
import dev.bonafide.model.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Readings as lines of JSON, for people to look at and for tests to compare. */
final class Golden {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Golden() {}

  static List<String> lines(Told told) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < told.readings.size(); i++) {
      lines.add(
          "{\"record\":" + told.recordOf.get(i) + "," + line(told.readings.get(i)).substring(1));
    }
    return lines;
  }

  static String line(Reading reading) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    switch (reading) {
      case Event event -> event(event, out);
      case Reading.Ignored ignored -> out.put("ignored", ignored.because());
      case Reading.Rejected rejected -> {
        out.put("rejected", rejected.field());
        out.put("problem", rejected.problem());
      }
      case Member member -> {
        out.put("member", member.account());
        member.aliases().forEach(alias -> many(out, alias.kind().name(), alias.value()));
        out.put("service", member.service() ? true : null);
      }
      case DeviceFact fact -> {
        out.put("device", fact.names().getFirst().value());
        fact.names().forEach(name -> many(out, name.kind().name(), name.value()));
        out.put("worker", fact.worker());
        out.put("from", day(fact.fromDay()));
        out.put("to", day(fact.toDay()));
        out.put("model", fact.model());
        out.put("os", fact.os());
        out.put("address", fact.address());
        out.put("zone", fact.zone());
        out.put("displays", fact.displays().isEmpty() ? null : fact.displays());
        out.put("id", id(fact.recordId()));
      }
      case Claim claim -> claim(claim, out);
    }
    out.values().removeIf(value -> value == null);
    return JSON.writeValueAsString(out);
  }

  private static void many(Map<String, @Nullable Object> out, String key, String value) {
    String name = key.toLowerCase(java.util.Locale.ROOT);
    Object known = out.get(name);
    out.put(name, known == null ? value : known + " + " + value);
  }

  private static void event(Event event, Map<String, @Nullable Object> out) {
    out.put("kind", event.kind().slug());
    out.put("outcome", event.outcome().name());
    out.put("time", Instant.ofEpochMilli(event.epochMilli()).toString());
    out.put("account", event.account().text());
    out.put("alias", text(event.alias()));
    out.put("app", text(event.app()));
    out.put("endpoint", text(event.endpoint()));
    out.put("egress", text(event.egress()));
    out.put("fingerprint", text(event.fingerprint()));
    out.put("session", text(event.session()));
    out.put("object", text(event.object()));
    out.put("net", text(event.net()));
    out.put("amount", event.amount() == 0 ? null : event.amount());
    out.put("id", id(event.recordId()));
  }

  private static void claim(Claim claim, Map<String, @Nullable Object> out) {
    out.put("claim", claim.getClass().getSimpleName());
    out.put("worker", claim.worker());
    out.put("from", day(claim.fromDay()));
    out.put("to", day(claim.toDay()));
    switch (claim) {
      case Claim.Employment e -> {
        out.put(
            "end",
            e.endMilli() == Long.MAX_VALUE ? null : Instant.ofEpochMilli(e.endMilli()).toString());
        out.put("role", e.role());
        out.put("department", e.department());
        out.put("type", e.type());
        out.put("agency", e.agency());
        out.put("manager", e.manager());
        out.put("remote", e.remote());
      }
      case Claim.Place p -> {
        out.put("city", p.city());
        out.put("country", p.country());
        out.put("zone", p.zone());
      }
      case Claim.Schedule s -> {
        out.put("text", s.text());
        out.put("hours", s.fromMinute() < 0 ? null : s.fromMinute() + "-" + s.toMinute());
        out.put("zone", s.zone());
      }
      case Claim.Context c -> {
        out.put("context", c.context().name());
        out.put(
            "begins",
            c.fromMilli() == Long.MIN_VALUE
                ? null
                : Instant.ofEpochMilli(c.fromMilli()).toString());
        out.put(
            "ends",
            c.toMilli() == Long.MAX_VALUE ? null : Instant.ofEpochMilli(c.toMilli()).toString());
        out.put("place", c.place());
        out.put("other", c.other());
      }
      case Claim.Contact c -> {
        out.put("contact", c.contact().name());
        out.put("value", c.value());
      }
    }
    out.put("id", id(claim.recordId()));
  }

  private static @Nullable String text(@Nullable Term term) {
    return term == null ? null : term.text();
  }

  private static @Nullable String day(long day) {
    return day == Long.MIN_VALUE || day == Long.MAX_VALUE
        ? null
        : LocalDate.ofEpochDay(day).toString();
  }

  private static String id(long id) {
    return Long.toHexString(id);
  }
}
