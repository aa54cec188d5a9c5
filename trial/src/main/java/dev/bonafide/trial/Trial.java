package dev.bonafide.trial;

import dev.bonafide.assessment.Assessment;
import dev.bonafide.assessment.Assessor;
import dev.bonafide.assessment.Line;
import dev.bonafide.assessment.Run;
import dev.bonafide.assessment.Subject;
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
import dev.bonafide.model.Abstained;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Evidence;
import dev.bonafide.simulator.Works;
import dev.bonafide.simulator.WorksPlan;
import dev.bonafide.sources.Sources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One synthetic workforce, from its bodies to a verdict, without a file: simulated, read by the
 * sources, folded, looked at by every indicator, assessed and judged.
 */
public final class Trial {
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
   * @param without the same with a part of it left out, by the name of that part
   * @param microseconds of each indicator, a person
   * @param records how many were read
   * @param readSeconds time to simulate, read and fold
   * @param assessSeconds time to look at everybody
   */
  public record Result(
      WorksPlan plan,
      Verdict verdict,
      Map<String, Verdict> without,
      Map<String, Double> microseconds,
      long records,
      double readSeconds,
      double assessSeconds) {}

  /** Somebody with all that was said of them. */
  private record One(String id, Subject subject, Assessment assessment) {}

  /**
   * Runs it.
   *
   * @param parts whether to judge also with each part left out
   * @param say takes a line on how it goes
   */
  public static Result run(WorksPlan plan, boolean parts, Consumer<String> say) {
    return new Trial(plan, say).run(parts);
  }

  private Result run(boolean parts) {
    long began = System.nanoTime();
    Works works = new Works(plan);
    say.accept("simulating " + plan.people() + " people for " + plan.days() + " days");
    Reception reception = new Reception(Sources.builtIn());
    works.records(reception);
    reception.close();
    if (reception.rejected() > 0) {
      throw new IllegalStateException(
          reception.rejected()
              + " simulated records were refused: the sources or the logs are wrong");
    }
    double read = seconds(began);
    say.accept(reception.records() + " records read in " + Math.round(read) + " s");
    began = System.nanoTime();
    Organisation organisation =
        Organisation.of(
            reception.fold.seal(),
            reception.fold.lexicon(),
            reception.roll,
            new Pseudonyms(Key.of("a benchmark has no secrets")),
            Knowledge.builtIn(),
            null,
            null);
    Run run = Run.of(organisation.days().from(), organisation.days().to(), TIMED_AT);
    Assessor assessor = new Assessor(catalogue.cards().values());
    List<One> everybody =
        organisation.people().parallelStream()
            .map(
                person -> {
                  Subject subject = subject(organisation, person);
                  return new One(
                      named(person), subject, assessor.assess(subject, run, run.asOfDay()));
                })
            .toList();
    double assess = seconds(began);
    say.accept(everybody.size() + " people looked at in " + Math.round(assess) + " s");
    Truth truth = Truth.read(works.truth());
    Ranking ranking = ranking(everybody, run, assessor, truth);
    Verdict verdict = Judge.judge(truth, ranking);
    Map<String, Double> micros = new TreeMap<>();
    nanos.forEach((slug, sum) -> micros.put(slug, sum.sum() / 1_000.0 / everybody.size()));
    return new Result(
        plan,
        verdict,
        parts ? without(everybody, run, assessor, truth) : Map.of(),
        micros,
        reception.records(),
        read,
        assess);
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private static String named(Directory.Person person) {
    return person.hr() ? person.key().substring("hr:".length()) : person.key();
  }

  private Subject subject(Organisation organisation, Directory.Person person) {
    View view = organisation.view(person);
    List<Evidence> evidence = new ArrayList<>();
    List<Abstained> abstained = new ArrayList<>();
    for (Indicator indicator : catalogue.all()) {
      long began = System.nanoTime();
      Outcome outcome = indicator.evaluate(view, organisation.days());
      LongAdder sum = nanos.get(indicator.card().slug());
      if (sum != null) {
        sum.add(System.nanoTime() - began);
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

  private Map<String, Verdict> without(
      List<One> everybody, Run run, Assessor assessor, Truth truth) {
    Map<String, Verdict> without = new LinkedHashMap<>();
    TreeSet<Cause> causes = new TreeSet<>();
    TreeSet<String> slugs = new TreeSet<>();
    for (One one : everybody) {
      one.subject.evidence().forEach(e -> causes.add(e.cause()));
      one.subject.evidence().forEach(e -> slugs.add(e.indicator()));
    }
    Function<Function<Subject, Subject>, Verdict> again =
        change ->
            judged(
                everybody,
                one -> assessor.assess(change.apply(one.subject), run, run.asOfDay()).millinats(),
                run,
                truth);
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
        judged(everybody, one -> one.assessment.millinats() - innocent(one), run, truth));
    return without;
  }

  private static Verdict judged(
      List<One> everybody, ToLongFunction<One> score, Run run, Truth truth) {
    Map<String, Ranking.Person> people = new LinkedHashMap<>();
    everybody.parallelStream()
        .map(
            one -> {
              long millinats = score.applyAsLong(one);
              return new Ranking.Person(
                  one.id, millinats, false, null, "", Map.of(), List.of(), millinats);
            })
        .toList()
        .forEach(person -> people.put(person.id(), person));
    return Judge.judge(truth, ranking(people, run, run.priorMillinats() + LEAST));
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
