package dev.bonafide.knowledge.hosting;

import com.google.auto.service.AutoService;
import dev.bonafide.knowledge.EgressClass;
import dev.bonafide.knowledge.NetworkList;

/** Data centres and clouds, from which programs work and people seldom do. */
@AutoService(NetworkList.class)
public final class HostingNetworks implements NetworkList {
  @Override
  public String slug() {
    return "hosting-networks";
  }

  @Override
  public EgressClass egressClass() {
    return EgressClass.HOSTING;
  }

  @Override
  public int order() {
    return 50;
  }
}
