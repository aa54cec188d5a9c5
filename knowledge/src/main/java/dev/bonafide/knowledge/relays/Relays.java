package dev.bonafide.knowledge.relays;

import com.google.auto.service.AutoService;
import dev.bonafide.knowledge.EgressClass;
import dev.bonafide.knowledge.NetworkList;

/** Privacy relays that a phone, browser or operating system switches on by itself. */
@AutoService(NetworkList.class)
public final class Relays implements NetworkList {
  @Override
  public String slug() {
    return "relays";
  }

  @Override
  public EgressClass egressClass() {
    return EgressClass.RELAY;
  }

  @Override
  public int order() {
    return 10;
  }
}
