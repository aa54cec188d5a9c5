package dev.bonafide.logbook;

import dev.bonafide.model.Event;
import dev.bonafide.model.Hash;
import dev.bonafide.model.Kind;
import dev.bonafide.model.NetStatement;
import dev.bonafide.model.Term;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Events for tests: what a test does not say is absent. */
final class Events {
  private Events() {}

  static Event event(String account, String time, Kind kind) {
    return new Event(
        kind,
        Event.Outcome.SUCCESS,
        Instant.parse(time).toEpochMilli(),
        Hash.of(account + time + kind),
        Term.of(account),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0);
  }

  static Event lasting(Event event, long amount) {
    return with(event, event.endpoint(), event.egress(), event.object(), event.net(), amount);
  }

  static Event on(Event event, String endpoint) {
    return with(
        event, Term.of(endpoint), event.egress(), event.object(), event.net(), event.amount());
  }

  static Event from(Event event, String egress, @Nullable Long asn) {
    Term net = asn == null ? null : Term.of(net(asn));
    return with(event, event.endpoint(), Term.of(egress), event.object(), net, event.amount());
  }

  static Event about(Event event, String object) {
    return with(
        event, event.endpoint(), event.egress(), Term.of(object), event.net(), event.amount());
  }

  static String net(long asn) {
    NetStatement statement =
        new NetStatement(asn, "Net " + asn, null, null, "US", null, null, Double.NaN, Double.NaN);
    String text = statement.text();
    return text == null ? "" : text;
  }

  private static Event with(
      Event event,
      @Nullable Term endpoint,
      @Nullable Term egress,
      @Nullable Term object,
      @Nullable Term net,
      long amount) {
    return new Event(
        event.kind(),
        event.outcome(),
        event.epochMilli(),
        event.recordId(),
        event.account(),
        null,
        event.app(),
        endpoint,
        egress,
        event.fingerprint(),
        event.session(),
        object,
        net,
        amount);
  }
}
