package dev.bonafide.cli;

import dev.bonafide.engine.Links;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code how}: what holds a cluster together. */
@Command(
    name = "how",
    mixinStandardHelpOptions = true,
    description = "How a cluster came together: its ties in the order in which they joined it.")
final class How implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CLUSTER", description = "id of a cluster, or a member")
  private String cluster = "";

  @Option(names = "--in", required = true, paramLabel = "OUT", description = "output of link")
  private Path in = Path.of("");

  private final Screen screen;

  How(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException {
    Linked linked = Linked.read(screen, in);
    Links links = linked.links();
    List<Links.Cluster> found =
        links.clusters().stream().filter(c -> c.id().equals(cluster)).toList();
    if (found.isEmpty()) {
      List<String> members = links.find(cluster);
      found =
          links.clusters().stream()
              .filter(c -> members.stream().anyMatch(c.members()::contains))
              .toList();
    }
    if (found.isEmpty()) {
      throw new Usage("no cluster in " + in + " is called " + cluster + " or holds such a person");
    }
    for (Links.Cluster one : found) {
      screen.print(
          screen.bold(one.id())
              + ": "
              + Text.count(one.members().size(), "member", "members")
              + ", "
              + (one.kind().equals("operator")
                  ? "perhaps one body"
                  : one.kind().equals("farm")
                      ? "computers of several on one line"
                      : "perhaps people who work together"));
      for (Links.Edge edge : one.because()) {
        linked.show(links.pair(edge.left(), edge.right()));
        if (edge.millibits() == one.millibits() && one.because().size() > 1) {
          screen.print("  the weakest tie: without it the cluster falls into two");
        }
      }
    }
    return Exit.OK;
  }
}
