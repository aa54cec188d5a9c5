package dev.bonafide.sources.auth0;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Auth0: sign-ins to applications, and its management. */
@AutoService(Source.class)
public final class Auth0 extends MappedSource {
  public Auth0() {
    super("auth0.json");
  }
}
