package dev.bonafide.sources.duo;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Duo: second factors, and what its administrators change. */
@AutoService(Source.class)
public final class Duo extends MappedSource {
  public Duo() {
    super("duo.json");
  }
}
