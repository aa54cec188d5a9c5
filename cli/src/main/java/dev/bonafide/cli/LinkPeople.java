package dev.bonafide.cli;

import dev.bonafide.engine.Analysis;
import dev.bonafide.engine.Judgements;
import dev.bonafide.engine.Links;
import dev.bonafide.engine.OutFolder;
import dev.bonafide.engine.Results;
import dev.bonafide.engine.applications.ApplicantList;
import dev.bonafide.engine.intake.Limits;
import dev.bonafide.engine.privacy.Key;
import dev.bonafide.sources.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code link}: who is tied to whom, and through what. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description =
        "Reads logs and people, and says who may be one operator, one ring or one laptop farm."
            + " Ask further with why, whynot, how and whoelse.")
final class LinkPeople implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "PATH", description = "files and folders")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--out", required = true, paramLabel = "OUT", description = "output folder")
  private Path out = Path.of("");

  @Option(
      names = "--applications",
      paramLabel = "FOLDER",
      description = "applications: who applied is tied to each other and to workers")
  private List<Path> applications = new ArrayList<>();

  @Option(names = "--map", paramLabel = "FILE", description = "mapping of a log of your own")
  private List<Path> maps = new ArrayList<>();

  @Option(
      names = "--tz",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "zone of times that name none (default: ${DEFAULT-VALUE})")
  private String zone = "UTC";

  @Option(names = "--threads", paramLabel = "N", description = "default: one per core")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--reveal", description = "write worker ids into OUT; needs --reason")
  private boolean reveal;

  @Option(names = "--reason", paramLabel = "TEXT", description = "why names are needed")
  private String reason = "";

  @Option(names = "--key", paramLabel = "FILE", description = "key file, if not the usual one")
  private @Nullable Path keyFile;

  private final Screen screen;

  LinkPeople(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException {
    Key key = KeyFile.find(keyFile, System.getenv());
    List<Path> named = new ArrayList<>(paths);
    named.addAll(applications);
    Analyze.check(named, reveal, reason, threads);
    Analysis.Settings settings =
        new Analysis.Settings(
            paths,
            out,
            5,
            null,
            null,
            Analyze.zone(zone),
            threads,
            false,
            reveal,
            key,
            Limits.DEFAULT);
    ApplicantList applied =
        applications.isEmpty()
            ? ApplicantList.NONE
            : ApplicantList.read(applications, out, DocumentReader.extractor());
    if (!applied.notes().isEmpty()) {
      screen.say(
          Text.count(applied.notes().size(), "document", "documents")
              + " of applications could not be used; the first: "
              + applied.notes().getFirst());
    }
    Results results =
        Analyze.found(
            "link", screen, settings, applied, Sources.builtIn().with(Analyze.mapped(maps)));
    OutFolder folder = new OutFolder(out);
    Links links = results.links();
    if (reveal) {
      Analyze.revealed(folder, reason, links.persons().stream().map(Links.Person::id).toList());
    }
    folder.writeLinks(results, key);
    Judgements.read(out)
        .problems()
        .forEach(problem -> screen.say(OutFolder.JUDGEMENTS + ": " + problem));
    tell(links);
    return !results.faults().isEmpty() ? Exit.FAULT : results.assessed() ? Exit.OK : Exit.DATA;
  }

  private void tell(Links links) {
    if (!screen.terminalOut()) {
      screen.print("cluster\tkind\tbits\tmembers");
    }
    for (Links.Cluster cluster : links.clusters()) {
      String bits = String.format(Locale.ROOT, "%.1f", cluster.millibits() / 1000.0);
      screen.print(
          screen.terminalOut()
              ? screen.bold(cluster.id())
                  + ": "
                  + Text.count(cluster.members().size(), "member", "members")
                  + ", the weakest tie "
                  + bits
                  + " bits\n  "
                  + String.join("\n  ", cluster.members())
              : String.join(
                  "\t", cluster.id(), cluster.kind(), bits, String.join(",", cluster.members())));
    }
    screen.say(
        Text.count(links.persons().size(), "person", "people")
            + ", "
            + Text.count(links.pairs().size(), "pair that shares", "pairs that share")
            + " something, "
            + Text.count(links.clusters().size(), "cluster", "clusters")
            + "; written to "
            + out.resolve(OutFolder.LINKS)
            + ".");
    if (!links.clusters().isEmpty()) {
      screen.say("Why: bonafide how " + links.clusters().getFirst().id() + " --in " + out);
    }
    screen.say("A tie is a reason to ask, not a finding: shared things have innocent reasons.");
  }
}
