package dev.bonafide.assessment;

import dev.bonafide.model.Claim;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is written down about a person that explains: rosters, notices, relations, declared hours. A
 * document explains what happened in its span and nothing else.
 */
final class Documents {
  private static final long DAY_MILLIS = 86_400_000L;

  /** A time-limited place of work is a stay, up to half a year. */
  private static final long STAY_DAYS = 183;

  private record Span(long from, long to) {}

  private final Map<Explanation, List<Span>> spans = new EnumMap<>(Explanation.class);

  Documents(List<Claim> claims) {
    for (Claim claim : claims) {
      for (Explanation explanation : explains(claim, claims)) {
        spans.computeIfAbsent(explanation, e -> new ArrayList<>()).add(span(claim));
      }
    }
    spans.values().forEach(list -> list.sort(Comparator.comparingLong(Span::from)));
  }

  Set<Explanation> explanations() {
    return spans.keySet();
  }

  /** The share of the evidence's span that documents of this explanation cover, 0 to 1. */
  double coverage(Explanation explanation, Evidence evidence) {
    long from = evidence.fromMilli();
    long to = evidence.toMilli();
    long covered = 0;
    long reached = from;
    boolean touched = false;
    for (Span span : spans.getOrDefault(explanation, List.of())) {
      long start = Math.max(span.from, reached);
      long end = Math.min(span.to, to);
      touched |= span.from <= to && span.to > from;
      if (end > start) {
        covered += end - start;
        reached = end;
      }
    }
    return from == to ? (touched ? 1 : 0) : (double) covered / (to - from);
  }

  private static Set<Explanation> explains(Claim claim, List<Claim> all) {
    return switch (claim) {
      case Claim.Context context ->
          switch (context.context()) {
            // Rosters carry shifts, and stand-by beside them.
            case ROSTER -> Set.of(Explanation.OTHER_HOURS, Explanation.ON_CALL);
            case ON_CALL -> Set.of(Explanation.ON_CALL);
            case TRAVEL -> Set.of(Explanation.TRAVELLER);
            // Who is on leave is away, or at home with somebody to look after.
            case LEAVE -> Set.of(Explanation.TRAVELLER, Explanation.CARER);
            case RELATION -> Set.of(Explanation.HOUSEHOLD);
          };
      case Claim.Schedule schedule -> hours(schedule, all);
      case Claim.Place place -> isStay(place, all) ? Set.of(Explanation.TRAVELLER) : Set.of();
      case Claim.Employment job ->
          job.fromDay() == Long.MIN_VALUE ? Set.of() : Set.of(Explanation.NEW_JOINER);
      case Claim.Contact ignored -> Set.of();
    };
  }

  private static Set<Explanation> hours(Claim.Schedule schedule, List<Claim> all) {
    String text = schedule.text().toLowerCase(Locale.ROOT);
    Set<Explanation> found = EnumSet.noneOf(Explanation.class);
    if (text.contains("on call") || text.contains("on-call") || text.contains("oncall")) {
      found.add(Explanation.ON_CALL);
    }
    if (text.contains("flexi")) {
      found.add(Explanation.CARER);
    }
    int from = schedule.fromMinute();
    boolean unusual = from >= 0 && (from < 5 * 60 || from >= 11 * 60 || schedule.toMinute() < from);
    boolean elsewhere =
        schedule.zone() != null
            && all.stream()
                .anyMatch(
                    c ->
                        c instanceof Claim.Place p
                            && p.zone() != null
                            && !Objects.equals(p.zone(), schedule.zone()));
    if (unusual || elsewhere || text.contains("night") || text.contains("shift")) {
      found.add(Explanation.OTHER_HOURS);
    }
    return found;
  }

  /** A place with both ends beside one that holds before and after it. */
  private static boolean isStay(Claim.Place place, List<Claim> all) {
    return place.fromDay() != Long.MIN_VALUE
        && place.toDay() != Long.MAX_VALUE
        && place.toDay() - place.fromDay() <= STAY_DAYS
        && all.stream()
            .anyMatch(
                c ->
                    c instanceof Claim.Place home
                        && home.fromDay() < place.fromDay()
                        && home.toDay() > place.toDay());
  }

  private static Span span(Claim claim) {
    return switch (claim) {
      case Claim.Context c -> wide(c.fromMilli(), c.toMilli());
      case Claim.Employment e ->
          wide(e.fromDay() * DAY_MILLIS, (e.fromDay() + Figures.JOINER_DAYS) * DAY_MILLIS);
      default ->
          wide(
              claim.fromDay() == Long.MIN_VALUE ? Long.MIN_VALUE : claim.fromDay() * DAY_MILLIS,
              claim.toDay() == Long.MAX_VALUE ? Long.MAX_VALUE : (claim.toDay() + 1) * DAY_MILLIS);
    };
  }

  /** The span with its margin; open ends stay open. */
  private static Span wide(long from, long to) {
    long margin = Figures.DOCUMENT_MARGIN_MILLIS;
    return new Span(
        from < Long.MIN_VALUE + margin ? Long.MIN_VALUE : from - margin,
        to > Long.MAX_VALUE - margin ? Long.MAX_VALUE : to + margin);
  }
}
