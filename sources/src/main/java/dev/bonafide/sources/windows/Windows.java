package dev.bonafide.sources.windows;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Windows: logons, locks, processes, devices and what was changed on a machine. */
@AutoService(Source.class)
public final class Windows extends MappedSource {
  public Windows() {
    super("windows.json");
  }
}
