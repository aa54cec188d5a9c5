package dev.bonafide.sources.intune;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Intune: what administrators change on managed devices. */
@AutoService(Source.class)
public final class Intune extends MappedSource {
  public Intune() {
    super("intune.json");
  }
}
