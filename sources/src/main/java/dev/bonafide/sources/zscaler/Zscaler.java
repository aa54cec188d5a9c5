package dev.bonafide.sources.zscaler;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Zscaler Internet Access and Private Access: sessions, use and administration. */
@AutoService(Source.class)
public final class Zscaler extends MappedSource {
  public Zscaler() {
    super("zscaler.json");
  }
}
