package dev.bonafide.sources.chatdays;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** How much somebody wrote and met on a day, by the meanings of a table's headers. */
@AutoService(Source.class)
public final class ChatDays extends MappedSource {
  public ChatDays() {
    super("chatdays.json");
  }
}
