package dev.bonafide.sources.github;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** GitHub: who cloned, pushed, and changed what code stands on. */
@AutoService(Source.class)
public final class GitHub extends MappedSource {
  public GitHub() {
    super("github.json");
  }
}
