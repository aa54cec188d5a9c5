package dev.bonafide.sources.snowflake;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Snowflake: sign-ins, queries and data unloaded. */
@AutoService(Source.class)
public final class Snowflake extends MappedSource {
  public Snowflake() {
    super("snowflake.json");
  }
}
