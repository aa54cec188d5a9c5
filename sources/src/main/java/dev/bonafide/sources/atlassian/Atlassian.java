package dev.bonafide.sources.atlassian;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Atlassian: audits of the organisation, of Jira and of Confluence. */
@AutoService(Source.class)
public final class Atlassian extends MappedSource {
  public Atlassian() {
    super("atlassian.json");
  }
}
