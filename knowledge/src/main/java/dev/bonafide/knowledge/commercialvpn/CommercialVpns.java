package dev.bonafide.knowledge.commercialvpn;

import com.google.auto.service.AutoService;
import dev.bonafide.knowledge.EgressClass;
import dev.bonafide.knowledge.NetworkList;

/** VPN services sold to private people, by their own names and AS numbers. */
@AutoService(NetworkList.class)
public final class CommercialVpns implements NetworkList {
  @Override
  public String slug() {
    return "commercial-vpns";
  }

  @Override
  public EgressClass egressClass() {
    return EgressClass.COMMERCIAL_VPN;
  }

  @Override
  public int order() {
    return 30;
  }
}
