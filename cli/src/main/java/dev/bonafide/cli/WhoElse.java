package dev.bonafide.cli;

import dev.bonafide.engine.Links;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code whoelse}: from one confirmed case to everybody tied to it. */
@Command(
    name = "whoelse",
    mixinStandardHelpOptions = true,
    description = "From one confirmed case: everybody tied to it, the strongest first, and how.")
final class WhoElse implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "PERSON", description = "id or label")
  private String person = "";

  @Option(names = "--in", required = true, paramLabel = "OUT", description = "output of link")
  private Path in = Path.of("");

  private final Screen screen;

  WhoElse(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException {
    Linked linked = Linked.read(screen, in);
    String id = linked.person(person);
    List<Links.Other> others = linked.links().whoElse(id);
    if (!screen.terminalOut()) {
      screen.print("id\tbits\tkey\tthrough");
    }
    for (Links.Other other : others) {
      screen.print(
          screen.terminalOut()
              ? Linked.bits(other.millibits())
                  + " bits  "
                  + screen.bold(linked.named(other.id()))
                  + "  "
                  + other.key()
                  + (other.through().isEmpty()
                      ? ""
                      : "  through " + String.join(", ", other.through()))
              : String.join(
                  "\t",
                  other.id(),
                  Linked.bits(other.millibits()),
                  other.key(),
                  String.join(",", other.through())));
    }
    screen.say(
        others.isEmpty()
            ? "Nobody shares anything that counts with " + linked.named(id) + "."
            : Text.count(others.size(), "person is", "people are")
                + " tied to "
                + linked.named(id)
                + ". Why: bonafide why "
                + id
                + " "
                + others.getFirst().id()
                + " --in "
                + in);
    return Exit.OK;
  }
}
