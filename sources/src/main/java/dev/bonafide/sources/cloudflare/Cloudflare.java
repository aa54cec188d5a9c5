package dev.bonafide.sources.cloudflare;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Cloudflare Access: who was let in where. */
@AutoService(Source.class)
public final class Cloudflare extends MappedSource {
  public Cloudflare() {
    super("cloudflare.json");
  }
}
