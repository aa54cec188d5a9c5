package dev.bonafide.sources.tickets;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Tickets that people worked on, one row a change. */
@AutoService(Source.class)
public final class Tickets extends MappedSource {
  public Tickets() {
    super("tickets.json");
  }
}
