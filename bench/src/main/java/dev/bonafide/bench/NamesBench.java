package dev.bonafide.bench;

import dev.bonafide.engine.tables.NameLists;
import dev.bonafide.engine.tables.TableFile;
import dev.bonafide.engine.tables.Unreadable;
import dev.bonafide.linking.names.Hit;
import dev.bonafide.linking.names.Listed;
import dev.bonafide.linking.names.Query;
import dev.bonafide.linking.names.Screening;
import dev.bonafide.linking.names.Sort;
import dev.bonafide.linking.names.Wallet;
import dev.bonafide.linking.records.Quality;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Names screening on labelled pairs and on whole lists. */
final class NamesBench {
  private final Path data;

  NamesBench(Path data) {
    this.data = data;
  }

  static Sort sort(String schema) {
    return switch (schema) {
      case "Person" -> Sort.PERSON;
      case "Vessel" -> Sort.VESSEL;
      case "Airplane" -> Sort.AIRCRAFT;
      case "Company", "Organization", "PublicBody" -> Sort.ORGANISATION;
      default -> Sort.UNKNOWN;
    };
  }

  /** F1 at {@link Screening#MATCH}, best F1, precision and recall of labelled pairs. */
  double[] pairs(String file) throws Unreadable {
    List<double[]> scored = new ArrayList<>();
    try (TableFile cases = TableFile.open(data.resolve(file))) {
      cases.next();
      for (TableFile.Row row = cases.next(); row != null; row = cases.next()) {
        Sort sort = sort(row.cells().get(1));
        Hit hit =
            Screening.compare(
                Query.of(row.cells().get(2), sort),
                Listed.of("bench", "1", sort, List.of(row.cells().get(3))));
        boolean match = row.cells().get(4).equals("true");
        scored.add(new double[] {hit.score(), match ? 1 : 0});
      }
    }
    double best = 0;
    for (int t = 30; t <= 99; t++) {
      best = Math.max(best, f1(scored, t / 100.0)[0]);
    }
    double[] at = f1(scored, Screening.MATCH);
    return new double[] {at[0], best, at[1], at[2]};
  }

  private static double[] f1(List<double[]> scored, double threshold) {
    double right = 0;
    double found = 0;
    double real = 0;
    for (double[] one : scored) {
      boolean hit = one[0] >= threshold;
      right += hit && one[1] == 1 ? 1 : 0;
      found += hit ? 1 : 0;
      real += one[1];
    }
    return new double[] {Quality.f1(right, found, real), right / Math.max(1, found), right / real};
  }

  List<Listed> lists() throws Unreadable {
    return NameLists.read(
            List.of(data.resolve("ofac/sdn.csv"), data.resolve("ofac/UN_consolidated.xml")))
        .entries();
  }

  /** Recall of all listed names, recall of wallets, names, wallets. */
  double[] exact(Screening screening, List<Listed> lists) {
    double names = 0;
    double found = 0;
    double wallets = 0;
    double paid = 0;
    for (Listed entry : lists) {
      for (String name : entry.names()) {
        names++;
        boolean hit = hits(screening, new Query(name, entry.sort(), "", ""), entry);
        found += hit ? 1 : 0;
      }
      for (Wallet wallet : entry.wallets()) {
        wallets++;
        paid += hits(screening, Query.of(wallet.address()), entry) ? 1 : 0;
      }
    }
    return new double[] {found / names, paid / Math.max(1, wallets), names, wallets};
  }

  private static boolean hits(Screening screening, Query query, Listed entry) {
    return screening.query(query).stream()
        .anyMatch(
            h ->
                h.match()
                    && h.entry().id().equals(entry.id())
                    && h.entry().list().equals(entry.list()));
  }

  /** Screenings a second on one thread, and the slowest in a hundred in milliseconds. */
  double[] speed(Screening screening, List<Query> queries) {
    for (Query query : queries.subList(0, Math.min(300, queries.size()))) {
      screening.query(query);
    }
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long[] each = new long[queries.size()];
    long began = clock.getCurrentThreadCpuTime();
    for (int q = 0; q < each.length; q++) {
      long at = clock.getCurrentThreadCpuTime();
      screening.query(queries.get(q));
      each[q] = clock.getCurrentThreadCpuTime() - at;
    }
    double seconds = (clock.getCurrentThreadCpuTime() - began) / 1e9;
    Arrays.sort(each);
    return new double[] {each.length / seconds, each[(int) (each.length * 0.99)] / 1e6};
  }

  /** Names of people who are on no list, and listed names with a letter lost. */
  List<Query> queries(List<Listed> lists) throws Unreadable {
    List<Query> queries = new ArrayList<>();
    try (TableFile people = TableFile.open(data.resolve("pseudopeople/social_security.csv.gz"))) {
      TableFile.Row header = people.next();
      int first = header == null ? 0 : header.cells().indexOf("first_name");
      int last = header == null ? 0 : header.cells().indexOf("last_name");
      for (TableFile.Row row = people.next();
          row != null && queries.size() < 1000;
          row = people.next()) {
        queries.add(Query.of(row.cells().get(first) + " " + row.cells().get(last), Sort.PERSON));
      }
    }
    for (int e = 0; e < lists.size() && queries.size() < 2000; e += 8) {
      String name = lists.get(e).names().get(0);
      int at = name.length() / 2;
      queries.add(Query.of(name.substring(0, at) + name.substring(at + 1), lists.get(e).sort()));
    }
    return queries;
  }

  /** How many of the people of a register of invented people would be asked about. */
  double honest(Screening screening, List<Query> queries) {
    return queries.stream()
            .limit(1000)
            .filter(q -> screening.query(q).stream().anyMatch(Hit::match))
            .count()
        / 1000.0;
  }
}
