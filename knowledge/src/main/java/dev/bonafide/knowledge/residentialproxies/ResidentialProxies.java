package dev.bonafide.knowledge.residentialproxies;

import com.google.auto.service.AutoService;
import dev.bonafide.knowledge.EgressClass;
import dev.bonafide.knowledge.NetworkList;

/** Firms that rent out other people's lines as exits. */
@AutoService(NetworkList.class)
public final class ResidentialProxies implements NetworkList {
  @Override
  public String slug() {
    return "residential-proxies";
  }

  @Override
  public EgressClass egressClass() {
    return EgressClass.RESIDENTIAL_PROXY;
  }

  @Override
  public int order() {
    return 40;
  }
}
