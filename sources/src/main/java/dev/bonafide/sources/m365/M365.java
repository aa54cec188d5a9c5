package dev.bonafide.sources.m365;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Microsoft 365: what people and administrators do in its applications. */
@AutoService(Source.class)
public final class M365 extends MappedSource {
  public M365() {
    super("m365.json");
  }
}
