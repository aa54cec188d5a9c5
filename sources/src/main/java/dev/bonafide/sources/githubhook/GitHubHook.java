package dev.bonafide.sources.githubhook;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** GitHub webhooks, saved to files. */
@AutoService(Source.class)
public final class GitHubHook extends MappedSource {
  public GitHubHook() {
    super("githubhook.json");
  }
}
