package dev.bonafide.sources.okta;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** The System Log of Okta, an identity provider. */
@AutoService(Source.class)
public final class Okta extends MappedSource {
  public Okta() {
    super("okta.json");
  }
}
