package dev.bonafide.sources.zoom;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Zoom: who was in which meeting, from where, with which camera. */
@AutoService(Source.class)
public final class Zoom extends MappedSource {
  public Zoom() {
    super("zoom.json");
  }
}
