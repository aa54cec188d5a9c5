package dev.bonafide.sources.gcp;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Google Cloud: who called what in its projects. */
@AutoService(Source.class)
public final class Gcp extends MappedSource {
  public Gcp() {
    super("gcp.json");
  }
}
