package dev.bonafide.sources.entrausers;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** The users of a Microsoft Entra tenant: which account is whose. */
@AutoService(Source.class)
public final class EntraUsers extends MappedSource {
  public EntraUsers() {
    super("entrausers.json");
  }
}
