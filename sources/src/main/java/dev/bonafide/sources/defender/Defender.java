package dev.bonafide.sources.defender;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** The device tables of Microsoft Defender for Endpoint, an EDR. */
@AutoService(Source.class)
public final class Defender extends MappedSource {
  public Defender() {
    super("defender.json");
  }
}
