package dev.bonafide.model;

import org.jspecify.annotations.Nullable;

/**
 * Something that was said about a worker or applicant, by whom it may be: an HR row, a résumé, a
 * roster. A claim is compared with records; it is never a fact by itself. Days are UTC epoch days;
 * an open end is {@link Long#MIN_VALUE} or {@link Long#MAX_VALUE}.
 */
public sealed interface Claim extends Reading {
  /** The worker's id, work mail or account; the directory resolves it to a person. */
  String worker();

  /** Id of the row that says so, for references. */
  long recordId();

  /** First day on which the claim holds. */
  long fromDay();

  /** Last day on which the claim holds. */
  long toDay();

  /**
   * The worker is employed in this span.
   *
   * @param endMilli the end of employment as an instant when the row gives a time of day, else
   *     {@link Long#MAX_VALUE}: the end of the last day in the latest plausible zone
   * @param remote null when the row does not say
   */
  record Employment(
      String worker,
      long recordId,
      long fromDay,
      long toDay,
      long endMilli,
      @Nullable String role,
      @Nullable String department,
      @Nullable String type,
      @Nullable String agency,
      @Nullable String manager,
      @Nullable Boolean remote)
      implements Claim {}

  /** The worker lives or works there. Zone is an IANA name where the row gives one. */
  record Place(
      String worker,
      long recordId,
      long fromDay,
      long toDay,
      @Nullable String city,
      @Nullable String country,
      @Nullable String zone)
      implements Claim {}

  /**
   * The hours that the worker said they keep.
   *
   * @param text as written, e.g. "nights, on call every 3rd week"
   * @param fromMinute start, minute of the local day; -1 when the text gives no hours
   * @param toMinute end, minute of the local day, below {@code fromMinute} when it crosses midnight
   */
  record Schedule(
      String worker,
      long recordId,
      long fromDay,
      long toDay,
      String text,
      int fromMinute,
      int toMinute,
      @Nullable String zone)
      implements Claim {}

  /**
   * Documented context: it can only explain, never accuse.
   *
   * @param fromMilli start instant, also when the row gives only days
   * @param toMilli end instant, exclusive
   * @param place where a travel notice leads; null else
   * @param other the other worker of a relation; null else
   */
  record Context(
      String worker,
      long recordId,
      long fromDay,
      long toDay,
      ContextKind context,
      long fromMilli,
      long toMilli,
      @Nullable String place,
      @Nullable String other)
      implements Claim {}

  /** What a context row documents. */
  enum ContextKind {
    ROSTER,
    ON_CALL,
    TRAVEL,
    LEAVE,
    RELATION
  }

  /** A way to reach, ship to or pay the worker. Compared for equality only. */
  record Contact(
      String worker, long recordId, long fromDay, long toDay, ContactKind contact, String value)
      implements Claim {}

  /** What a contact is. */
  enum ContactKind {
    PHONE,
    PRIVATE_MAIL,
    SHIP_TO,
    HOME_ADDRESS,
    PAY_TOKEN
  }
}
