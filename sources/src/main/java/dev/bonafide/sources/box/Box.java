package dev.bonafide.sources.box;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Box: files taken, shared and written, sign-ins and administration. */
@AutoService(Source.class)
public final class Box extends MappedSource {
  public Box() {
    super("box.json");
  }
}
