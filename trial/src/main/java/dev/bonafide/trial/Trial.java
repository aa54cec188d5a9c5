package dev.bonafide.trial;

import dev.bonafide.assessment.Assessment;
import dev.bonafide.assessment.Assessor;
import dev.bonafide.assessment.Line;
import dev.bonafide.assessment.Run;
import dev.bonafide.assessment.Subject;
import dev.bonafide.engine.Analysis;
import dev.bonafide.engine.Joint;
import dev.bonafide.engine.Organisation;
import dev.bonafide.engine.directory.Directory;
import dev.bonafide.engine.privacy.Key;
import dev.bonafide.engine.privacy.Pseudonyms;
import dev.bonafide.indicators.Catalogue;
import dev.bonafide.indicators.Indicator;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.indicators.View;
import dev.bonafide.judge.Judge;
import dev.bonafide.judge.Ranking;
import dev.bonafide.judge.Truth;
import dev.bonafide.judge.Verdict;
import dev.bonafide.knowledge.Knowledge;
import dev.bonafide.linking.rings.Traces;
import dev.bonafide.model.Abstained;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Evidence;
import dev.bonafide.simulator.Works;
import dev.bonafide.simulator.WorksPlan;
import dev.bonafide.sources.Sources;
import dev.bonafide.trial.Reception.Told;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * One synthetic workforce, from its bodies to a verdict, without a file: simulated, read by the
 * sources, folded, looked at by every indicator, assessed and judged.
 */
public final class Trial {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** So many honest people at most are looked at again without a source. */
  private static final int SAMPLE = 4_000;

  /** False alarms per 1,000 honest people and 30 days at which time to detect is taken. */
  private static final double TIMED_AT = 5;

  /** Nobody is seen with less than this above the base rate (DESIGN 10.1). */
  private static final long LEAST = 1_000;

  private final WorksPlan plan;
  private final Consumer<String> say;
  private final Catalogue catalogue = Catalogue.builtIn();
  private final Map<String, LongAdder> nanos = new TreeMap<>();

  private Trial(WorksPlan plan, Consumer<String> say) {
    this.plan = plan;
    this.say = say;
    catalogue.all().forEach(one -> nanos.put(one.card().slug(), new LongAdder()));
  }

  /**
   * What came of it.
   *
   * @param verdict of the whole line
   * @param without what is found with a part of it left out, by the name of that part
   * @param microseconds of a processor that each indicator takes, a person
   * @param records how many were read
   * @param readSeconds time to simulate, read and fold
   * @param assessSeconds time to look at everybody
   * @param cpuSeconds processor time of the whole process until then
   * @param silent indicators that spoke on nobody planted: here nothing is known of them
   * @param levels what indicators weighed, and on how many
   */
  public record Result(
      WorksPlan plan,
      Verdict verdict,
      Map<String, Without> without,
      Map<String, Double> microseconds,
      long records,
      double readSeconds,
      double assessSeconds,
      double cpuSeconds,
      List<String> silent,
      List<Level> levels) {}

  /**
   * One weight of one indicator: the most it weighed on somebody.
   *
   * @param planted share of the planted, each scheme and difficulty counting alike
   * @param plantedCount how many of the planted
   * @param honestCount how many of the honest
   */
  public record Level(
      String indicator, int millinats, double planted, int plantedCount, int honestCount) {}

  /**
   * Recall with a part left out.
   *
   * @param whole of the whole line, among the same people
   * @param honest how many honest people were ranked: a sample where everybody takes too long
   */
  public record Without(List<Found> whole, List<Found> without, int honest) {}

  /** Recall over all schemes at the highest false-alarm rate; the difficulty is empty for all. */
  public record Found(String difficulty, double recall) {
    static List<Found> of(List<Verdict.Cell> cells) {
      return cells.stream()
          .filter(cell -> cell.scheme().isEmpty())
          .map(cell -> new Found(cell.difficulty(), cell.found().getLast().share()))
          .toList();
    }
  }

  /** Somebody with all that was said of them. */
  private record One(String id, Subject subject, Assessment assessment) {}

  /**
   * Runs it.
   *
   * @param parts whether to judge also with each part left out
   * @param say takes a line on how it goes
   */
  public static Result run(WorksPlan plan, boolean parts, Consumer<String> say) {
    return run(plan, parts, say, result -> {});
  }

  /**
   * Runs it.
   *
   * @param soFar takes what is known as soon as it is known, each time with more
   */
  static Result run(WorksPlan plan, boolean parts, Consumer<String> say, Consumer<Result> soFar) {
    return new Trial(plan, say).run(parts, soFar);
  }

  private Result run(boolean parts, Consumer<Result> soFar) {
    long began = System.nanoTime();
    Works works = new Works(plan);
    say.accept("simulating " + plan.people() + " people for " + plan.days() + " days");
    Reception reception = new Reception(Sources.builtIn());
    works.records(reception);
    NavigableMap<String, Told> told = reception.close();
    if (reception.rejected() > 0) {
      throw new IllegalStateException(
          reception.rejected()
              + " simulated records were refused: the sources or the logs are wrong");
    }
    double read = seconds(began);
    say.accept(reception.records() + " records read in " + Math.round(read) + " s");
    began = System.nanoTime();
    Organisation organisation = organisation(told.values());
    Run run = Run.of(organisation.days().from(), organisation.days().to(), TIMED_AT);
    Assessor assessor = new Assessor(cards().values());
    List<One> everybody =
        subjects(organisation, person -> true).entrySet().parallelStream()
            .map(
                one ->
                    new One(
                        one.getKey(),
                        one.getValue(),
                        assessor.assess(one.getValue(), run, run.asOfDay())))
            .toList();
    double assess = seconds(began);
    say.accept(everybody.size() + " people looked at in " + Math.round(assess) + " s");
    Truth truth = Truth.read(works.truth());
    Verdict verdict =
        Judge.judge(truth, ranking(everybody, run, assessor, truth), marks(organisation.people()));
    Map<String, Double> micros = new TreeMap<>();
    nanos.forEach((slug, sum) -> micros.put(slug, sum.sum() / 1_000.0 / everybody.size()));
    Set<String> heard = new TreeSet<>();
    verdict.indicators().stream()
        .filter(speaker -> speaker.plantedCount() > 0)
        .forEach(speaker -> heard.add(speaker.indicator()));
    Map<String, Without> without = new LinkedHashMap<>();
    double cpu = cpuSeconds();
    List<Level> levels = levels(everybody, truth);
    Supplier<Result> now =
        () ->
            new Result(
                plan,
                verdict,
                new LinkedHashMap<>(without),
                micros,
                reception.records(),
                read,
                assess,
                cpu,
                cards().keySet().stream().filter(slug -> !heard.contains(slug)).toList(),
                levels);
    soFar.accept(now.get());
    if (parts) {
      without(everybody, run, assessor, truth, verdict, without);
      soFar.accept(now.get());
      for (String log : told.keySet()) {
        without.put(
            "source " + log.replace(".csv", ""),
            withoutSource(log, told, organisation, everybody, run, assessor, truth));
        soFar.accept(now.get());
      }
    }
    return now.get();
  }

  private static List<Level> levels(List<One> everybody, Truth truth) {
    Map<String, Integer> cells = new HashMap<>();
    truth.people().values().stream()
        .filter(Truth.Person::planted)
        .forEach(is -> cells.merge(cell(is), 1, Integer::sum));
    record Weighed(String indicator, int millinats) {}
    Map<Weighed, Level> levels =
        new TreeMap<>(Comparator.comparing(Weighed::indicator).thenComparing(Weighed::millinats));
    for (One one : everybody) {
      Truth.Person is = truth.people().get(one.id);
      if (is == null) {
        continue;
      }
      Map<String, Integer> most = new TreeMap<>();
      for (Line line : one.assessment.ledger()) {
        String indicator = line.indicator();
        if (indicator != null && line.sort() == Line.Sort.EVIDENCE) {
          most.merge(indicator, (int) line.millinats(), Math::max);
        }
      }
      double share = is.planted() ? 1.0 / cells.getOrDefault(cell(is), 1) / cells.size() : 0;
      most.forEach(
          (indicator, millinats) ->
              levels.merge(
                  new Weighed(indicator, millinats),
                  new Level(
                      indicator, millinats, share, is.planted() ? 1 : 0, is.planted() ? 0 : 1),
                  (a, b) ->
                      new Level(
                          indicator,
                          millinats,
                          a.planted + b.planted,
                          a.plantedCount + b.plantedCount,
                          a.honestCount + b.honestCount)));
    }
    return List.copyOf(levels.values());
  }

  private static String cell(Truth.Person is) {
    return is.scheme() + " " + is.difficulty();
  }

  private static Organisation organisation(Collection<Told> parts) {
    Told all = Told.all(parts);
    return Organisation.of(
        all.pages(),
        all.lexicon(),
        all.roll(),
        new Pseudonyms(Key.of("a benchmark has no secrets")),
        Knowledge.builtIn(),
        null,
        null);
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private static double cpuSeconds() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1e9
        : Double.NaN;
  }

  private static String named(Directory.Person person) {
    return person.hr() ? person.key().substring("hr:".length()) : person.key();
  }

  /** Figures of people that say nothing of them: how often lists and logs name them. */
  private static Map<String, Map<String, Double>> marks(Collection<Directory.Person> people) {
    Map<String, Double> accounts = new HashMap<>();
    Map<String, Double> rows = new HashMap<>();
    for (Directory.Person person : people) {
      accounts.put(named(person), (double) person.accounts().size());
      rows.put(
          named(person),
          (double) person.claims().stream().filter(c -> !(c instanceof Claim.Context)).count());
    }
    return Map.of("number of accounts", accounts, "number of claims", rows);
  }

  private Map<String, Card> cards() {
    return Analysis.cards(catalogue);
  }

  /**
   * What is said of those who are wanted, by worker: what indicators say, and then what links tell.
   */
  private Map<String, Subject> subjects(
      Organisation organisation, Predicate<Directory.Person> wanted) {
    Map<String, Traces> traces = new ConcurrentHashMap<>();
    Map<String, Subject> alone = new ConcurrentHashMap<>();
    LongAdder done = new LongAdder();
    organisation.people().parallelStream()
        .forEach(
            person -> {
              View view = organisation.view(person);
              traces.put(view.person(), Joint.traces(view));
              if (wanted.test(person)) {
                alone.put(named(person), subject(organisation, person, view));
              }
              done.increment();
              if (done.sum() % 5_000 == 0) {
                say.accept(done.sum() + " people looked at");
              }
            });
    long began = THREADS.getCurrentThreadCpuTime();
    Map<String, List<Evidence>> told =
        Joint.of(organisation, new TreeMap<>(alone).values(), traces, List.of());
    double took = (THREADS.getCurrentThreadCpuTime() - began) / 1_000.0 / alone.size();
    say.accept("what links tell took " + Math.round(took) + " microseconds a person");
    Map<String, Subject> subjects = new TreeMap<>();
    alone.forEach(
        (name, subject) ->
            subjects.put(name, subject.with(told.getOrDefault(subject.person(), List.of()))));
    return subjects;
  }

  private Subject subject(Organisation organisation, Directory.Person person, View view) {
    List<Evidence> evidence = new ArrayList<>();
    List<Abstained> abstained = new ArrayList<>();
    for (Indicator indicator : catalogue.all()) {
      // Time of the processor: another program beside this one does not make an indicator slow.
      long began = THREADS.getCurrentThreadCpuTime();
      Outcome outcome = indicator.evaluate(view, organisation.days());
      LongAdder sum = nanos.get(indicator.card().slug());
      if (sum != null) {
        sum.add(THREADS.getCurrentThreadCpuTime() - began);
      }
      switch (outcome) {
        case Outcome.Spoke spoke -> evidence.addAll(spoke.evidence());
        case Outcome.Kept kept -> abstained.add(kept.why());
      }
    }
    return new Subject(view.person(), evidence, person.claims(), abstained);
  }

  // --- what a judge needs ----------------------------------------------------------------------

  private Ranking ranking(List<One> everybody, Run run, Assessor assessor, Truth truth) {
    long line = line(everybody, run, truth);
    List<Ranking.Person> people =
        everybody.parallelStream()
            .map(
                one -> {
                  OptionalLong seen = assessor.firstSeen(one.subject, run, line);
                  return person(one, seen, one.assessment.millinats() >= line);
                })
            .toList();
    Map<String, Ranking.Person> byId = new LinkedHashMap<>();
    people.forEach(person -> byId.put(person.id(), person));
    return ranking(byId, run, line);
  }

  private static Ranking ranking(Map<String, Ranking.Person> people, Run run, long line) {
    return new Ranking(
        people,
        Instant.ofEpochSecond((run.asOfDay() + 1) * 86_400),
        run.days(),
        run.budget(),
        line,
        run.priorMillinats());
  }

  /** The least score that no more than the allowed number of honest people reach. */
  private static long line(List<One> everybody, Run run, Truth truth) {
    List<Long> honest =
        everybody.stream()
            .filter(
                one -> {
                  Truth.Person is = truth.people().get(one.id);
                  return is != null && !is.planted();
                })
            .map(one -> one.assessment.millinats())
            .sorted(Comparator.reverseOrder())
            .toList();
    int allowed = (int) (TIMED_AT * honest.size() / 1_000 * run.days() / 30);
    long above = allowed < honest.size() ? honest.get(allowed) + 1 : Long.MIN_VALUE;
    return Math.max(above, run.priorMillinats() + LEAST);
  }

  private static Ranking.Person person(One one, OptionalLong seen, boolean over) {
    Map<String, Long> weights = new TreeMap<>();
    long sum = 0;
    for (Line line : one.assessment.ledger()) {
      sum += line.millinats();
      String indicator = line.indicator();
      if (indicator != null) {
        weights.merge(indicator, line.millinats(), Long::sum);
      }
    }
    return new Ranking.Person(
        one.id,
        one.assessment.millinats(),
        over,
        seen.isPresent() ? Instant.ofEpochSecond((seen.getAsLong() + 1) * 86_400) : null,
        one.assessment.direction().slug(),
        weights,
        one.subject.abstained().stream().map(a -> a.indicator() + ": " + a.reason()).toList(),
        sum);
  }

  // --- with a part left out --------------------------------------------------------------------

  private void without(
      List<One> everybody,
      Run run,
      Assessor assessor,
      Truth truth,
      Verdict verdict,
      Map<String, Without> without) {
    List<Found> whole = Found.of(verdict.cells());
    int honest = verdict.world().honest();
    TreeSet<Cause> causes = new TreeSet<>();
    TreeSet<String> slugs = new TreeSet<>();
    for (One one : everybody) {
      one.subject.evidence().forEach(e -> causes.add(e.cause()));
      one.subject.evidence().forEach(e -> slugs.add(e.indicator()));
    }
    Function<Function<Subject, Subject>, Without> again =
        change ->
            new Without(
                whole,
                Found.of(
                    judged(
                        everybody,
                        one ->
                            assessor
                                .assess(change.apply(one.subject), run, run.asOfDay())
                                .millinats(),
                        run,
                        truth)),
                honest);
    for (Cause cause : causes) {
      say.accept("without the cause " + cause.slug());
      without.put("cause " + cause.slug(), again.apply(subject -> subject.without(cause)));
    }
    for (String slug : slugs) {
      say.accept("without " + slug);
      without.put("indicator " + slug, again.apply(subject -> silenced(subject, slug)));
    }
    say.accept("without documented context");
    without.put("documented context", again.apply(Trial::undocumented));
    without.put(
        "innocent explanations",
        new Without(
            whole,
            Found.of(
                judged(everybody, one -> one.assessment.millinats() - innocent(one), run, truth)),
            honest));
  }

  /**
   * Everybody again from the records without one log: the indicators run anew, since without HR or
   * an identity provider other accounts are one person. Of many honest people a sample is ranked;
   * what people share is still counted over all of them.
   */
  private Without withoutSource(
      String log,
      NavigableMap<String, Told> told,
      Organisation whole,
      List<One> everybody,
      Run run,
      Assessor assessor,
      Truth truth) {
    say.accept("without the source " + log);
    Truth sample = truth.sample(SAMPLE);
    Map<String, String> worker = new HashMap<>();
    whole
        .people()
        .forEach(
            person -> person.accounts().forEach(account -> worker.put(account, named(person))));
    Map<String, Told> others = new TreeMap<>(told);
    others.remove(log);
    Organisation rest = organisation(others.values());
    Map<String, Long> scores = new ConcurrentHashMap<>();
    Function<Directory.Person, Set<String>> names =
        person -> {
          Set<String> all = new TreeSet<>();
          all.add(named(person));
          person.accounts().forEach(account -> all.add(worker.getOrDefault(account, "")));
          all.retainAll(sample.people().keySet());
          return all;
        };
    Map<String, Subject> subjects = subjects(rest, person -> !names.apply(person).isEmpty());
    rest.people().parallelStream()
        .forEach(
            person -> {
              Subject subject = subjects.get(named(person));
              if (subject != null) {
                long millinats = assessor.assess(subject, run, run.asOfDay()).millinats();
                names.apply(person).forEach(name -> scores.merge(name, millinats, Math::max));
              }
            });
    return new Without(
        Found.of(judged(everybody, one -> one.assessment.millinats(), run, sample)),
        Found.of(judged(scores, run, sample)),
        (int) sample.people().values().stream().filter(is -> !is.planted()).count());
  }

  private static List<Verdict.Cell> judged(
      List<One> everybody, ToLongFunction<One> score, Run run, Truth truth) {
    Map<String, Long> scores = new ConcurrentHashMap<>();
    everybody.parallelStream()
        .filter(one -> truth.people().containsKey(one.id))
        .forEach(one -> scores.put(one.id, score.applyAsLong(one)));
    return judged(scores, run, truth);
  }

  private static List<Verdict.Cell> judged(Map<String, Long> scores, Run run, Truth truth) {
    Map<String, Ranking.Person> people = new TreeMap<>();
    scores.forEach(
        (id, millinats) ->
            people.put(
                id,
                new Ranking.Person(
                    id, millinats, false, null, "", Map.of(), List.of(), millinats)));
    return Judge.overall(truth, ranking(people, run, run.priorMillinats() + LEAST));
  }

  private static long innocent(One one) {
    return one.assessment.ledger().stream()
        .filter(line -> line.sort() == Line.Sort.INNOCENT)
        .mapToLong(Line::millinats)
        .sum();
  }

  private static Subject silenced(Subject subject, String slug) {
    return new Subject(
        subject.person(),
        subject.evidence().stream().filter(e -> !e.indicator().equals(slug)).toList(),
        subject.claims(),
        subject.abstained());
  }

  private static Subject undocumented(Subject subject) {
    return new Subject(
        subject.person(),
        subject.evidence(),
        subject.claims().stream().filter(claim -> !(claim instanceof Claim.Context)).toList(),
        subject.abstained());
  }
}
