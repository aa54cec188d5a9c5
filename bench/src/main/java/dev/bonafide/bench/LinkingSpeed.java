package dev.bonafide.bench;

import dev.bonafide.engine.tables.RecordTables;
import dev.bonafide.engine.tables.TableFile;
import dev.bonafide.engine.tables.Unreadable;
import dev.bonafide.linking.records.Clusters;
import dev.bonafide.linking.records.Options;
import dev.bonafide.linking.records.RecordId;
import dev.bonafide.linking.records.Register;
import dev.bonafide.linking.records.Resolver;
import dev.bonafide.linking.records.Table;
import dev.bonafide.linking.rings.Hold;
import dev.bonafide.linking.rings.Persona;
import dev.bonafide.linking.rings.Rings;
import dev.bonafide.linking.rings.Sort;
import dev.bonafide.linking.text.Distance;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** How fast records, pairs, judgements and questions are answered. Times are the processor's. */
final class LinkingSpeed {
  private static final int THREADS = 2;
  private static final int COMPONENT = 10_000;
  private static final int ADDED = 2_000;

  private LinkingSpeed() {}

  /** A number and the gate it is held to. */
  record Speed(String what, double measured, double gate, boolean atLeast) {
    boolean reached() {
      return gate == 0 || (atLeast ? measured >= gate : measured <= gate);
    }
  }

  /** Jaro-Winkler similarities a second on one thread: by it machines are told apart. */
  static double calibration() {
    Personas personas = new Personas(1);
    char[][] words = new char[4096][];
    for (int w = 0; w < words.length; w++) {
      words[w] = personas.next().get(1).toCharArray();
    }
    double best = 0;
    for (int round = 0; round < 5; round++) {
      double began = thread();
      double sum = 0;
      int calls = 2_000_000;
      for (int c = 0; c < calls; c++) {
        sum += Distance.jaroWinkler(words[c & 4095], words[(c * 31 + 7) & 4095]);
      }
      double seconds = thread() - began;
      best = sum < 0 ? 0 : Math.max(best, calls / seconds);
    }
    return best;
  }

  /** Pairs of eight fields scored a second on one thread, each compared to its last field. */
  static List<Speed> pairs(Clusters clusters) {
    List<Clusters.Pair> near = clusters.pairs().toList();
    SplittableRandom random = new SplittableRandom(2);
    int[][] pairs = new int[400_000][];
    for (int p = 0; p < pairs.length; p++) {
      Clusters.Pair one = near.get(random.nextInt(near.size()));
      // Half are pairs that share a key, half any two records.
      pairs[p] =
          p % 2 == 0
              ? new int[] {one.left(), one.right()}
              : new int[] {one.left(), random.nextInt(clusters.size())};
    }
    double best = 0;
    for (int round = 0; round < 4; round++) {
      double began = thread();
      long sum = 0;
      for (int[] pair : pairs) {
        sum += clusters.score(pair[0], pair[1]);
      }
      best = sum == 0 ? 0 : Math.max(best, pairs.length / (thread() - began));
    }
    double[] why = new double[5_000];
    for (int w = 0; w < why.length; w++) {
      double began = thread();
      clusters.why(pairs[w][0], pairs[w][1]);
      why[w] = 1000 * (thread() - began);
    }
    return List.of(
        new Speed("pairs of eight fields scored a second and core", best, 400_000, true),
        new Speed("why of two records, slowest in a hundred, ms", percentile(why, 99), 5, false));
  }

  /** A table and its twin, whose letters and figures are others: twice as many, as hard. */
  static Table twice(Path file, String id, Path folder) throws IOException, Unreadable {
    Path both = folder.resolve("twice.csv");
    try (TableFile rows = TableFile.open(file);
        BufferedWriter csv = Files.newBufferedWriter(both, StandardCharsets.UTF_8)) {
      TableFile.Row header = rows.next();
      csv.write(header == null ? "" : line(header.cells()));
      for (TableFile.Row row = rows.next(); row != null; row = rows.next()) {
        csv.write(line(row.cells()));
        csv.write(line(row.cells().stream().map(LinkingSpeed::turned).toList()));
      }
    }
    return RecordTables.read(List.of(both), id, false).table();
  }

  private static String line(List<String> cells) {
    return "\""
        + String.join("\",\"", cells.stream().map(c -> c.replace("\"", "")).toList())
        + "\"\n";
  }

  /** Another word or date of the same shape; vowels stay vowels, so that it can be spoken. */
  private static String turned(String text) {
    StringBuilder turned = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int vowel = "aeiou".indexOf(c);
      int other = "bcdfghjklmnpqrstvwxyz".indexOf(c);
      boolean figure = c >= '0' && c <= '9' && i > 2;
      turned.append(
          vowel >= 0
              ? "eioua".charAt(vowel)
              : other >= 0
                  ? "cdfghjklmnpqrstvwxyzb".charAt(other)
                  : figure && i == text.length() - 1 ? (char) ('0' + (c - '0' + 3) % 10) : c);
    }
    return turned.toString();
  }

  /** One record goes of a piece that ten thousand hang together in, and comes back. */
  static List<Speed> retraction() {
    Personas personas = new Personas(3);
    Table.Builder table = Table.of(Personas.COLUMNS);
    for (int r = 0; r < 2 * COMPONENT; r++) {
      table.add("p" + r, "", personas.next());
    }
    // One name and home, and of everybody the telephone of one neighbour, the mail of the other.
    List<String> first = personas.next();
    for (int r = 0; r < COMPONENT; r++) {
      List<String> cells = new ArrayList<>(first);
      cells.set(6, "chain" + (r + 1) / 2 + "@ring.example");
      cells.set(7, "+4420" + (30_000_000 + r / 2));
      table.add("c" + r, "", cells);
    }
    Register register =
        Resolver.register(table.build(), Options.plain().threads(THREADS), List.of());
    Set<RecordId> groups = new HashSet<>();
    for (int r = 0; r < COMPONENT; r++) {
      groups.add(register.cluster(new RecordId("", "c" + r)));
    }
    double[] records = new double[40];
    for (int n = 0; n < records.length; n++) {
      RecordId id = new RecordId("", "c" + (COMPONENT / 2 + 3 * n));
      double began = thread();
      register.retract(id);
      records[n] = 1000 * (thread() - began);
    }
    List<Persona> chain = new ArrayList<>();
    for (int p = 0; p < COMPONENT; p++) {
      chain.add(link(p, true));
    }
    Rings rings = Rings.of(chain, Rings.Rhythm.UNKNOWN, List.of());
    int size =
        rings.clusters(Sort.Level.RING).stream().mapToInt(c -> c.members().size()).max().orElse(0);
    double[] evidence = new double[40];
    for (int n = 0; n < evidence.length; n++) {
      double began = thread();
      rings.put(link(COMPONENT / 2 + n / 2, n % 2 == 1));
      evidence[n] = 1000 * (thread() - began);
    }
    return List.of(
        new Speed("groups that the 10,000 records make", groups.size(), 0, true),
        new Speed("one of them retracted, slowest, ms", percentile(records, 100), 200, false),
        new Speed("personas in one ring", size, COMPONENT, true),
        new Speed(
            "one evidence retracted or added there, slowest, ms",
            percentile(evidence, 100),
            200,
            false));
  }

  private static Persona link(int number, boolean whole) {
    Set<Hold> holds =
        new TreeSet<>(java.util.Comparator.comparing(Hold::sort).thenComparing(Hold::value));
    holds.add(new Hold(Sort.BANK, "b" + number / 2));
    if (whole) {
      holds.add(new Hold(Sort.PHONE, "p" + (number + 1) / 2));
    }
    return Persona.of("p" + number, "home " + number, holds);
  }

  /** A million personas from a file to clusters, then newcomers one by one. */
  static List<Speed> million(Path folder, int count) throws IOException, Unreadable {
    Path file = folder.resolve("million.csv");
    Personas personas = new Personas(5);
    try (BufferedWriter csv = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      csv.write(String.join(",", Personas.COLUMNS) + "\n");
      for (int r = 0; r < count; r++) {
        csv.write(String.join(",", personas.next()) + "\n");
      }
    }
    double began = System.nanoTime() / 1e9;
    double cpu = process();
    Table table = RecordTables.read(List.of(file), null, false).table();
    Register register = Resolver.register(table, Options.plain().threads(THREADS), List.of());
    double wall = System.nanoTime() / 1e9 - began;
    cpu = process() - cpu;
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    double[] added = new double[ADDED];
    for (int n = 0; n < added.length; n++) {
      List<String> cells = personas.next();
      double start = thread();
      register.add(new RecordId("", "new " + n), cells);
      added[n] = 1000 * (thread() - start);
    }
    double[] gone = new double[ADDED];
    for (int n = 0; n < gone.length; n++) {
      double start = thread();
      register.retract(new RecordId("", "new " + n));
      gone[n] = 1000 * (thread() - start);
    }
    return List.of(
        new Speed("a million personas, file to clusters and register, s", wall, 150, false),
        new Speed("the same, s of all processors", cpu, 0, false),
        new Speed("greatest heap, GB", peak / 1e9, 8, false),
        new Speed("one persona added, slowest in a hundred, ms", percentile(added, 99), 20, false),
        new Speed(
            "one persona retracted, slowest in a hundred, ms", percentile(gone, 99), 20, false));
  }

  private static double percentile(double[] values, int percent) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  /** Seconds that this thread has used of a processor. */
  private static double thread() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  private static double process() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }
}
