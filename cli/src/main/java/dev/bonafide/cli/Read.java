package dev.bonafide.cli;

import dev.bonafide.engine.Findings;
import dev.bonafide.engine.Json;
import dev.bonafide.engine.NormalisedEvent;
import dev.bonafide.engine.directory.Directory;
import dev.bonafide.engine.directory.Roll;
import dev.bonafide.engine.intake.Content;
import dev.bonafide.engine.intake.Intake;
import dev.bonafide.engine.intake.Limits;
import dev.bonafide.engine.intake.Progress;
import dev.bonafide.engine.intake.RecordConsumer;
import dev.bonafide.engine.intake.Walk;
import dev.bonafide.model.Event;
import dev.bonafide.model.Reading;
import dev.bonafide.sources.ReadOptions;
import dev.bonafide.sources.Recognised;
import dev.bonafide.sources.Recogniser;
import dev.bonafide.sources.Source;
import dev.bonafide.sources.Sources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code read}: what we make of each record, for checking a mapping. Shows names as they are. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = "Prints the events that files hold, in our words, one JSON object a line.")
final class Read implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "log files and folders of them")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--explain", description = "adds which vendor field gave what")
  private boolean explain;

  @Option(names = "--rejects", description = "prints what was refused, and why, instead")
  private boolean rejects;

  @Option(names = "--map", paramLabel = "FILE", description = "mapping of a log of your own")
  private List<Path> maps = new ArrayList<>();

  @Option(
      names = "--tz",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "zone of times that name none")
  private String zone = "UTC";

  private final Screen screen;
  private @Nullable Directory directory;

  Read(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new Usage(file + " is not there");
      }
    }
    Sources sources = Sources.builtIn().with(Analyze.mapped(maps));
    Walk walk = Walk.of(files, null);
    walk.passedOver().forEach(this::passedOver);
    directory = directory(sources, walk);
    Intake intake = intake(sources, explain);
    for (Walk.Found file : walk.found()) {
      intake.readInOrder(file, new Printer()).passedOver().forEach(this::passedOver);
    }
    return Exit.OK;
  }

  private Intake intake(Sources sources, boolean explained) {
    ReadOptions options = new ReadOptions(Analyze.zone(zone), explained);
    return new Intake(
        () -> sources.recogniser(options)::recognise, Limits.DEFAULT, 1, new Progress());
  }

  /** Who is who, when a list of people is among the files; null when none is. */
  private @Nullable Directory directory(Sources sources, Walk walk) {
    Set<String> people = new TreeSet<>();
    for (Source source : sources.all()) {
      if (source.card().people() && source.card().kinds().isEmpty()) {
        people.add(source.card().slug());
      }
    }
    Set<String> met = new TreeSet<>();
    ReadOptions options = new ReadOptions(Analyze.zone(zone), false);
    Recogniser recogniser = sources.recogniser(options);
    Intake.Recogniser looker =
        (head, length, complete) -> {
          if (recogniser.recognise(head, length, complete)
              instanceof Recognised.Readable readable) {
            met.add(readable.source());
          }
          return new Recognised.Unknown("only looked at");
        };
    Intake looking = new Intake(() -> looker, Limits.DEFAULT, 1, new Progress());
    Roll roll = new Roll();
    walk.found().forEach(file -> looking.readInOrder(file, reading -> {}));
    met.retainAll(people);
    if (met.isEmpty()) {
      return null;
    }
    Set<String> accounts = new TreeSet<>();
    Intake intake = intake(sources, false);
    for (Walk.Found file : walk.found()) {
      intake.readInOrder(
          file,
          reading -> {
            roll.add(reading);
            if (reading instanceof Event event) {
              accounts.add(event.account().text());
            }
          });
    }
    return Directory.of(roll, accounts, Set.of());
  }

  private void passedOver(Walk.PassedOver passed) {
    screen.say("passed over: " + passed.shown() + ": " + passed.why());
  }

  private final class Printer implements RecordConsumer {
    private @Nullable Content content;
    private byte[] bytes = new byte[0];
    private int from;
    private int to;
    private long offset;
    private long line;
    private final List<Map<String, String>> told = new ArrayList<>();

    @Override
    public void begin(Content next) {
      content = next;
      screen.say("reading " + next.shown() + " as " + next.source() + ", " + next.shape());
    }

    @Override
    public void record(byte[] bytes, int from, int to, long offset, long line) {
      this.bytes = bytes;
      this.from = from;
      this.to = to;
      this.offset = offset;
      this.line = line;
      told.clear();
    }

    @Override
    public void told(String ours, String path, String value) {
      Map<String, String> field = new LinkedHashMap<>();
      field.put("field", ours);
      field.put("from", path);
      field.put("value", value);
      told.add(field);
    }

    private @Nullable String person(Event event) {
      Directory known = directory;
      String key = known == null ? null : known.person(event.account().text());
      return key == null || !key.startsWith("hr:") ? key : key.substring(3);
    }

    @Override
    public void reading(Reading reading) {
      Content of = content;
      if (of == null || (reading instanceof Reading.Rejected) != rejects) {
        return;
      }
      Findings.Ref ref = NormalisedEvent.ref(of, bytes, from, to, offset, line);
      Map<String, Object> shown = new LinkedHashMap<>();
      switch (reading) {
        case Event event -> shown.putAll(NormalisedEvent.of(event, person(event)));
        case Reading.Rejected rejected -> {
          shown.put("rejected", rejected.field());
          shown.put("why", rejected.problem());
        }
        case Reading.Ignored ignored -> shown.put("ignored", ignored.because());
        default ->
            shown.put(
                reading.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT), reading);
      }
      if (explain) {
        shown.put("explain", List.copyOf(told));
      }
      shown.put("ref", ref);
      screen.out().writeBytes((Json.line(shown) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
