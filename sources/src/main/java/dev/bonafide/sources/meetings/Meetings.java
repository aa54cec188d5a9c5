package dev.bonafide.sources.meetings;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Who took part in meetings, by the meanings of a table's headers. */
@AutoService(Source.class)
public final class Meetings extends MappedSource {
  public Meetings() {
    super("meetings.json");
  }
}
