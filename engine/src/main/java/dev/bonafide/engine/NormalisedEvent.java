package dev.bonafide.engine;

import dev.bonafide.engine.intake.Content;
import dev.bonafide.model.Event;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Term;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event in the words of {@code read}: flat, named after OCSF, empty parts left out. */
public final class NormalisedEvent {
  private NormalisedEvent() {}

  /**
   * The event's parts in their fixed order.
   *
   * @param person the worker id, else the account that stands for the person; null when unknown
   */
  public static Map<String, Object> of(Event event, @Nullable String person) {
    Map<String, Object> parts = new LinkedHashMap<>();
    Kind kind = event.kind();
    String account = event.account().text();
    parts.put("time", Instant.ofEpochMilli(event.epochMilli()).toString());
    parts.put("source", account.substring(0, Math.max(0, account.indexOf(':'))));
    parts.put("class", kind.ocsfClass());
    parts.put("activity", kind.ocsfActivity());
    parts.put("kind", kind.slug());
    parts.put("outcome", event.outcome().name().toLowerCase(Locale.ROOT));
    Map<String, Object> actor = new LinkedHashMap<>();
    actor.put("account", account);
    put(actor, "alias", event.alias());
    if (person != null) {
      actor.put("person", person);
    }
    parts.put("actor", actor);
    put(parts, "session", event.session());
    Term egress = event.egress();
    if (egress != null) {
      parts.put("src", Map.of("ip", egress.text()));
    }
    put(parts, "device", event.endpoint());
    put(parts, "userAgent", event.fingerprint());
    put(parts, "app", event.app());
    put(parts, "target", event.object());
    put(parts, "network", event.net());
    if (event.amount() > 0) {
      parts.put(unit(kind), event.amount());
    }
    return parts;
  }

  private static String unit(Kind kind) {
    if (kind.span()) {
      return "seconds";
    }
    return switch (kind) {
      case VPN_IN, VPN_OUT, DOWNLOAD, UPLOAD, EXPORT -> "bytes";
      default -> "count";
    };
  }

  private static void put(Map<String, Object> parts, String name, @Nullable Term term) {
    if (term != null) {
      parts.put(name, term.text());
    }
  }

  /** Where a record stands. */
  public static Findings.Ref ref(
      Content content, byte[] bytes, int from, int to, long offset, long line) {
    return new Findings.Ref(
        Citations.sha256(bytes, from, to),
        content.shown(),
        content.hasLines() ? line : null,
        content.hasLines() ? null : offset);
  }
}
