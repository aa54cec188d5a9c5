package dev.bonafide.bench;

import dev.bonafide.engine.tables.RecordTables;
import dev.bonafide.engine.tables.TableFile;
import dev.bonafide.engine.tables.Unreadable;
import dev.bonafide.linking.names.Listed;
import dev.bonafide.linking.names.Query;
import dev.bonafide.linking.names.Screening;
import dev.bonafide.linking.records.Clusters;
import dev.bonafide.linking.records.Options;
import dev.bonafide.linking.records.Quality;
import dev.bonafide.linking.records.Resolver;
import dev.bonafide.linking.records.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Record linkage, names screening and rings on labelled data, against the gates. */
@Command(
    name = "linking",
    mixinStandardHelpOptions = true,
    description = "Measures linkage, names and rings on labelled data, against the gates.")
final class LinkingBench implements Callable<Integer> {
  private static final int THREADS = 2;

  /**
   * A table with its truth.
   *
   * @param id column of ids, empty to number the records
   * @param fields to compare, empty for all
   * @param truth column of the truth, or how it is told from the id
   * @param edge gate on E, 0 for none
   * @param cluster gate on C, 0 for none
   * @param bcubed gate on B3, 0 for none
   * @param seconds gate on the time, 0 for none
   */
  private record DataSet(
      String name,
      List<String> files,
      String id,
      String truth,
      String fields,
      double edge,
      double cluster,
      double bcubed,
      double seconds) {
    boolean between() {
      return files.size() > 1;
    }
  }

  private static final String HISTORICAL =
      "full_name,first_and_surname,first_name,surname,dob,birth_place,postcode_fake,occupation";
  private static final String REGISTER =
      "first_name,middle_initial,last_name,date_of_birth,street_number,street_name,unit_number,city,zipcode";

  private static final List<DataSet> TABLES =
      List.of(
          table("febrl1", "febrl/dataset1.csv", "rec_id", "febrl", "", 0, 0.996, 0, 0),
          table("febrl3", "febrl/dataset3.csv", "rec_id", "febrl", "", 0, 0.997, 0, 2),
          table("fake_1000", "splink/fake_1000.csv", "unique_id", "cluster", "", 0.86, 0.92, 0, 0),
          table(
              "historical_50k, dev half",
              "splink/historical_50k_dev.csv.gz",
              "unique_id",
              "cluster",
              HISTORICAL,
              0,
              0.89,
              0.89,
              8),
          new DataSet(
              "DBLP-ACM",
              List.of("dblp-acm/dblpclean.csv", "dblp-acm/acmclean.csv"),
              "id",
              "dblp",
              "",
              0.95,
              0,
              0,
              0),
          table(
              "social security",
              "pseudopeople/social_security.csv.gz",
              "",
              "simulant_id",
              "ssn,first_name,middle_name,last_name,date_of_birth",
              0,
              0,
              0,
              0),
          table(
              "women, infants, children",
              "pseudopeople/women_infants_and_children.csv.gz",
              "",
              "simulant_id",
              REGISTER,
              0,
              0,
              0,
              0),
          table(
              "population survey",
              "pseudopeople/current_population_survey.csv.gz",
              "",
              "simulant_id",
              REGISTER,
              0,
              0,
              0,
              0),
          new DataSet(
              "transactions",
              List.of(
                  "splink/transactions_origin.csv.gz", "splink/transactions_destination.csv.gz"),
              "unique_id",
              "ground_truth",
              "memo,transaction_date,amount",
              0,
              0,
              0,
              0));

  private static DataSet table(
      String name,
      String file,
      String id,
      String truth,
      String fields,
      double edge,
      double cluster,
      double bcubed,
      double seconds) {
    return new DataSet(name, List.of(file), id, truth, fields, edge, cluster, bcubed, seconds);
  }

  private final Map<String, Boolean> gates = new HashMap<>();

  @Parameters(
      arity = "0..1",
      paramLabel = "DATA",
      description = "folder of the labelled data; default: linking-data in a folder named shared")
  private @Nullable Path folder;

  @Option(
      names = "--personas",
      defaultValue = "0",
      paramLabel = "N",
      description = "resolves so many invented personas, too: 1000000 takes minutes")
  private int million;

  @Override
  public Integer call() throws Exception {
    Path data = folder == null ? shared("linking-data") : folder;
    if (!Files.isDirectory(data)) {
      System.err.println(
          "bonafide: the data of this measurement is not there: "
              + data
              + "; name its folder: bench linking FOLDER");
      return 2;
    }
    return run(data, System.out) ? 0 : 1;
  }

  /** {@code shared/NAME} beside the project, or beside a folder above. */
  private static Path shared(String name) throws IOException {
    Path start = Path.of("").toRealPath();
    for (Path at = start; at != null; at = at.getParent()) {
      for (Path found : List.of(at.resolve("shared"), at)) {
        if (Files.isDirectory(found.resolve(name))) {
          return found.resolve(name);
        }
      }
    }
    return start.resolve("../shared").resolve(name);
  }

  private boolean run(Path data, PrintStream out) throws Exception {
    out.println(
        "Records: E is F1 of the scored pairs at their best threshold, C of the pairs that");
    out.println("share a cluster, B3 B-cubed; completeness is the share of true pairs that were");
    out.println("compared, and what is said of it without the truth. CPU seconds of all threads.");
    out.println();
    out.println("| table | records | pairs compared | completeness | E | P | R | C | B3 | CPU s |");
    out.println("|---|---|---|---|---|---|---|---|---|---|");
    for (DataSet set : TABLES) {
      measure(set, data, out);
    }
    names(new NamesBench(data), out);
    rings(data, out);
    speed(data, out);
    return !gates.containsValue(false);
  }

  private void speed(Path data, PrintStream out) throws Exception {
    out.println();
    out.println("| speed, on the processor's clock | measured |");
    out.println("|---|---|");
    Path folder = Files.createTempDirectory("bonafide-linking");
    try {
      speed(
          new LinkingSpeed.Speed(
              "calibration: Jaro-Winkler similarities a second and core",
              LinkingSpeed.calibration(),
              0,
              true),
          out);
      double start = Measured.run(cli("--help"), folder, 0).wall();
      double whole =
          Measured.run(
                  cli(
                      "resolve",
                      data.resolve("febrl/dataset3.csv").toString(),
                      "--id",
                      "rec_id",
                      "--out",
                      folder.resolve("febrl3.csv").toString()),
                  folder,
                  0)
              .wall();
      speed(
          new LinkingSpeed.Speed(
              "febrl3 as a command, without the start of Java, s of the clock",
              whole - start,
              2,
              false),
          out);
      Table table =
          LinkingSpeed.twice(data.resolve("splink/historical_50k_dev.csv.gz"), "unique_id", folder);
      double began = cpu();
      Clusters clusters =
          Resolver.resolve(
              table, Options.plain().threads(THREADS).fields(Set.of(HISTORICAL.split(","))));
      speed(
          new LinkingSpeed.Speed(
              String.format(
                  Locale.ROOT, "%,d historical records, s of %d processors", table.size(), THREADS),
              cpu() - began,
              20 * THREADS,
              false),
          out);
      for (LinkingSpeed.Speed one : LinkingSpeed.pairs(clusters)) {
        speed(one, out);
      }
      for (LinkingSpeed.Speed one : LinkingSpeed.retraction()) {
        speed(one, out);
      }
      if (million > 0) {
        for (LinkingSpeed.Speed one : LinkingSpeed.million(folder, million)) {
          speed(one, out);
        }
      }
    } finally {
      LookbackBench.delete(folder);
    }
  }

  private void speed(LinkingSpeed.Speed one, PrintStream out) {
    gates.put(one.what(), one.reached());
    out.printf(
        Locale.ROOT,
        one.measured() >= 100 ? "| %s | %,.0f%s |%n" : "| %s | %.2f%s |%n",
        one.what(),
        one.measured(),
        one.gate() == 0
            ? ""
            : (one.reached() ? "" : " **missed**")
                + (one.atLeast() ? ", to reach " : ", at most ")
                + plain(one.gate()));
  }

  private static List<String> cli(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.bonafide.cli.Main"));
    command.addAll(List.of(arguments));
    return command;
  }

  private void measure(DataSet set, Path data, PrintStream out) throws Unreadable {
    List<Path> files = set.files.stream().map(data::resolve).toList();
    Table table = RecordTables.read(files, set.id.isEmpty() ? null : set.id, set.between()).table();
    Options options =
        Options.plain()
            .threads(THREADS)
            .scope(set.between() ? Options.Scope.BETWEEN : Options.Scope.ALL);
    if (!set.fields.isEmpty()) {
      options = options.fields(Set.of(set.fields.split(",")));
    }
    double began = cpu();
    Clusters clusters = Resolver.resolve(table, options);
    double seconds = cpu() - began;
    Quality quality = Quality.of(clusters, truth(set, table, data));
    out.printf(
        Locale.ROOT,
        "| %s | %,d | %,d | %.4f (at most %.4f) | %s | %.4f | %.4f | %s | %s | %s |%n",
        set.name,
        table.size(),
        clusters.pairsCompared(),
        clusters.completeness(truth(set, table, data)),
        clusters.completenessAtMost(),
        gated(set.name + " E", quality.edge(), set.edge),
        quality.precision(),
        quality.recall(),
        gated(set.name + " C", quality.cluster(), set.cluster),
        gated(set.name + " B3", quality.bcubed(), set.bcubed),
        set.seconds == 0
            ? String.format(Locale.ROOT, "%.1f", seconds)
            : below(set.name + " time", seconds, set.seconds * THREADS));
  }

  private void names(NamesBench names, PrintStream out) throws Unreadable {
    double[] pairs = names.pairs("names/name_bench_dev.csv");
    List<Listed> lists = names.lists();
    Screening screening = Screening.of(lists);
    double[] exact = names.exact(screening, lists);
    List<Query> queries = names.queries(lists);
    double[] speed = names.speed(screening, queries);
    out.println();
    out.println("| names | measured |");
    out.println("|---|---|");
    out.printf(
        Locale.ROOT,
        "| labelled pairs: F1 at 0.70 (best threshold) | %s (%.3f), P %.3f, R %.3f |%n",
        gated("names F1", pairs[0], 0.90),
        pairs[1],
        pairs[2],
        pairs[3]);
    out.printf(
        Locale.ROOT,
        "| recall of %,.0f listed names; of %,.0f wallets | %s; %s |%n",
        exact[2],
        exact[3],
        gated("names recall", exact[0], 1),
        gated("wallets recall", exact[1], 1));
    out.printf(
        Locale.ROOT,
        "| screenings a CPU second; slowest in a hundred | %s; %s ms |%n",
        gated("names a second", speed[0], 500),
        below("names p99", speed[1], 10));
    out.printf(
        Locale.ROOT,
        "| people on no list who would be asked about | %.1f %% |%n",
        100 * names.honest(screening, queries));
  }

  private void rings(Path data, PrintStream out) throws Exception {
    RingsBench.Result rings = RingsBench.run(data);
    out.println();
    out.println("| rings-dev | measured |");
    out.println("|---|---|");
    out.printf(
        Locale.ROOT, "| operators, F1 of pairs | %s |%n", gated("op", rings.operator(), 0.72));
    out.printf(Locale.ROOT, "| rings, F1 of pairs | %s |%n", gated("ring", rings.ring(), 0.88));
    out.printf(
        Locale.ROOT,
        "| personas in rings of three and more | P %s, R %s |%n",
        gated("persona P", rings.precision(), 0.95),
        gated("persona R", rings.recall(), 0.90));
  }

  private String gated(String name, double value, double gate) {
    gates.put(name, value >= gate);
    String shown = String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.4f", value);
    return gate == 0 ? shown : shown + (value >= gate ? " >= " : " **below** ") + plain(gate);
  }

  private String below(String name, double value, double gate) {
    gates.put(name, value <= gate);
    String shown = String.format(Locale.ROOT, "%.1f", value);
    return shown + (value <= gate ? " <= " : " **above** ") + plain(gate);
  }

  private static String plain(double gate) {
    return gate == StrictMath.rint(gate) ? Long.toString((long) gate) : Double.toString(gate);
  }

  /** Seconds that this process has used of all processors. */
  private static double cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static IntFunction<String> truth(DataSet set, Table table, Path data) throws Unreadable {
    switch (set.truth) {
      case "febrl" -> {
        return row -> table.id(row).split("-")[1];
      }
      case "dblp" -> {
        Map<String, String> acm = new HashMap<>();
        try (TableFile links = TableFile.open(data.resolve("dblp-acm/gtclean.csv"))) {
          links.next();
          for (TableFile.Row row = links.next(); row != null; row = links.next()) {
            acm.put(row.cells().get(1), row.cells().get(0));
          }
        }
        return row ->
            table.side(row).startsWith("dblp")
                ? "d" + table.id(row)
                : acm.containsKey(table.id(row))
                    ? "d" + acm.get(table.id(row))
                    : "a" + table.id(row);
      }
      default -> {
        int column = table.columns().indexOf(set.truth);
        return row -> table.cell(row, column);
      }
    }
  }
}
