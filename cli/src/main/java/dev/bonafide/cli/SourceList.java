package dev.bonafide.cli;

import dev.bonafide.model.Kind;
import dev.bonafide.sources.Source;
import dev.bonafide.sources.Sources;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code sources}: the logs that can be read. */
@Command(
    name = "sources",
    mixinStandardHelpOptions = true,
    description = "Lists the logs that can be read, and how to get each.")
final class SourceList implements Runnable {
  private final Screen screen;

  SourceList(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void run() {
    List<Source> sources = Sources.builtIn().all();
    if (!screen.terminalOut()) {
      screen.print("source\ttitle\tkinds\thow");
    }
    for (Source source : sources) {
      String kinds =
          source.card().kinds().stream()
              .sorted()
              .map(Kind::slug)
              .collect(Collectors.joining(screen.terminalOut() ? ", " : ","));
      if (screen.terminalOut()) {
        screen.print(screen.bold(source.card().slug()) + "   " + source.card().title());
        if (!kinds.isEmpty()) {
          screen.print(Text.wrapped("gives: " + kinds, 4, screen.width()));
        }
        if (source.card().people()) {
          screen.print("    says who people, accounts or devices are");
        }
        screen.print(Text.wrapped(source.card().how(), 4, screen.width()));
      } else {
        screen.print(
            String.join(
                "\t",
                source.card().slug(),
                source.card().title(),
                kinds,
                Text.oneLine(source.card().how())));
      }
    }
  }
}
