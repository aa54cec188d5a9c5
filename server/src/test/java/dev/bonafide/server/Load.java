package dev.bonafide.server;

import dev.bonafide.engine.Background;
import dev.bonafide.engine.EvidenceLine;
import dev.bonafide.engine.Findings;
import dev.bonafide.engine.Findings.Person;
import dev.bonafide.engine.Links;
import dev.bonafide.engine.Outputs;
import dev.bonafide.store.Act;
import dev.bonafide.store.Company;
import dev.bonafide.store.Members.Role;
import dev.bonafide.store.People.Filter;
import dev.bonafide.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * Loads a store with many people and asks every page again and again, over loopback: no test, a
 * measurement. Prints per page how long the 50th and the 95th of 100 answers took. Run by {@code
 * mvn -pl server exec:java -Dexec.classpathScope=test -Dexec.mainClass=dev.bonafide.server.Load
 * -Dexec.args=50000} after the tests' classes were built.
 */
final class Load {
  private static final int WARM = 20;
  private static final int ASKED = 100;

  private Load() {}

  public static void main(String[] args) throws Exception {
    int people = args.length == 0 ? 50_000 : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("load");
    Act act = new Act("(load)", Instant.now());
    try (Store store =
        Store.open(
            new Store.File(folder.resolve("store.db")), Company.CATALOGUE.cards().values())) {
      Outputs outputs = many(Company.outputs(), people);
      long began = System.nanoTime();
      store.runs().add(outputs, act);
      say(
          people
              + " people, "
              + outputs.evidence().size()
              + " evidence lines imported in "
              + millis(began)
              + " ms");
      store
          .members()
          .addFirst(
              "rowan", "Rowan", Passwords.encode(Browser.PASSWORD), EnumSet.allOf(Role.class), act);
      began = System.nanoTime();
      try (Serve.Running console =
          Serve.start(
              store,
              new Keys(List.of(Company.KEY)),
              new Serve.Settings("127.0.0.1", 0, null),
              Clock.systemUTC())) {
        say("started in " + millis(began) + " ms");
        Browser browser = Browser.of(console.url(), "rowan");
        String run = store.runs().latest().id();
        Person first = store.people().list(run, Filter.OVER, null, 1).getFirst().person();
        String evidence =
            first.ledger().stream()
                .filter(l -> l.evidence() != null)
                .map(l -> String.valueOf(l.evidence()))
                .findFirst()
                .orElseThrow();
        Links.Edge tied = store.linked().clusters(run, 1).getFirst().because().getFirst();
        for (String path :
            List.of(
                "/queue",
                "/queue?show=all",
                "/queue?show=all&cause=network",
                "/queue?state=open",
                "/queue?q=" + first.label().replace(" ", "%20"),
                "/people/" + first.id(),
                "/people/" + first.id() + "/evidence/" + evidence,
                "/sources",
                "/indicators",
                "/links",
                "/links?who=" + tied.left(),
                "/links/" + tied.left() + "/" + tied.right(),
                "/links/clusters/" + store.linked().clusters(run, 1).getFirst().id(),
                "/applications",
                "/settings",
                "/audit",
                "/users")) {
          measure(browser, path);
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        say("heap in use " + ((runtime.totalMemory() - runtime.freeMemory()) >> 20) + " MB");
      }
    }
  }

  private static void measure(Browser browser, String path) {
    for (int i = 0; i < WARM; i++) {
      browser.get(path);
    }
    long[] took = new long[ASKED];
    int bytes = 0;
    for (int i = 0; i < ASKED; i++) {
      long began = System.nanoTime();
      var answer = browser.get(path);
      took[i] = System.nanoTime() - began;
      bytes = answer.body().length();
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + " answers " + answer.statusCode());
      }
    }
    Arrays.sort(took);
    say(
        String.format(
            Locale.ROOT,
            "%-60s p50 %4d ms  p95 %4d ms  %5d KB",
            path,
            took[ASKED / 2] / 1_000_000,
            took[ASKED * 95 / 100] / 1_000_000,
            bytes / 1024));
  }

  /** The same company again and again, under other pseudonyms. */
  private static Outputs many(Outputs one, int people) {
    Findings f = one.findings();
    List<Person> persons = new ArrayList<>();
    List<EvidenceLine> evidence = new ArrayList<>();
    List<Background> background = new ArrayList<>();
    int over = people * 5 / 1000;
    for (int copy = 0; persons.size() < people; copy++) {
      String more = Integer.toString(copy, 36);
      for (Person p : f.people()) {
        if (persons.size() < people) {
          persons.add(
              new Person(
                  p.id() + more,
                  p.hr(),
                  p.millinats(),
                  p.decibans(),
                  p.score(),
                  p.interval(),
                  copy < over / 2 ? p.band() : "none",
                  p.firstSeen(),
                  p.indicators(),
                  p.direction(),
                  p.ledger(),
                  p.label() + copy,
                  p.stage(),
                  p.bestInnocent(),
                  p.nextCheck(),
                  p.blindSpots(),
                  p.abstained()));
          one.background().stream()
              .filter(b -> b.person().equals(p.id()))
              .map(b -> new Background(p.id() + more, b.documents(), b.dossier()))
              .forEach(background::add);
          one.evidence().stream()
              .filter(e -> e.person().equals(p.id()))
              .map(
                  e ->
                      new EvidenceLine(
                          e.id(),
                          p.id() + more,
                          e.indicator(),
                          e.cause(),
                          e.day(),
                          e.weighs(),
                          e.from(),
                          e.to(),
                          e.millinats(),
                          e.decibans(),
                          e.sd(),
                          e.direction(),
                          e.hard(),
                          e.fact(),
                          e.remaining(),
                          e.refs()))
              .forEach(evidence::add);
        }
      }
    }
    return new Outputs(
        "load-" + people,
        new Findings(
            f.bonafide(),
            persons,
            f.accounts(),
            f.applicants(),
            f.clusters(),
            new Findings.Line(5, people, 30, over, f.reviewLine().millinats())),
        evidence,
        background,
        one.quality(),
        one.vault(),
        ties(persons));
  }

  /** Every fiftieth shares a telephone and a line with the next, every hundredth a payment too. */
  private static Links ties(List<Person> people) {
    List<Links.Person> persons = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      List<Links.Held> holds = new ArrayList<>();
      if (i % 50 < 4) {
        holds.add(new Links.Held("phone", "t-" + i / 50));
        holds.add(new Links.Held("egress", "e-" + i / 50));
      }
      if (i % 100 < 6) {
        holds.add(new Links.Held("bank", "b-" + i / 100));
      }
      Person p = people.get(i);
      persons.add(new Links.Person(p.id(), p.label(), "worker", "h-" + i, List.of(), holds));
    }
    return new Links(new Links.Run("", "", "", 0), persons, List.of(), List.of()).judged(List.of());
  }

  private static long millis(long began) {
    return (System.nanoTime() - began) / 1_000_000;
  }

  private static void say(String words) {
    System.out.println(words);
  }
}
