package dev.bonafide.sources.workday;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Workday: what workers and administrators do in the HR system. */
@AutoService(Source.class)
public final class Workday extends MappedSource {
  public Workday() {
    super("workday.json");
  }
}
