package dev.bonafide.sources.crowdstrike;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** CrowdStrike: logons, processes and devices on managed computers. */
@AutoService(Source.class)
public final class CrowdStrike extends MappedSource {
  public CrowdStrike() {
    super("crowdstrike.json");
  }
}
