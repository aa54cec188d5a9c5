package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.ApplicantFindings;
import dev.bonafide.hiring.ApplicantFindings.Question;
import dev.bonafide.hiring.ApplicationFact;
import dev.bonafide.hiring.Context;
import dev.bonafide.hiring.Traces;
import dev.bonafide.model.Abstained;
import dev.bonafide.model.Card;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Screens applications: the same checks for everybody, in any order, with the same result for ever.
 * What comes out are questions, each with its quoted line and what else it may mean; whether their
 * weight matters is for the assessment to say, and what follows for people.
 */
public final class Applications {
  private static final List<Check> CHECKS =
      List.of(
              new AnswerDelay(),
              new AppliedElsewhere(),
              new BackdatedCode(),
              new CommitClock(),
              new ContactReuse(),
              new DegreeElsewhere(),
              new DegreeOrder(),
              new ExperienceExceedsCareer(),
              new FileMetadata(),
              new IdentityCheck(),
              new IdentitySwitch(),
              new ImpossibleDates(),
              new InternetNumber(),
              new JobsOverlap(),
              new JoinedElsewhere(),
              new MailDropAddress(),
              new MailWithoutAccount(),
              new MailsAlike(),
              new ManyApplications(),
              new OnPublishedList(),
              new PayElsewhere(),
              new PhoneElsewhere(),
              new RefereeLeftForCause(),
              new RareGear(),
              new ReferenceRing(),
              new ReferenceShared(),
              new ResumeClone(),
              new SchoolDomain(),
              new SamePicture(),
              new SharedDevice(),
              new SharedNetwork(),
              new TechnologyBeforeRelease(),
              new TwoVoicesOneLabel(),
              new VirtualCamera())
          .stream()
          .sorted(Comparator.comparing(check -> check.card().slug()))
          .toList();

  private static final Comparator<ApplicationFact> HEAVIEST =
      Comparator.comparingInt((ApplicationFact f) -> -f.evidence().millinats())
          .thenComparing(f -> f.evidence().indicator())
          .thenComparing(f -> f.evidence().id())
          .thenComparing(f -> f.evidence().fact());

  private static final Comparator<Applicant> ORDER =
      Comparator.comparing(Applicant::id)
          .thenComparingLong(Applicant::recordId)
          .thenComparing(Applicant::person);

  private Applications() {}

  /** What every check says of itself, by slug. */
  public static List<Card> cards() {
    return CHECKS.stream().map(Check::card).toList();
  }

  /**
   * Screens applications against each other and against what is known.
   *
   * @param applicants in any order
   * @return one finding each, ordered by the application's id
   */
  public static List<ApplicantFindings> screen(List<Applicant> applicants, Context context) {
    List<Applicant> ordered = applicants.stream().sorted(ORDER).toList();
    List<Traces> traces = ordered.parallelStream().map(Traces::of).toList();
    Pool pool = new Pool(traces, context);
    return IntStream.range(0, ordered.size())
        .parallel()
        .mapToObj(i -> screen(ordered.get(i), traces.get(i), context, pool))
        .toList();
  }

  private static ApplicantFindings screen(
      Applicant applicant, Traces traces, Context context, Pool pool) {
    List<ApplicationFact> facts = new ArrayList<>();
    List<Abstained> abstained = new ArrayList<>();
    for (Check check : CHECKS) {
      Look look = new Look(applicant, traces, context, pool, check.card());
      check.look(look);
      facts.addAll(look.facts());
      Abstained silent = look.abstained();
      if (silent != null) {
        abstained.add(silent);
      }
    }
    if (facts.stream().allMatch(ApplicationFact::corroborates)) {
      facts.replaceAll(Applications::uncounted);
    }
    facts.sort(HEAVIEST);
    return new ApplicantFindings(applicant.id(), facts, questions(facts), abstained);
  }

  /** The same fact without weight: it had nothing to corroborate. */
  private static ApplicationFact uncounted(ApplicationFact fact) {
    Evidence e = fact.evidence();
    Map<Explanation, Integer> none = new EnumMap<>(Explanation.class);
    e.remaining().keySet().forEach(k -> none.put(k, 0));
    return new ApplicationFact(
        new Evidence(
            e.id(),
            e.indicator(),
            e.person(),
            e.object(),
            e.day(),
            e.hoursAhead(),
            e.fromMilli(),
            e.toMilli(),
            0,
            0,
            e.cause(),
            e.direction(),
            e.hard(),
            e.fact(),
            e.citations(),
            none),
        fact.quotes(),
        fact.others(),
        fact.innocent(),
        fact.question(),
        true);
  }

  private static List<Question> questions(List<ApplicationFact> facts) {
    List<Question> questions = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    for (ApplicationFact fact : facts) {
      boolean counts = fact.evidence().millinats() > 0 && !fact.question().isEmpty();
      if (counts
          && questions.size() < ApplicantFindings.MOST_QUESTIONS
          && asked.add(fact.evidence().indicator())) {
        Card card = card(fact.evidence().indicator());
        questions.add(new Question(fact, card.nextCheck(), card.minutes()));
      }
    }
    return questions;
  }

  private static Card card(String slug) {
    return CHECKS.stream()
        .map(Check::card)
        .filter(c -> c.slug().equals(slug))
        .findFirst()
        .orElseThrow();
  }
}
