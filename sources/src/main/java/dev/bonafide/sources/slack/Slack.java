package dev.bonafide.sources.slack;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Slack: sign-ins, files, what administrators change, and counts a day. */
@AutoService(Source.class)
public final class Slack extends MappedSource {
  public Slack() {
    super("slack.json");
  }
}
