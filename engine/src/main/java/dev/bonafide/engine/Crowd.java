package dev.bonafide.engine;

import dev.bonafide.engine.intake.Content;
import dev.bonafide.engine.intake.Intake;
import dev.bonafide.engine.intake.RecordConsumer;
import dev.bonafide.engine.intake.Walk;
import dev.bonafide.model.Event;
import dev.bonafide.model.Hash;
import dev.bonafide.model.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How many accounts each file names, counted when all of them together are more than there is
 * memory for. Of a file only the {@link #KEPT} accounts with the smallest hashes are kept: how
 * small they are tells how many there are, whatever the order and the number of threads (Bar-Yossef
 * et al. 2002, k minimum values; 6 % off with 256).
 */
final class Crowd implements RecordConsumer {
  private static final int KEPT = 256;

  private final Map<Path, Sample> samples = new HashMap<>();
  private Sample current = new Sample();

  /** The smallest hashes of a set. */
  private static final class Sample {
    private final TreeSet<Long> smallest = new TreeSet<>();

    void add(long hash) {
      if (smallest.size() < KEPT || hash < smallest.last()) {
        smallest.add(hash);
        if (smallest.size() > KEPT) {
          smallest.pollLast();
        }
      }
    }

    void addAll(Sample other) {
      other.smallest.forEach(this::add);
    }

    long size() {
      return smallest.size() < KEPT
          ? smallest.size()
          : (long) ((KEPT - 1) / (smallest.last() / (double) Long.MAX_VALUE));
    }
  }

  @Override
  public void begin(Content content) {
    current = samples.computeIfAbsent(content.path(), path -> new Sample());
  }

  @Override
  public void reading(Reading reading) {
    if (reading instanceof Event event) {
      current.add(Hash.combine(event.account().id(), 1) >>> 1);
    }
  }

  /**
   * Chooses the files to do without: the most crowded ones, at least one, so that the others name
   * fewer accounts than that.
   *
   * @return what to say of each
   */
  static List<Walk.PassedOver> aside(Intake intake, List<Walk.Found> files, long most) {
    Map<Path, Sample> samples = new HashMap<>();
    for (Crowd counted : intake.read(files, Crowd::new).consumers()) {
      counted.samples.forEach(
          (path, sample) -> samples.computeIfAbsent(path, p -> new Sample()).addAll(sample));
    }
    List<Walk.Found> leastFirst =
        files.stream()
            .sorted(
                Comparator.<Walk.Found>comparingLong(file -> size(samples, file))
                    .thenComparing(Walk.Found::shown))
            .toList();
    Sample together = new Sample();
    List<Walk.PassedOver> aside = new ArrayList<>();
    for (int i = 0; i < leastFirst.size(); i++) {
      Walk.Found file = leastFirst.get(i);
      together.addAll(samples.getOrDefault(file.path(), new Sample()));
      // A tenth less than allowed: the sample may be off by that much.
      if (i == leastFirst.size() - 1 || together.size() * 10 > most * 9) {
        aside.add(new Walk.PassedOver(file.shown(), file.bytes(), why(size(samples, file), most)));
      }
    }
    return aside;
  }

  private static long size(Map<Path, Sample> samples, Walk.Found file) {
    Sample sample = samples.get(file.path());
    return sample == null ? 0 : sample.size();
  }

  private static String why(long accounts, long most) {
    return "set aside: it names about "
        + accounts
        + " accounts, and there is memory for "
        + most
        + " in all files together; BONAFIDE_JAVA_OPTS=-Xmx16g gives more";
  }
}
