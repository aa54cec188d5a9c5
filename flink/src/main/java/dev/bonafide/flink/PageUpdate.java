package dev.bonafide.flink;

import java.util.Map;

/**
 * A page whose bytes are new.
 *
 * @param account {@code source:key}
 * @param day UTC epoch day
 * @param page the whole page, sealed
 * @param texts the texts of ids that no earlier update of the account told
 * @param devices the texts of ids by which the page calls devices and no earlier update told
 * @param byTheClock the account does all by the clock, with this page
 * @param aliases the names that records gave the account and no earlier update told
 */
@SuppressWarnings("ArrayRecordComponent") // crosses the network as it is
public record PageUpdate(
    String organisation,
    String account,
    int day,
    byte[] page,
    Map<Long, String> texts,
    Map<Long, String> devices,
    boolean byTheClock,
    Map<String, Boolean> aliases) {}
