package dev.bonafide.sources.netskope;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Netskope: use of cloud applications, tunnels and administration. */
@AutoService(Source.class)
public final class Netskope extends MappedSource {
  public Netskope() {
    super("netskope.json");
  }
}
