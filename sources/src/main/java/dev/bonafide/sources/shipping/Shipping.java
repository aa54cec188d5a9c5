package dev.bonafide.sources.shipping;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Computers sent to workers, one row an event. */
@AutoService(Source.class)
public final class Shipping extends MappedSource {
  public Shipping() {
    super("shipping.json");
  }
}
