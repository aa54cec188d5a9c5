package dev.bonafide.sources.slackexport;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** The export of a Slack workspace: that somebody wrote, and when. */
@AutoService(Source.class)
public final class SlackExport extends MappedSource {
  public SlackExport() {
    super("slackexport.json");
  }
}
