package dev.bonafide.cli;

import dev.bonafide.engine.Links;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code whynot}: what is missing between two people. */
@Command(
    name = "whynot",
    mixinStandardHelpOptions = true,
    description = "Why two people are not tied: what was compared, and which bits are missing.")
final class WhyNot implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "PERSON", description = "id or label")
  private String left = "";

  @Parameters(index = "1", paramLabel = "PERSON", description = "id or label of the other")
  private String right = "";

  @Option(names = "--in", required = true, paramLabel = "OUT", description = "output of link")
  private Path in = Path.of("");

  private final Screen screen;

  WhyNot(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException {
    Linked linked = Linked.read(screen, in);
    Links links = linked.links();
    String one = linked.person(left);
    String other = linked.person(right);
    Links.Pair pair = links.pair(one, other);
    linked.show(pair);
    List<String> together = new ArrayList<>();
    for (Links.Cluster cluster : links.clusters()) {
      if (cluster.members().contains(one) && cluster.members().contains(other)) {
        together.add(cluster.id());
      }
    }
    if (!together.isEmpty()) {
      screen.print("  They are tied: " + String.join(", ", together) + ".");
      return Exit.OK;
    }
    screen.print("  " + pair.missing());
    Map<String, int[]> compared = new TreeMap<>();
    for (Links.Person person : links.persons()) {
      int side = person.id().equals(one) ? 0 : person.id().equals(other) ? 1 : -1;
      if (side >= 0) {
        person.holds().forEach(h -> compared.computeIfAbsent(h.sort(), s -> new int[2])[side]++);
      }
    }
    compared.forEach(
        (sort, of) ->
            screen.print(
                "  compared "
                    + sort.replace('_', ' ')
                    + ": "
                    + of[0]
                    + " that others have too of the one, "
                    + of[1]
                    + " of the other"));
    if (compared.isEmpty()) {
      screen.print("  Neither has anything that a second person has.");
    }
    return Exit.OK;
  }
}
