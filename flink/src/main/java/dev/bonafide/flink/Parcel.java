package dev.bonafide.flink;

/**
 * One reading on its way between operators.
 *
 * @param organisation whose records these are: nothing of two organisations ever meets
 * @param account the account of an event; empty for what is said of people and devices
 * @param reading the reading's bytes, see {@link ReadingBytes}
 */
@SuppressWarnings("ArrayRecordComponent") // crosses the network as it is
public record Parcel(String organisation, String account, byte[] reading) {
  /** What pages are keyed by. */
  String key() {
    return key(organisation, account);
  }

  static String key(String organisation, String account) {
    return organisation + '\n' + account;
  }
}
