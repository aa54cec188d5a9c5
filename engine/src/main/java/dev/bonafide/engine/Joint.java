package dev.bonafide.engine;

import dev.bonafide.assessment.Subject;
import dev.bonafide.engine.directory.Directory;
import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Course;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.View;
import dev.bonafide.indicators.Words;
import dev.bonafide.linking.records.Judgement;
import dev.bonafide.linking.rings.Sort.Mechanism;
import dev.bonafide.linking.rings.Traces;
import dev.bonafide.logbook.Thing;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What links know of several workers together, told to each of them: the ties of a ring, a farm or
 * an operator stand in the ledger of everybody whom they tie. One round: what is told here makes no
 * new ties. What is told of a day stands on that day and days before it.
 */
public final class Joint {
  /** The share of a tie's weight, in percent, that counts for one of its two. Judgement. */
  private static final int SHARE = 50;

  /**
   * What a single thing in common leaves of that, one in so many: a wrong digit in a row, a number
   * that is the office's. Judgement.
   */
  private static final int ONE_THING = 6;

  private static final int MOST = 3500;
  private static final int LEAST = 500;
  private static final int SD = 900;
  private static final double MILLINATS_A_MILLIBIT = 0.6931471805599453;

  /** After so many days without a tie it is another episode. */
  private static final int APART = 56;

  /** What the ledger holds by other means: remote control, and hours, which are {@link #BODY}. */
  private static final Set<Mechanism> ELSEWHERE = Set.of(Mechanism.REMOTE, Mechanism.HOURS);

  private static final Card TIED =
      new Card(
          "tied-workers",
          "Several workers, tied by more than one thing",
          "Two or more independent sorts of things tie this worker to others who have declared no "
              + "relation: computers with one line as their only base, a payment or telephone in "
              + "common, one address of deliveries, computers that start together.",
          "One operator with several names, and a host of many laptops, leave things in common that "
              + "strangers do not have. The justice department of the United States (June 2025) "
              + "describes rooms of laptops, and pay that runs into few accounts.",
          Card.Stage.WORK,
          Cause.CO_LOCATION,
          false,
          Set.of(),
          List.of(),
          27,
          0,
          90,
          Map.of(
              Explanation.HOUSEHOLD, 250,
              Explanation.CO_WORKING, 350,
              Explanation.PAIR_WORK, 400,
              Explanation.IT_SUPPORT, 500,
              Explanation.RECORD_ERROR, 400,
              Explanation.TAKEN_OVER, 400),
          "What is declared: the same things in common of a couple, or of two with one address, say "
              + "nothing; nor do those that one desk alone explains.",
          "Look at the ties (./bonafide why), then ask each of them separately where their computer "
              + "stands and whom they know in the company.",
          20,
          List.of("T1078"));

  private static final Card BODY =
      new Card(
          "one-body",
          "Several names, one pair of hands",
          "Of two workers who share more than a desk, one acts only while the other does not: in the "
              + "hours in which both are at work their hands never meet, as two bodies' do by chance.",
          "Nobody types in two places at once. Reports of rings (Microsoft, December 2025) describe "
              + "one person behind several personas.",
          Card.Stage.WORK,
          Cause.OPERATOR,
          false,
          Set.of(),
          List.of(),
          27,
          0,
          90,
          Map.of(
              Explanation.HOUSEHOLD, 700,
              Explanation.PAIR_WORK, 300,
              Explanation.TAKEN_OVER, 500),
          "The hours in which both work: who works in shifts is never at work in the same hour, and "
              + "that says nothing.",
          "Call both workers into one meeting, with cameras, at an hour at which both usually work.",
          15,
          List.of("T1078"));

  /** The cards of what is told. */
  public static List<Card> cards() {
    return List.of(TIED, BODY);
  }

  /** By what a shelf of computers is known, of one person. */
  public static Traces traces(View view) {
    return Trails.of(view);
  }

  private final Organisation organisation;
  private final Map<String, Directory.Person> persons = new TreeMap<>();
  private final Map<String, Linking.Papers> papers = new HashMap<>();
  private final Map<String, Set<String>> relatives = new HashMap<>();
  private final Map<String, View> views = new HashMap<>();
  private final Map<String, SortedMap<Integer, long[]>> hands = new HashMap<>();

  private Joint(Organisation organisation) {
    this.organisation = organisation;
    organisation.people().forEach(person -> persons.put(organisation.id(person), person));
  }

  /**
   * What is told to each, by pseudonym.
   *
   * @param subjects what indicators said of everybody
   * @param traces of everybody, by pseudonym
   * @param judgements of humans, of two pseudonyms each
   */
  public static Map<String, List<Evidence>> of(
      Organisation organisation,
      Collection<Subject> subjects,
      Map<String, Traces> traces,
      Collection<Judgement> judgements) {
    return new Joint(organisation).tell(subjects, traces, judgements);
  }

  /** One person's share in a cluster on one day. */
  private static final class Told {
    final Set<String> mates = new TreeSet<>();
    final Set<String> topics = new TreeSet<>();
    int tied;
    int body;
  }

  private Map<String, List<Evidence>> tell(
      Collection<Subject> subjects, Map<String, Traces> traces, Collection<Judgement> judgements) {
    Map<String, List<Evidence>> evidence = new TreeMap<>();
    Map<String, Course> tied = new HashMap<>();
    Map<String, Course> body = new HashMap<>();
    Days days = organisation.days();
    Map<String, Told> before = Map.of();
    for (int day = days.from(); day <= days.to(); day++) {
      Map<String, Told> now = on(day, subjects, traces, judgements);
      Set<String> asked = new TreeSet<>(now.keySet());
      asked.addAll(before.keySet());
      for (String id : asked) {
        Told told = now.getOrDefault(id, new Told());
        Course course = tied.computeIfAbsent(id, i -> new Course(TIED, i, "", APART));
        revise(course.step(day, told.tied), told, told.tied, day, evidence);
        course = body.computeIfAbsent(id, i -> new Course(BODY, i, "", APART));
        revise(course.step(day, told.body), told, told.body, day, evidence);
      }
      before = now;
    }
    return evidence;
  }

  /** Who is tied by the records up to a day. */
  private Map<String, Told> on(
      int day,
      Collection<Subject> subjects,
      Map<String, Traces> traces,
      Collection<Judgement> judgements) {
    List<Linking.Member> members = new ArrayList<>();
    for (Subject subject : subjects) {
      members.add(
          new Linking.Member(
              subject.person(),
              subject.person(),
              true,
              subject.evidence().stream().filter(e -> e.day() <= day).toList(),
              papers.computeIfAbsent(subject.person(), id -> Linking.Papers.of(subject.claims())),
              relatives.computeIfAbsent(
                  subject.person(), id -> Linking.relatives(subject.claims(), organisation::named)),
              traces.getOrDefault(subject.person(), Traces.NONE).until(day)));
    }
    Linking linking =
        new Linking(
            members, (id, without) -> hands(id, without).headMap(day + 1), List.of(), x -> x);
    Links links =
        Links.of(new Links.Run("", "", "", 0), linking.persons(), linking.rhythm(), judgements);
    Map<String, Told> told = new TreeMap<>();
    for (Links.Cluster cluster : links.clusters()) {
      Set<String> of = Set.copyOf(cluster.members());
      for (Links.Pair pair : links.pairs()) {
        if (of.contains(pair.left()) && of.contains(pair.right()) && pair.tied()) {
          boolean operator = cluster.kind().equals("operator");
          tell(pair, pair.left(), pair.right(), operator, told);
          tell(pair, pair.right(), pair.left(), operator, told);
        }
      }
    }
    return told;
  }

  private static void tell(
      Links.Pair pair, String id, String mate, boolean operator, Map<String, Told> into) {
    int ring = 0;
    int hours = 0;
    boolean several = false;
    Set<Mechanism> mechanisms = EnumSet.noneOf(Mechanism.class);
    Told told = into.computeIfAbsent(id, i -> new Told());
    told.mates.add(mate);
    for (Links.Line line : pair.lines()) {
      if (line.ring() > 0 && !ELSEWHERE.contains(mechanism(line))) {
        ring += line.ring();
        told.topics.add(line.topic());
      }
      if (line.ring() > 0) {
        mechanisms.add(mechanism(line));
        several |= mechanism(line) == Mechanism.MONEY && line.holders() > 2;
      }
      if (operator && mechanism(line) == Mechanism.HOURS) {
        hours += Math.max(0, line.operator());
      }
    }
    boolean sure = several || mechanisms.size() > 1;
    told.tied = Math.max(told.tied, weight(sure ? ring : ring / ONE_THING));
    told.body = Math.max(told.body, weight(hours));
  }

  private static Mechanism mechanism(Links.Line line) {
    return Mechanism.valueOf(line.mechanism().toUpperCase(Locale.ROOT));
  }

  /** In steps, so that a tie that grows by a hair is no news. */
  private static int weight(int millibits) {
    int weight = (int) Math.min(MOST, millibits * MILLINATS_A_MILLIBIT * SHARE / 100);
    return weight < LEAST ? 0 : weight / 100 * 100;
  }

  private void revise(
      @Nullable Episode episode,
      Told told,
      int weight,
      int day,
      Map<String, List<Evidence>> evidence) {
    if (episode == null) {
      return;
    }
    View view = view(episode.person());
    List<Citation> cited = new ArrayList<>();
    long to = day * 86_400L + 86_399;
    Act.Which which = (on, i) -> with(view, on, i, told.mates);
    Act first = view.first(view.firstDay() * 86_400L, to, which);
    Act last = first == null ? null : view.last(first.at(), to, which);
    if (first == null || last == null) {
      first = view.first(view.firstDay() * 86_400L, to, AccountDay::human);
      last = first == null ? null : view.last(first.at(), to, AccountDay::human);
    }
    if (first != null && last != null) {
      cited.add(first.cite());
      cited.add(last.cite());
    }
    for (Claim claim : view.claims()) {
      if (claim instanceof Claim.Contact contact) {
        cited.add(new Citation.OfRow(contact.recordId()));
      }
    }
    if (cited.isEmpty()) {
      return;
    }
    evidence
        .computeIfAbsent(episode.person(), p -> new ArrayList<>())
        .add(
            episode.revision(
                day,
                first == null ? day * 86_400L : first.at(),
                last == null ? to : last.at(),
                new Episode.Weighed(weight, weight == 0 ? 0 : SD),
                Direction.SUBJECT,
                words(episode.card(), told, weight),
                cited));
  }

  private static String words(Card card, Told told, int weight) {
    if (weight == 0) {
      return "By now nothing ties this worker to others any more.";
    }
    String others = Words.count(told.mates.size(), "other worker") + " without a declared relation";
    return card.cause() == Cause.OPERATOR
        ? "In the hours in which this worker and one of "
            + others
            + " both work, their hands meet less often than those of two people do."
        : "This worker is tied to "
            + others
            + " by what strangers do not have in common: "
            + String.join(", ", told.topics)
            + ".";
  }

  /** Whether an act came from a line on which one of the others was on that day. */
  private static boolean with(View view, AccountDay on, int i, Set<String> mates) {
    long line = view.line(on, i);
    Thing thing = line == Term.NONE ? null : new Thing(Thing.Sort.EGRESS, line);
    return thing != null
        && view.around().shared(thing)
        && view.crowd(thing, on.day()).present().stream().anyMatch(mates::contains);
  }

  private SortedMap<Integer, long[]> hands(String id, Set<String> without) {
    return hands.computeIfAbsent(id + "\n" + without, key -> Linking.hands(view(id), without));
  }

  private View view(String id) {
    return views.computeIfAbsent(
        id,
        key -> {
          Directory.Person person = persons.get(key);
          if (person == null) {
            throw new IllegalArgumentException("nobody of this organisation: " + key);
          }
          return organisation.view(person);
        });
  }
}
