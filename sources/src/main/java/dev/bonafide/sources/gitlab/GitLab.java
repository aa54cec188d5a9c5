package dev.bonafide.sources.gitlab;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** GitLab: members, keys, clones and settings. */
@AutoService(Source.class)
public final class GitLab extends MappedSource {
  public GitLab() {
    super("gitlab.json");
  }
}
