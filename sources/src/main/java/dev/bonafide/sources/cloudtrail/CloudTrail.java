package dev.bonafide.sources.cloudtrail;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** AWS: sign-ins to the console, and what was called in the cloud. */
@AutoService(Source.class)
public final class CloudTrail extends MappedSource {
  public CloudTrail() {
    super("cloudtrail.json");
  }
}
