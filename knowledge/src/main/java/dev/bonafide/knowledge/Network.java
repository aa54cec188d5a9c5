package dev.bonafide.knowledge;

import dev.bonafide.model.NetStatement;
import org.jspecify.annotations.Nullable;

/**
 * The network behind an address, judged from what a record says of it and from our lists.
 *
 * @param operator key of who runs it, equal for all of its addresses: the entry of a list, else the
 *     organisation's words without the legal form, else {@code as} and the number; empty when
 *     nothing says
 * @param name the operator's name in one of our lists; null when it is in none, or when a flag of
 *     the record says more than the list (a VPN in a hoster's network is not the hoster's). The
 *     organisation as a record wrote it is not a name that may be shown
 * @param egressClass what sort of network it is
 * @param why which statement or list says so, and as of when
 * @param statement what the record said, all silent when it said nothing
 */
public record Network(
    String operator,
    @Nullable String name,
    EgressClass egressClass,
    String why,
    NetStatement statement) {

  /** Whether a record said anything of the network. */
  public boolean stated() {
    return statement.asn() != 0
        || statement.organisation() != null
        || statement.proxy() != null
        || statement.hosting() != null
        || statement.country() != null
        || statement.region() != null
        || statement.city() != null
        || placed();
  }

  /** Whether the record gives coordinates. */
  public boolean placed() {
    return !Double.isNaN(statement.latitude()) && !Double.isNaN(statement.longitude());
  }

  /** The name if it may be shown, else what sort of network it is. */
  public String words() {
    return name != null ? name : egressClass.words();
  }
}
