package dev.bonafide.sources.gitlog;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Commits, as git log exports them. */
@AutoService(Source.class)
public final class GitLog extends MappedSource {
  public GitLog() {
    super("gitlog.json");
  }
}
