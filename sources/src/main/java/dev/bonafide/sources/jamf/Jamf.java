package dev.bonafide.sources.jamf;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Jamf: inventory, check-ins and what Macs report of logons and devices. */
@AutoService(Source.class)
public final class Jamf extends MappedSource {
  public Jamf() {
    super("jamf.json");
  }
}
