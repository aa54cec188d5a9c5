package dev.bonafide.sources.tailscale;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Tailscale: who changed the private network. */
@AutoService(Source.class)
public final class Tailscale extends MappedSource {
  public Tailscale() {
    super("tailscale.json");
  }
}
