package dev.bonafide.sources.osquery;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** osquery: devices, users and programs as they come and go on a computer. */
@AutoService(Source.class)
public final class Osquery extends MappedSource {
  public Osquery() {
    super("osquery.json");
  }
}
