package dev.bonafide.knowledge.institutions;

import com.google.auto.service.AutoService;
import dev.bonafide.knowledge.EgressClass;
import dev.bonafide.knowledge.NetworkList;

/** Campuses, hotels, shared offices and the like, by generic words. */
@AutoService(NetworkList.class)
public final class SharedPlaces implements NetworkList {
  @Override
  public String slug() {
    return "shared-places";
  }

  @Override
  public EgressClass egressClass() {
    return EgressClass.OFFICE;
  }

  @Override
  public int order() {
    return 70;
  }
}
