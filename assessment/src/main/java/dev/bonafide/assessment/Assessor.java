package dev.bonafide.assessment;

import static dev.bonafide.model.Explanation.ORDINARY;

import dev.bonafide.assessment.Assessment.Interval;
import dev.bonafide.model.Abstained;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the evidence of one person against a mixture of named innocent lives (README.md beside
 * this room has the formulas in words). A pure function of its arguments; safe for use by many
 * threads.
 */
public final class Assessor {
  private static final long DAY_MILLIS = 86_400_000L;

  /** What weighs most at the end of the day first; equal weights by id. */
  private static final Comparator<Weighing.Item> HEAVIEST =
      Comparator.comparingLong((Weighing.Item i) -> -i.now()).thenComparing(i -> i.evidence().id());

  /** The latest revision is the greatest; of revisions of one day the one that saw more. */
  private static final Comparator<Evidence> BY_REVISION =
      Comparator.comparingLong(Evidence::day)
          .thenComparingLong(Evidence::toMilli)
          .thenComparingInt(Evidence::millinats)
          .thenComparing(Evidence::fact);

  private final Map<String, Card> cards = new HashMap<>();
  private final Map<Cause, Set<String>> indicators = new EnumMap<>(Cause.class);

  public Assessor(Collection<Card> cards) {
    for (Card card : cards) {
      this.cards.put(card.slug(), card);
      indicators.computeIfAbsent(card.cause(), c -> new TreeSet<>()).add(card.slug());
    }
  }

  /** Who is over the line, of everybody who was assessed at the close of the run's last day. */
  public ReviewLine line(List<Assessment> everybody, Run run) {
    return ReviewLine.of(everybody, run);
  }

  /**
   * The first UTC day at whose close the person stood at or above {@code lineMillinats} with one
   * cause of at least 1,000 millinats; empty if never up to the run's last day (DESIGN 10.9).
   */
  public OptionalLong firstSeen(Subject subject, Run run, long lineMillinats) {
    Set<Long> changes = new TreeSet<>();
    // Weight only fades between two changes, so the day of a change is the highest, unless
    // something that speaks for the person fades with it.
    boolean everyDay = false;
    for (Evidence e : subject.evidence()) {
      changes.add(countsFrom(e));
      everyDay |= e.millinats() < 0 || e.remaining().values().stream().anyMatch(left -> left < 0);
    }
    if (changes.isEmpty()) {
      return OptionalLong.empty();
    }
    long first = Collections.min(changes);
    for (Claim claim : subject.claims()) {
      if (claim instanceof Claim.Employment job && job.fromDay() > first) {
        changes.add(job.fromDay());
      }
    }
    if (everyDay) {
      for (long day = first; day <= run.asOfDay(); day++) {
        changes.add(day);
      }
    }
    Documents documents = new Documents(subject.claims());
    for (long day : changes) {
      if (day <= run.asOfDay()) {
        Standing standing = standing(subject, documents, run, day);
        if (standing.total() >= lineMillinats
            && standing.net().values().stream().anyMatch(net -> net >= Assessment.A_CAUSE)) {
          return OptionalLong.of(day);
        }
      }
    }
    return OptionalLong.empty();
  }

  /** The person at the close of a UTC epoch day; what came later is not looked at. */
  public Assessment assess(Subject subject, Run run, long day) {
    Standing s = standing(subject, new Documents(subject.claims()), run, day);
    List<Weighing.Item> against =
        s.weighing().items().stream().filter(i -> i.now() > 0).sorted(HEAVIEST).toList();
    Explanation best = s.weighing().items().isEmpty() ? null : best(s);
    return new Assessment(
        subject.person(),
        s.total(),
        ledger(s, run, best),
        interval(s, subject.abstained()),
        direction(against, best),
        List.copyOf(new TreeSet<>(against.stream().map(i -> i.card().slug()).toList())),
        against.isEmpty() ? null : against.getFirst().card().stage(),
        s.net(),
        against.stream().anyMatch(i -> i.evidence().hard()),
        best,
        nextCheck(against),
        subject.abstained());
  }

  // --- the score -----------------------------------------------------------------------------

  /**
   * A person's numbers at the close of a day.
   *
   * @param net per cause the weight against an ordinary life
   * @param innocent what the mixture of innocent lives takes away, 0 or less
   * @param lives per explanation its part of the mixture, relative to an ordinary life's likelihood
   */
  private record Standing(
      Weighing weighing,
      int prior,
      int setting,
      Map<Cause, Long> net,
      long innocent,
      Map<Explanation, Double> lives) {
    long total() {
      return prior + setting + net.values().stream().mapToLong(Long::longValue).sum() + innocent;
    }
  }

  private Standing standing(Subject subject, Documents documents, Run run, long day) {
    Weighing weighing =
        new Weighing(counted(subject.evidence(), day), documents, cards, (day + 1) * DAY_MILLIS);
    Map<Cause, Long> net = new EnumMap<>(Cause.class);
    for (Cause cause : weighing.causes()) {
      net.put(cause, weighing.against(cause, ORDINARY, false));
    }
    Map<Explanation, Double> lives = lives(weighing);
    double mixture = lives.values().stream().mapToDouble(Double::doubleValue).sum();
    long innocent = Math.min(0, -Math.round(1000 * StrictMath.log(mixture)));
    long seen = net.values().stream().mapToLong(Long::longValue).sum() + innocent;
    int setting =
        isNewAgencyRemote(subject.claims(), day) ? setting(seen, run.settingMillinats()) : 0;
    return new Standing(weighing, run.priorMillinats(), setting, net, innocent, lives);
  }

  /** The latest revision of each episode whose day, and the hours after it, are closed. */
  private static List<Evidence> counted(List<Evidence> evidence, long day) {
    Map<String, Evidence> latest = new HashMap<>();
    for (Evidence e : evidence) {
      if (countsFrom(e) <= day) {
        latest.merge(e.id(), e, (a, b) -> BY_REVISION.compare(a, b) >= 0 ? a : b);
      }
    }
    return latest.values().stream().sorted(Comparator.comparing(Evidence::id)).toList();
  }

  /** The first day at whose close everything was there that the indicator had to see. */
  private static long countsFrom(Evidence e) {
    return e.day() + (e.hoursAhead() + 23) / 24;
  }

  /**
   * Each innocent life: its prior times how much better than an ordinary life it fits. A life that
   * fits better by documents alone is put down to the explanation that they speak for.
   */
  private static Map<Explanation, Double> lives(Weighing w) {
    Map<Explanation, Double> lives = new EnumMap<>(Explanation.class);
    long full = w.against(ORDINARY, false);
    double byDocuments = fit(full, w.against(ORDINARY, true));
    for (Explanation k : Explanation.values()) {
      double prior = Figures.perMille(k) / 1000.0;
      if (w.explains(k)) {
        lives.merge(
            k, prior * (1 - Figures.DOCUMENT) * fit(full, w.against(k, false)), Double::sum);
        lives.merge(k, prior * Figures.DOCUMENT * fit(full, w.against(k, true)), Double::sum);
      } else {
        lives.merge(k, prior * (1 - Figures.DOCUMENT), Double::sum);
        lives.merge(w.documented(), prior * Figures.DOCUMENT * byDocuments, Double::sum);
      }
    }
    return lives;
  }

  /** How much better than an ordinary life one fits against which less weight remains. */
  private static double fit(long againstOrdinary, long against) {
    return StrictMath.exp((againstOrdinary - against) / 1000.0);
  }

  /**
   * What a setting adds beside evidence: never more than half of what the evidence leaves after
   * innocent explanations. How somebody was hired is no observation of them: alone it may not put
   * anybody above somebody of whom something was seen.
   */
  private static int setting(long seen, int most) {
    return Math.clamp(seen / 2, 0, most);
  }

  private static boolean isNewAgencyRemote(List<Claim> claims, long day) {
    for (Claim claim : claims) {
      if (claim instanceof Claim.Employment job
          && Boolean.TRUE.equals(job.remote())
          && job.agency() != null
          && job.fromDay() <= day
          && job.fromDay() > day - Figures.NEW_HIRE_DAYS) {
        return true;
      }
    }
    return false;
  }

  // --- the ledger ----------------------------------------------------------------------------

  private static List<Line> ledger(Standing s, Run run, @Nullable Explanation best) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        Line.plain(
            Line.Sort.PRIOR,
            null,
            run.priorMillinats(),
            "Before any record is looked at: 1 in " + Words.oneIn(run.priorMillinats())));
    if (s.setting() != 0) {
      lines.add(
          Line.plain(
              Line.Sort.SETTING,
              null,
              s.setting(),
              "Remote, hired through an agency less than a year ago (a setting of this run, at most half of what the records show)"));
    }
    s.net().entrySet().stream()
        .sorted(
            Map.Entry.<Cause, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> cause(s, entry.getKey(), entry.getValue(), lines));
    if (best != null) {
      lines.add(Line.plain(Line.Sort.INNOCENT, null, s.innocent(), innocentFact(s, best)));
    }
    return lines;
  }

  private static void cause(Standing s, Cause cause, long net, List<Line> lines) {
    List<Weighing.Item> items = s.weighing().items(cause).stream().sorted(HEAVIEST).toList();
    long full = 0;
    long faded = 0;
    for (Weighing.Item item : items) {
      Evidence e = item.evidence();
      full += e.millinats();
      faded += item.now();
      lines.add(
          new Line(
              Line.Sort.EVIDENCE,
              e.indicator(),
              cause,
              e.id(),
              e.millinats(),
              e.fromMilli(),
              e.toMilli(),
              e.direction(),
              e.fact()));
    }
    if (faded != full) {
      lines.add(
          Line.plain(
              Line.Sort.DECAY, cause, faded - full, "What lies back counts less the older it is"));
    }
    if (net != faded) {
      lines.add(Line.plain(Line.Sort.DISCOUNT, cause, net - faded, discountFact(s, cause, net)));
    }
  }

  private static String discountFact(Standing s, Cause cause, long net) {
    if (net == Figures.FLOOR) {
      return "Counter-evidence of one cause counts at most "
          + Words.decibans(-Figures.FLOOR)
          + " decibans";
    }
    double cap = s.weighing().cap(cause, ORDINARY, false);
    if (net >= Math.round(cap)) {
      return "Evidence of one cause ("
          + cause.title()
          + ") counts at most "
          + Words.decibans(Math.round(cap))
          + " decibans";
    }
    return "Evidence of one cause ("
        + cause.title()
        + ") repeats itself: each further one counts less";
  }

  private static String innocentFact(Standing s, Explanation best) {
    if (best == ORDINARY) {
      return "No named innocent explanation accounts for any of this";
    }
    return "Innocent explanations, above all: "
        + best.text()
        + (s.weighing().documented() == best ? " (documents speak for it)" : "");
  }

  // --- what to make of it --------------------------------------------------------------------

  /** The most likely innocent life that explains something; an ordinary one when none does. */
  private static Explanation best(Standing s) {
    Explanation best = ORDINARY;
    double most = 0;
    for (Map.Entry<Explanation, Double> life : s.lives().entrySet()) {
      Explanation k = life.getKey();
      if (s.weighing().explains(k) && life.getValue() > most) {
        best = k;
        most = life.getValue();
      }
    }
    return best;
  }

  /**
   * The direction that carries most weight. Where a taken-over account explains best and an
   * indicator saw signs of one, the person is protected first.
   */
  private static Direction direction(List<Weighing.Item> against, @Nullable Explanation best) {
    Map<Direction, Long> weight = new EnumMap<>(Direction.class);
    against.forEach(i -> weight.merge(i.evidence().direction(), i.now(), Long::sum));
    if (best == Explanation.TAKEN_OVER && weight.containsKey(Direction.POSSIBLE_VICTIM)) {
      return Direction.POSSIBLE_VICTIM;
    }
    return weight.entrySet().stream()
        .max(
            Map.Entry.<Direction, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(Direction.SUBJECT);
  }

  /** The cheapest check among the evidence that weighs at least half of the heaviest. */
  private static @Nullable Card nextCheck(List<Weighing.Item> against) {
    return against.stream()
        .filter(i -> 2 * i.now() >= against.getFirst().now())
        .map(Weighing.Item::card)
        .min(Comparator.comparingInt(Card::minutes))
        .orElse(null);
  }

  /**
   * 90 % of a normal distribution. Errors inside a cause are taken as wholly dependent, those of
   * two causes as correlated by {@link Figures#RHO}; a cause of which no indicator could speak
   * widens.
   */
  private Interval interval(Standing s, List<Abstained> abstained) {
    Set<String> silent = new TreeSet<>(abstained.stream().map(Abstained::indicator).toList());
    double squares = 0;
    double sum = 0;
    for (Cause cause : EnumSet.allOf(Cause.class)) {
      double sd = sd(s.weighing(), cause);
      Set<String> known = indicators.getOrDefault(cause, Set.of());
      if (sd == 0 && !known.isEmpty() && silent.containsAll(known)) {
        sd = Figures.BLIND_SD;
      }
      squares += sd * sd;
      sum += sd;
    }
    double variance = squares + Figures.RHO * (sum * sum - squares);
    long half = Math.round(Figures.NINETY_PERCENT * StrictMath.sqrt(variance));
    return new Interval(s.total() - half, s.total() + half);
  }

  /** The spread of a cause: of each evidence as much as its discount and its age leave. */
  private static double sd(Weighing w, Cause cause) {
    List<Weighing.Item> items =
        w.items(cause).stream().sorted(Comparator.comparingLong(i -> -Math.abs(i.now()))).toList();
    double sd = 0;
    double factor = 1;
    for (Weighing.Item item : items) {
      sd += factor * item.faded() * item.evidence().sd();
      factor *= Figures.REPEAT;
    }
    return sd;
  }
}
