package dev.bonafide.cli;

import dev.bonafide.engine.Json;
import dev.bonafide.engine.Links;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code why}: what ties two people, line by line. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description = "Why two people are tied: what they share, what it weighs, what argues against.")
final class Why implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "PERSON", description = "id or label")
  private String left = "";

  @Parameters(index = "1", paramLabel = "PERSON", description = "id or label of the other")
  private String right = "";

  @Option(names = "--in", required = true, paramLabel = "OUT", description = "output of link")
  private Path in = Path.of("");

  @Option(names = "--json", description = "for programs")
  private boolean json;

  private final Screen screen;

  Why(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException {
    Linked linked = Linked.read(screen, in);
    Links.Pair pair = linked.links().pair(linked.person(left), linked.person(right));
    if (json) {
      screen.print(new String(Json.document(pair), StandardCharsets.UTF_8).strip());
    } else {
      linked.show(pair);
      if (pair.lines().isEmpty()) {
        screen.print("  They share nothing that records or claims show.");
      }
    }
    return Exit.OK;
  }
}
