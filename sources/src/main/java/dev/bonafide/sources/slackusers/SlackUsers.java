package dev.bonafide.sources.slackusers;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** The members of a Slack workspace: which account belongs to whom. */
@AutoService(Source.class)
public final class SlackUsers extends MappedSource {
  public SlackUsers() {
    super("slackusers.json");
  }
}
