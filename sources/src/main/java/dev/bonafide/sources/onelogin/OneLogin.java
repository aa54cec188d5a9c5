package dev.bonafide.sources.onelogin;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** OneLogin: sign-ins, factors and changes of users. */
@AutoService(Source.class)
public final class OneLogin extends MappedSource {
  public OneLogin() {
    super("onelogin.json");
  }
}
