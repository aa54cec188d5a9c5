package dev.bonafide.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Reading, folding and judging a file against DuckDB's one query over the same file. Each side is a
 * process of its own, started anew, sides in turn; medians.
 */
@Command(
    name = "duckdb",
    mixinStandardHelpOptions = true,
    description = "Races fold and analyze against one DuckDB session query over the same file.")
final class DuckdbRace implements Callable<Integer> {
  @Option(names = "--events", defaultValue = "1000000", description = "default: ${DEFAULT-VALUE}")
  private int events = 1_000_000;

  @Option(names = "--users", defaultValue = "1000", description = "default: ${DEFAULT-VALUE}")
  private int users = 1000;

  @Option(names = "--runs", defaultValue = "5", description = "default: ${DEFAULT-VALUE}")
  private int runs = 5;

  @Option(names = "--threads", defaultValue = "2", description = "default: ${DEFAULT-VALUE}")
  private int threads = 2;

  @Option(names = "--custody", description = "races analyze --custody too")
  private boolean custody;

  @Option(names = "--dir", paramLabel = "DIR", description = "where the file is kept; default: tmp")
  private @Nullable Path folder;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path kept = folder != null ? folder : Path.of(System.getProperty("java.io.tmpdir"), "bonafide");
    Path file = new OktaLog(events, users).in(kept);
    double gigabytes = Files.size(file) / 1e9;
    System.err.printf(
        Locale.ROOT, "%,d events, %.2f GB, %d runs of each side%n", events, gigabytes, runs);
    Path scratch = Files.createTempDirectory(kept, "race");
    Map<String, List<String>> sides = sides(file, scratch);
    Map<String, List<Measured>> measured = new LinkedHashMap<>();
    // The first round only fills the page cache and makes what is made once.
    for (int round = 0; round <= runs; round++) {
      for (Map.Entry<String, List<String>> side : sides.entrySet()) {
        // analyze ends with 1 where somebody is over the review line.
        boolean launched = side.getValue().getFirst().equals("/bin/sh");
        Measured one = Measured.run(side.getValue(), scratch, launched ? 1 : 0);
        if (round > 0) {
          measured.computeIfAbsent(side.getKey(), s -> new ArrayList<>()).add(one);
        }
      }
    }
    System.out.printf(Locale.ROOT, "%-10s %8s %8s %8s %8s%n", "", "wall s", "cpu s", "GB/s", "MiB");
    measured.forEach(
        (side, all) ->
            System.out.printf(
                Locale.ROOT,
                "%-10s %8.2f %8.2f %8.2f %8.0f   %s%n",
                side,
                median(all, Measured::wall),
                median(all, Measured::cpu),
                gigabytes / median(all, Measured::wall),
                median(all, Measured::peak),
                all.getLast().lastLine()));
    delete(scratch);
    System.out.printf(
        Locale.ROOT,
        "ratio fold=%.2f analyze=%.2f cpu=%.2f%n",
        ratio(measured, "fold", Measured::wall),
        ratio(measured, "analyze", Measured::wall),
        ratio(measured, "analyze", Measured::cpu));
    return 0;
  }

  private Map<String, List<String>> sides(Path file, Path scratch) {
    String count = Integer.toString(threads);
    String launcher = System.getenv().getOrDefault("BONAFIDE_LAUNCHER", "./bonafide");
    Map<String, List<String>> sides = new LinkedHashMap<>();
    sides.put("duckdb", java(Duckdb.class, file.toString(), count));
    sides.put("fold", java(Fold.class, file.toString(), count));
    List<String> analyze =
        List.of(
            "/bin/sh",
            launcher,
            "analyze",
            file.toString(),
            "--out",
            scratch.resolve("out").toString(),
            "--threads",
            count,
            "--format",
            "csv");
    sides.put("analyze", analyze);
    if (custody) {
      List<String> hashed = new ArrayList<>(analyze);
      hashed.add("--custody");
      sides.put("custody", hashed);
    }
    return sides;
  }

  /** A Java process with the options that the launcher gives. */
  private static List<String> java(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseParallelGC",
            "-XX:MaxRAMPercentage=60",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  private static double ratio(
      Map<String, List<Measured>> measured, String side, ToDoubleFunction<Measured> figure) {
    return median(measured.getOrDefault(side, List.of()), figure)
        / median(measured.getOrDefault("duckdb", List.of()), figure);
  }

  static double median(List<Measured> all, ToDoubleFunction<Measured> figure) {
    double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
