package dev.bonafide.knowledge.accesslines;

import com.google.auto.service.AutoService;
import dev.bonafide.knowledge.EgressClass;
import dev.bonafide.knowledge.NetworkList;

/** Providers of fixed lines to homes, by name and by generic words. */
@AutoService(NetworkList.class)
public final class AccessLines implements NetworkList {
  @Override
  public String slug() {
    return "access-lines";
  }

  @Override
  public EgressClass egressClass() {
    return EgressClass.HOME;
  }

  @Override
  public int order() {
    return 80;
  }
}
