package dev.bonafide.model;

import org.jspecify.annotations.Nullable;

/**
 * One thing one account did, at the time the vendor wrote. Flat on purpose (ADR 0002): the word is
 * in {@link Kind}, each of which is an OCSF class and activity; the columns are the same for all.
 *
 * @param kind what was done
 * @param outcome how it ended, as far as the record says
 * @param epochMilli when it happened, UTC milliseconds since 1970, as the vendor wrote it: never
 *     corrected here
 * @param recordId 64-bit hash of the vendor's id of the record, or of its bytes where it has none;
 *     the same record read twice has the same id
 * @param account who did it: {@code source:key}, e.g. {@code okta:00u1abcd}. A record without a
 *     person (SYSTEM) belongs to the device's own account, {@code source:device/key}
 * @param alias the mail, UPN or login that the record gives the account, by which the directory
 *     finds the person; null when the record has none
 * @param app the application or resource used
 * @param endpoint the device as this source names it: {@code id} or host name
 * @param egress the public address the act came from
 * @param fingerprint the client as it describes itself, usually the user agent
 * @param session the vendor's session id
 * @param object what the act was about, by kind: the factor used, the peripheral's model and
 *     serial, the role granted, the repository cloned, the process started
 * @param net the net statement: ASN, organisation, proxy and hosting flags, country, region, city,
 *     coordinates, as the record wrote them, in the fixed text form of {@link NetStatement}
 * @param amount seconds of a span, bytes of a transfer, else a count; 0 when the kind has none
 */
public record Event(
    Kind kind,
    Outcome outcome,
    long epochMilli,
    long recordId,
    Term account,
    @Nullable Term alias,
    @Nullable Term app,
    @Nullable Term endpoint,
    @Nullable Term egress,
    @Nullable Term fingerprint,
    @Nullable Term session,
    @Nullable Term object,
    @Nullable Term net,
    long amount)
    implements Reading {

  /** How an act ended. */
  public enum Outcome {
    SUCCESS,
    FAILURE,
    UNKNOWN
  }

  public Event {
    if (amount < 0) {
      throw new IllegalArgumentException("amount of " + kind + " is " + amount);
    }
  }

  /** Detail 1 of the atom: the object where the kind has one, else the net statement. */
  public @Nullable Term detail1() {
    return object != null ? object : net;
  }

  /** Detail 2 of the atom: the net statement where detail 1 is taken by the object. */
  public @Nullable Term detail2() {
    return object != null ? net : null;
  }
}
