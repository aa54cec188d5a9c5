package dev.bonafide.sources.entra;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Sign-ins and audit records of Microsoft Entra ID, an identity provider. */
@AutoService(Source.class)
public final class Entra extends MappedSource {
  public Entra() {
    super("entra.json");
  }
}
