package dev.bonafide.knowledge.carriers;

import com.google.auto.service.AutoService;
import dev.bonafide.knowledge.EgressClass;
import dev.bonafide.knowledge.NetworkList;

/** Mobile carriers, satellite and carrier-grade NAT, by generic words. */
@AutoService(NetworkList.class)
public final class MobileCarriers implements NetworkList {
  @Override
  public String slug() {
    return "mobile-carriers";
  }

  @Override
  public EgressClass egressClass() {
    return EgressClass.MOBILE;
  }

  @Override
  public int order() {
    return 60;
  }
}
