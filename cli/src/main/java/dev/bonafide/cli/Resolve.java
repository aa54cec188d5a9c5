package dev.bonafide.cli;

import dev.bonafide.engine.tables.RecordTables;
import dev.bonafide.engine.tables.Unreadable;
import dev.bonafide.linking.fields.Fields;
import dev.bonafide.linking.records.Clusters;
import dev.bonafide.linking.records.Options;
import dev.bonafide.linking.records.Quality;
import dev.bonafide.linking.records.Resolver;
import dev.bonafide.linking.records.Table;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code resolve}: which records of a table speak of one person or thing. */
@Command(
    name = "resolve",
    mixinStandardHelpOptions = true,
    description = {
      "Finds the records of any table that are one person or thing. Learns from the table itself:"
          + " no labels, no rules. Names and birth dates are read here and nowhere else."
    })
final class Resolve implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "tables with a header; cells between , ; | %% or tabs; plain or gzip")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--fields",
      split = ",",
      paramLabel = "NAME",
      description = "columns to compare (default: all that can be read)")
  private List<String> fields = new ArrayList<>();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "cluster_id,record_id for every record, in the order of the input")
  private Path out = Path.of("");

  @Option(
      names = "--id",
      paramLabel = "COLUMN",
      description = "column of record ids (default: the number of the record, from 1)")
  private @Nullable String id;

  @Option(
      names = "--pairs",
      paramLabel = "FILE",
      description = "left,right,millibits,probability of the pairs from -5 bits, best first")
  private @Nullable Path pairs;

  @Option(
      names = "--truth",
      paramLabel = "COLUMN",
      description = "column of who each record is of: never compared; says how right the result is")
  private @Nullable String truth;

  @Option(
      names = "--between",
      description = "each file is a source: only records of different files are compared")
  private boolean between;

  private final Screen screen;

  Resolve(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException {
    if (between && files.size() < 2) {
      throw new Usage("--between needs two files or more, and got one");
    }
    if (between && new HashSet<>(files).size() < files.size()) {
      throw new Usage(
          "--between was given the same file twice; one table against itself needs no --between");
    }
    writable(out);
    if (pairs != null) {
      writable(pairs);
    }
    RecordTables read;
    try {
      read = RecordTables.read(files, id, between);
    } catch (Unreadable e) {
      throw new Usage(String.valueOf(e.getMessage()));
    }
    read.notes().forEach(note -> screen.say("note: " + note));
    Table table = read.table();
    Set<String> named = named(table);
    Clusters clusters =
        Resolver.resolve(
            table,
            Options.plain()
                .fields(compared(table, named))
                .scope(between ? Options.Scope.BETWEEN : Options.Scope.ALL)
                .threads(Runtime.getRuntime().availableProcessors()));
    writeClusters(table, clusters);
    if (pairs != null) {
      writePairs(pairs, table, clusters);
    }
    tell(table, clusters, named);
    return clusters.compared().isEmpty() ? Exit.DATA : Exit.OK;
  }

  private static void writable(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new Usage(file + " is a folder; expected the name of a file to write");
    }
    if (folder != null && !Files.isDirectory(folder)) {
      throw new Usage(file + " can't be written: the folder " + folder + " is not there");
    }
  }

  /** The columns that the user named. */
  private Set<String> named(Table table) {
    Set<String> named = new HashSet<>();
    for (String field : fields) {
      String name = field.strip();
      if (!name.isEmpty()) {
        if (name.equalsIgnoreCase(id)) {
          throw new Usage("--fields: " + name + " is the id, which is not compared");
        }
        if (table.columns().stream().noneMatch(c -> c.equalsIgnoreCase(name))) {
          throw new Usage(
              "--fields: no column "
                  + name
                  + "; the columns are "
                  + String.join(", ", table.columns()));
        }
        named.add(name);
      }
    }
    return named;
  }

  /** The columns to compare: none for all. */
  private Set<String> compared(Table table, Set<String> named) {
    String known = truth;
    if (known == null) {
      return named;
    }
    if (named.stream().anyMatch(known::equalsIgnoreCase)) {
      throw new Usage("--fields: " + known + " is the truth, which is not compared");
    }
    truthAt(table, known);
    Set<String> all = new HashSet<>(named.isEmpty() ? table.columns() : named);
    all.removeIf(known::equalsIgnoreCase);
    return all;
  }

  private static int truthAt(Table table, String column) {
    for (int c = 0; c < table.columns().size(); c++) {
      if (table.columns().get(c).equalsIgnoreCase(column.strip())) {
        return c;
      }
    }
    throw new Usage(
        "--truth: no column " + column + "; the columns are " + String.join(", ", table.columns()));
  }

  private void writeClusters(Table table, Clusters clusters) throws IOException {
    try (BufferedWriter csv = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
      csv.write(between ? "cluster_id,record_id,source\n" : "cluster_id,record_id\n");
      for (int row = 0; row < table.size(); row++) {
        csv.write(Text.csv(clusters.cluster(row).toString()));
        csv.write(',');
        csv.write(Text.csv(table.id(row)));
        if (between) {
          csv.write(',');
          csv.write(Text.csv(table.side(row)));
        }
        csv.write('\n');
      }
    }
  }

  private static void writePairs(Path file, Table table, Clusters clusters) throws IOException {
    List<Clusters.Pair> all =
        clusters
            .pairs()
            // The record that comes first in the input stands left: the first file's, between
            // files.
            .map(
                p ->
                    p.left() < p.right()
                        ? p
                        : new Clusters.Pair(
                            /* left= */ p.right(), /* right= */ p.left(), p.millibits()))
            .sorted(
                Comparator.comparingInt((Clusters.Pair p) -> -p.millibits())
                    .thenComparing(Clusters.Pair::left)
                    .thenComparing(Clusters.Pair::right))
            .toList();
    try (BufferedWriter csv = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      csv.write("left,right,millibits,probability\n");
      for (Clusters.Pair pair : all) {
        csv.write(Text.csv(table.id(pair.left())));
        csv.write(',');
        csv.write(Text.csv(table.id(pair.right())));
        csv.write(
            String.format(Locale.ROOT, ",%d,%.6f%n", pair.millibits(), pair.probability())
                .replace("\r", ""));
      }
    }
  }

  /** How much of the truth was within reach, and found. */
  private void tellOfTruth(Table table, Clusters clusters) {
    if (truth == null) {
      screen.say(
          String.format(
              Locale.ROOT,
              "of the pairs of one person at most %.1f %% were compared, as far as clusters tell",
              Math.floor(1000 * clusters.completenessAtMost()) / 10));
      return;
    }
    int column = truthAt(table, truth);
    IntFunction<String> known =
        row ->
            table.cell(row, column).isEmpty()
                ? "nobody's row " + row
                : "of " + table.cell(row, column);
    Quality quality = Quality.of(clusters, known);
    screen.say(
        String.format(
            Locale.ROOT,
            "held to %s: %.1f %% of the true pairs were compared; of the pairs that share a cluster"
                + " %.4f are right, of the true ones %.4f are found (F1 %.4f, B-cubed %.4f)",
            truth,
            Math.floor(1000 * clusters.completeness(known)) / 10,
            quality.precision(),
            quality.recall(),
            quality.cluster(),
            quality.bcubed()));
  }

  private void tell(Table table, Clusters clusters, Set<String> named) {
    List<Clusters.Cluster> several = clusters.clusters();
    long inSeveral = several.stream().mapToLong(c -> c.rows().size()).sum();
    screen.say(
        Text.count(table.size(), "record", "records")
            + ", "
            + Text.count(table.size() - inSeveral + several.size(), "cluster", "clusters")
            + ", "
            + several.size()
            + " of them with two records or more");
    if (clusters.compared().isEmpty()) {
      screen.say("nothing was compared: no column could be read, so every record stands alone");
    } else {
      screen.say("compared: " + String.join(", ", clusters.compared()));
    }
    for (Fields.Left left : clusters.left()) {
      boolean asked = named.stream().anyMatch(left.name()::equalsIgnoreCase);
      if (fields.isEmpty() || asked) {
        screen.say("not compared: " + left.name() + ", " + left.why());
      }
    }
    screen.say(
        String.format(
            Locale.ROOT,
            "pairs: %,d of %,.0f compared%s; about %,.0f matches expected",
            clusters.pairsCompared(),
            clusters.pairsOfAll() + 0.0, // never -0
            clusters.blockCap() == 0
                ? ""
                : ", those that share a key which at most " + clusters.blockCap() + " records hold",
            clusters.expectedMatches() + 0.0));
    tellOfTruth(table, clusters);
    if (!clusters.sourcesThatHoldOnce().isEmpty()) {
      screen.say(
          "taken to hold everybody once: " + String.join(", ", clusters.sourcesThatHoldOnce()));
    }
  }
}
