package dev.bonafide.sources.oktausers;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** The users of an Okta organisation: which account is whose. */
@AutoService(Source.class)
public final class OktaUsers extends MappedSource {
  public OktaUsers() {
    super("oktausers.json");
  }
}
