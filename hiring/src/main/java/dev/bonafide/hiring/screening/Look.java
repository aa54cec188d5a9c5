package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.ApplicationFact;
import dev.bonafide.hiring.Context;
import dev.bonafide.hiring.Quote;
import dev.bonafide.hiring.Traces;
import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.hiring.resume.Line;
import dev.bonafide.hiring.resume.Resume;
import dev.bonafide.model.Abstained;
import dev.bonafide.model.Card;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One applicant under one check, and what the check says of it. */
final class Look {
  private static final long DAY_MILLIS = 86_400_000L;
  private static final int MOST_QUOTES = 4;

  private final Applicant applicant;
  private final Traces traces;
  private final Context context;
  private final Pool pool;
  private final Card card;
  private final List<Draft> drafts = new ArrayList<>();
  private @Nullable String silent;

  Look(Applicant applicant, Traces traces, Context context, Pool pool, Card card) {
    this.applicant = applicant;
    this.traces = traces;
    this.context = context;
    this.pool = pool;
    this.card = card;
  }

  Applicant applicant() {
    return applicant;
  }

  Traces traces() {
    return traces;
  }

  Context context() {
    return context;
  }

  Pool pool() {
    return pool;
  }

  /**
   * The day of the application, else that of the run: the later day is in the applicant's favour.
   */
  long day() {
    return applicant.day() == Applicant.UNKNOWN ? context.asOfDay() : applicant.day();
  }

  /** The résumé; null, and silence noted, when there is none. */
  @Nullable Resume resume() {
    Resume resume = applicant.resume();
    if (resume == null) {
      abstain("no résumé was handed in");
    } else if (resume.lines().isEmpty()) {
      abstain("the résumé could not be read");
    }
    return resume;
  }

  void abstain(String reason) {
    silent = silent == null ? reason : silent;
  }

  /**
   * Begins a fact.
   *
   * @param millinats its weight against an ordinary applicant
   * @param fact one plain sentence without names, mail addresses and files
   */
  Draft fact(int millinats, String fact) {
    Draft draft = new Draft(millinats, fact);
    drafts.add(draft);
    return draft;
  }

  List<ApplicationFact> facts() {
    return drafts.stream().map(Draft::fact).toList();
  }

  /** Why the check could not speak; null when it spoke, or when all fits. */
  @Nullable Abstained abstained() {
    return drafts.isEmpty() && silent != null ? new Abstained(card.slug(), silent) : null;
  }

  /** A fact while it is being said. */
  final class Draft {
    private final int millinats;
    private final String fact;
    private String object = "";
    private long at = day();
    private long recordId =
        applicant.resume() == null ? applicant.recordId() : applicant.resume().recordId();
    private final List<Quote> quotes = new ArrayList<>();
    private final TreeSet<String> others = new TreeSet<>();
    private final List<String> innocent = new ArrayList<>();
    private String question = "";
    private boolean corroborates;

    private Draft(int millinats, String fact) {
      this.millinats = millinats;
      this.fact = fact;
    }

    /** What the fact is about, where one check may say several things. */
    Draft about(String what) {
      object = what;
      return this;
    }

    Draft quote(Line line) {
      Resume resume = applicant.resume();
      return quote(new Quote(resume == null ? "" : resume.document(), line.number(), line.text()));
    }

    Draft quote(Quote quote) {
      if (quotes.size() < MOST_QUOTES && !quotes.contains(quote)) {
        quotes.add(quote);
      }
      return this;
    }

    Draft quote(Contact contact) {
      return quote(new Quote(contact.document(), contact.line(), contact.value()));
    }

    /** The record that it stands on, when that is not the résumé. */
    Draft on(long record) {
      recordId = record;
      return this;
    }

    /** Somebody that it links; the fact begins on the later of both days. */
    Draft with(Traces other) {
      others.add(other.id());
      return this;
    }

    /** The day on which it could first be seen, when that is later than the application. */
    Draft since(long day) {
      at = Math.max(at, day);
      return this;
    }

    Draft innocent(String... explanations) {
      innocent.addAll(List.of(explanations));
      return this;
    }

    Draft ask(String words) {
      question = words;
      return this;
    }

    Draft corroborates() {
      corroborates = true;
      return this;
    }

    private ApplicationFact fact() {
      Map<Explanation, Integer> remaining = new EnumMap<>(Explanation.class);
      card.remains().forEach((e, share) -> remaining.put(e, millinats * share / 1000));
      Evidence evidence =
          new Evidence(
              Evidence.idOf(card.slug(), applicant.id(), object, at),
              card.slug(),
              applicant.id(),
              object,
              at,
              0,
              at * DAY_MILLIS,
              at * DAY_MILLIS,
              millinats,
              millinats / 2,
              card.cause(),
              Direction.SUBJECT,
              card.hard(),
              fact,
              List.of(new Citation.OfRow(recordId)),
              remaining);
      return new ApplicationFact(
          evidence, quotes, List.copyOf(others), innocent, question, corroborates);
    }
  }
}
