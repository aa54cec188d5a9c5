package dev.bonafide.knowledge.corporate;

import com.google.auto.service.AutoService;
import dev.bonafide.knowledge.EgressClass;
import dev.bonafide.knowledge.NetworkList;

/** Secure web gateways and zero-trust networks that employers buy (SASE). */
@AutoService(NetworkList.class)
public final class CorporateGateways implements NetworkList {
  @Override
  public String slug() {
    return "corporate-gateways";
  }

  @Override
  public EgressClass egressClass() {
    return EgressClass.CORP_VPN;
  }

  @Override
  public int order() {
    return 20;
  }
}
