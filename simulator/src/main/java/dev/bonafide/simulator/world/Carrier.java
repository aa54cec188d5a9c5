package dev.bonafide.simulator.world;

import org.jspecify.annotations.Nullable;

/**
 * Whoever runs a network. All are invented; their numbers are documentation or private ones (RFC
 * 5398, RFC 6996).
 *
 * @param brand how a vendor's tunnel database names it when it is a tunnel, null when it is none or
 *     when no database knows it
 * @param tunnel what that database calls it: VPN, PROXY
 */
public record Carrier(
    String name, long asn, String domain, @Nullable String brand, @Nullable String tunnel) {

  /** Whether a vendor flags its addresses as a proxy. */
  public boolean proxy() {
    return brand != null;
  }
}
