package dev.bonafide.sources.google;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Google Workspace: sign-ins, files, meetings and what administrators change. */
@AutoService(Source.class)
public final class Google extends MappedSource {
  public Google() {
    super("google.json");
  }
}
