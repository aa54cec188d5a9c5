package dev.bonafide.flink;

import dev.bonafide.model.Event;
import dev.bonafide.model.Reading;

/**
 * One reading on its way between operators.
 *
 * @param organisation whose records these are: nothing of two organisations ever meets
 * @param at when an event happened, UTC milliseconds; {@link Long#MIN_VALUE} for what has no time
 * @param account the account of an event; empty for what is said of people and devices
 * @param reading the reading's bytes, see {@link ReadingBytes}
 */
@SuppressWarnings("ArrayRecordComponent") // crosses the network as it is
public record Parcel(String organisation, long at, String account, byte[] reading) {
  static Parcel of(String organisation, Reading reading) {
    return reading instanceof Event event
        ? new Parcel(
            organisation, event.epochMilli(), event.account().text(), ReadingBytes.of(event))
        : new Parcel(organisation, Long.MIN_VALUE, "", ReadingBytes.of(reading));
  }

  boolean isEvent() {
    return !account.isEmpty();
  }

  /** What pages are keyed by. */
  String key() {
    return key(organisation, account);
  }

  static String key(String organisation, String account) {
    return organisation + '\n' + account;
  }
}
