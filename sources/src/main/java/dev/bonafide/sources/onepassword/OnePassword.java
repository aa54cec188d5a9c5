package dev.bonafide.sources.onepassword;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** 1Password: sign-ins, items used, and what administrators change. */
@AutoService(Source.class)
public final class OnePassword extends MappedSource {
  public OnePassword() {
    super("onepassword.json");
  }
}
