package dev.bonafide.sources.ocsf;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Events that are in OCSF already. */
@AutoService(Source.class)
public final class Ocsf extends MappedSource {
  public Ocsf() {
    super("ocsf.json");
  }
}
