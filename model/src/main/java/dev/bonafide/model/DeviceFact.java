package dev.bonafide.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row that speaks of a device: the names under which it is known, whose it is, and what hangs
 * on it. MDM inventories give most of them.
 *
 * @param recordId id of the row, for references
 * @param names all names that this one record gives to this one device
 * @param worker the assigned worker's id, mail or UPN; null when the row names nobody
 * @param fromDay first UTC day (epoch day) of the assignment, {@link Long#MIN_VALUE} when open
 * @param toDay last UTC day of the assignment, {@link Long#MAX_VALUE} when open
 * @param model maker and model; null when not given
 * @param os operating system; null when not given
 * @param address the public address last seen; null when not given
 * @param zone the machine's clock zone as the row names it; null when not given
 * @param displays monitors, as {@code maker model serial}
 */
public record DeviceFact(
    long recordId,
    List<Name> names,
    @Nullable String worker,
    long fromDay,
    long toDay,
    @Nullable String model,
    @Nullable String os,
    @Nullable String address,
    @Nullable String zone,
    List<String> displays)
    implements Reading {

  public DeviceFact {
    names = List.copyOf(names);
    displays = List.copyOf(displays);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a device without a name");
    }
  }

  /** What sort of name. Host names are compared by their first label, case-folded. */
  public enum NameKind {
    SERIAL,
    /** An id that a vendor gave, written {@code vendor:id}. */
    VENDOR_ID,
    FQDN,
    HOST
  }

  public record Name(NameKind kind, String value) {}
}
