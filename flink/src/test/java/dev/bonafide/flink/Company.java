package dev.bonafide.flink;

import dev.bonafide.engine.Organisation;
import dev.bonafide.engine.directory.Directory;
import dev.bonafide.engine.directory.Roll;
import dev.bonafide.engine.privacy.Key;
import dev.bonafide.engine.privacy.Pseudonyms;
import dev.bonafide.indicators.Catalogue;
import dev.bonafide.knowledge.Knowledge;
import dev.bonafide.logbook.Fold;
import dev.bonafide.model.Event;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Reading;
import dev.bonafide.simulator.Works;
import dev.bonafide.simulator.WorksPlan;
import dev.bonafide.sources.ReadOptions;
import dev.bonafide.sources.Recognised;
import dev.bonafide.sources.RecordSink;
import dev.bonafide.sources.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A synthetic company, and what the embedded host says of it.
 *
 * @param files its logs and tables, by name
 * @param readings what they say, in the order of files and lines
 * @param evidence all evidence by id and day
 * @param spoke the indicators that it is of
 */
record Company(
    Map<String, byte[]> files,
    List<Reading> readings,
    Map<String, String> evidence,
    Set<String> spoke) {
  static final String KEY = "parity";

  /** What of a file is looked at to recognise it. */
  private static final int HEAD = 1 << 16;

  /**
   * Writes the company into an empty folder, reads it back and judges it in one process.
   *
   * @param honest how many honest people there are beside those of the demo's plot, 27 or more
   */
  static Company in(Path folder, int honest) throws IOException {
    new Works(WorksPlan.demo(11).withHonest(honest)).writeTo(folder);
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    List<Reading> readings = new ArrayList<>();
    files.values().forEach(bytes -> read(bytes, readings));
    Map<String, Evidence> evidence = judged(readings);
    Map<String, String> expected = new TreeMap<>();
    evidence.forEach((key, one) -> expected.put(key, EvidenceJson.of(one)));
    Set<String> spoke = new TreeSet<>();
    evidence.values().forEach(one -> spoke.add(one.indicator()));
    return new Company(files, readings, expected, spoke);
  }

  /** The evidence of one process, by id and day. */
  static Map<String, Evidence> judged(List<Reading> readings) {
    Fold fold = new Fold();
    Roll roll = new Roll();
    for (Reading reading : readings) {
      roll.add(reading);
      if (reading instanceof Event event) {
        fold.add(event);
      }
    }
    Organisation organisation =
        Organisation.of(
            fold.seal(),
            fold.lexicon(),
            roll,
            new Pseudonyms(Key.of(KEY)),
            Knowledge.builtIn(),
            null,
            null);
    Catalogue catalogue = Catalogue.builtIn();
    Map<String, Evidence> evidence = new TreeMap<>();
    for (Directory.Person person : organisation.people()) {
      for (Evidence one :
          organisation.subject(organisation.view(person), person, catalogue).evidence()) {
        evidence.put(one.id() + " " + one.day(), one);
      }
    }
    return evidence;
  }

  private static void read(byte[] bytes, List<Reading> into) {
    int head = Math.min(bytes.length, HEAD);
    Recognised recognised =
        Sources.builtIn()
            .recognise(Arrays.copyOf(bytes, head), head, head == bytes.length, ReadOptions.utc());
    if (recognised instanceof Recognised.Readable readable) {
      readable.reader().get().read(bytes, 0, bytes.length, true, new Travelling(into));
    }
  }

  /** What the rows leave standing when each replaces or withdraws what was told before. */
  static Map<String, String> standing(Collection<EvidenceRow> rows) {
    Map<String, String> last = new TreeMap<>();
    for (EvidenceRow row : rows) {
      if (row.withdrawn()) {
        last.remove(row.id() + " " + row.day());
      } else {
        last.put(row.id() + " " + row.day(), row.evidence());
      }
    }
    return last;
  }

  private record Travelling(List<Reading> into) implements RecordSink {
    @Override
    public void record(byte[] own, int from, int to) {}

    @Override
    public void reading(Reading reading) {
      if (!(reading instanceof Reading.Ignored) && !(reading instanceof Reading.Rejected)) {
        into.add(reading);
      }
    }
  }
}
