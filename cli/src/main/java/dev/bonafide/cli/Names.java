package dev.bonafide.cli;

import dev.bonafide.engine.Json;
import dev.bonafide.engine.tables.NameLists;
import dev.bonafide.engine.tables.NameQueries;
import dev.bonafide.engine.tables.Unreadable;
import dev.bonafide.linking.names.Hit;
import dev.bonafide.linking.names.Screening;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code names}: which entries of lists a name may mean. */
@Command(
    name = "names",
    mixinStandardHelpOptions = true,
    description = {
      "Asks lists for names: one JSON object a line for each entry that scores 0.5 and more, best"
          + " first. A match is a question to a human, never a refusal. Names match only against"
          + " lists that you supply."
    })
final class Names implements Callable<Integer> {
  @Option(
      names = "--list",
      required = true,
      split = ",",
      paramLabel = "FILE",
      description =
          "list or folder of lists: OFAC sdn.csv (alt.csv and add.csv beside it are read too) or"
              + " XML, UN XML, EU XML or CSV, UK CSV, a table of your own with a column name")
  private List<Path> lists = new ArrayList<>();

  @Option(
      names = "--query",
      required = true,
      paramLabel = "FILE",
      description = "table with the columns name and perhaps id, kind, dob, country")
  private Path query = Path.of("");

  private final Screen screen;

  Names(Screen screen) {
    this.screen = screen;
  }

  /** A line of the answer. */
  record Line(
      String query,
      String list,
      String entry,
      double score,
      boolean match,
      List<Hit.Reason> why,
      @Nullable String name,
      String snapshot) {}

  @Override
  public Integer call() {
    NameLists listed;
    NameQueries asked;
    try {
      asked = NameQueries.read(query);
      listed = NameLists.read(lists);
    } catch (Unreadable e) {
      throw new Usage(String.valueOf(e.getMessage()));
    }
    listed.notes().forEach(note -> screen.say("note: " + note));
    asked.notes().forEach(note -> screen.say("note: " + note));
    Screening screening = Screening.of(listed.entries());
    List<List<Hit>> answers =
        asked.asked().parallelStream().map(a -> screening.query(a.query())).toList();
    long hits = 0;
    long matches = 0;
    for (int q = 0; q < answers.size(); q++) {
      for (Hit hit : answers.get(q)) {
        hits++;
        matches += hit.match() ? 1 : 0;
        Line line =
            new Line(
                asked.asked().get(q).id(),
                hit.entry().list(),
                hit.entry().id(),
                hit.score(),
                hit.match(),
                hit.why(),
                hit.name(),
                screening.snapshot());
        screen.out().writeBytes((Json.line(line) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    screen.say(
        Text.count(answers.size(), "name", "names")
            + " asked of "
            + Text.count(screening.size(), "entry", "entries")
            + ": "
            + Text.count(hits, "candidate", "candidates")
            + ", "
            + Text.count(matches, "match", "matches")
            + "; state of the lists "
            + screening.snapshot());
    return Exit.OK;
  }
}
