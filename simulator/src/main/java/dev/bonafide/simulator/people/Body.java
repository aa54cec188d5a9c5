package dev.bonafide.simulator.people;

import dev.bonafide.simulator.world.Chance;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A body and its habits: when it sits down on a day, in minutes after its own local midnight. It
 * sleeps, has lunch, comes back in the evening now and then. Minutes above 1,440 lie in the next
 * night.
 *
 * @param habit the shape of its days
 * @param start the minute at which it usually begins
 * @param spread standard deviation of the beginning from day to day, minutes
 * @param length minutes of work on a usual day
 * @param evening probability of another hour in the evening of a working day
 * @param weekend probability of an hour or two on a free day
 * @param lag how much later it lives on free days, minutes: social jet lag, 40 to 90
 * @param days its working days
 */
public record Body(
    Habit habit,
    int start,
    int spread,
    int length,
    double evening,
    double weekend,
    int lag,
    Set<DayOfWeek> days) {

  /** Monday to Friday. */
  public static final Set<DayOfWeek> WEEK =
      Set.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY);

  /** All seven: operators who take turns. */
  public static final Set<DayOfWeek> EVERY_DAY = Set.of(DayOfWeek.values());

  /** The shape of a day. */
  public enum Habit {
    /** One stretch with a meal in the middle. */
    STRETCH,
    /**
     * Many short pieces from early morning to the middle of the night, around a child or a parent.
     */
    FRAGMENTS,
    /** A turn without much of a pause: others wait for the chair. */
    TURN,
    /** A few minutes now and then between breakfast and bed: a phone. */
    GLANCES
  }

  public Body {
    days = Set.copyOf(days);
  }

  /**
   * When it is at the keyboard on one day, in order, without overlaps.
   *
   * @param free a day of leave or a public holiday
   * @param part only the hours of duty, only the rest, or all
   */
  public List<Span> day(LocalDate date, boolean free, Hand.Part part, Chance chance) {
    List<Span> spans = new ArrayList<>();
    if (!days.contains(date.getDayOfWeek()) || free) {
      if (part != Hand.Part.DUTY && !free && chance.at("weekend").happens(weekend)) {
        freeDay(chance.at("free day"), spans);
      }
      return spans;
    }
    switch (habit) {
      case STRETCH -> stretch(chance, part, spans);
      case FRAGMENTS -> fragments(chance, spans);
      case TURN -> turn(chance, spans);
      case GLANCES -> glances(chance, spans);
    }
    return tidy(spans);
  }

  private void stretch(Chance chance, Hand.Part part, List<Span> spans) {
    Chance draw = chance.at("stretch");
    long from = Math.round(draw.normal(start, spread, start - 150, start + 150));
    long work = Math.round(draw.normal(length, 35, length / 2.0, length * 1.4));
    long first = Math.round(work * draw.between(0.38, 0.55));
    long meal = Math.round(draw.normal(46, 14, 15, 110));
    if (part != Hand.Part.REST) {
      spans.add(new Span(from, from + first));
      spans.add(new Span(from + first + meal, from + work + meal));
    }
    if (draw.happens(evening) && part != Hand.Part.DUTY) {
      long again = from + work + meal + Math.round(draw.normal(175, 50, 60, 330));
      spans.add(new Span(again, again + draw.between(18, 95)));
    }
  }

  private void fragments(Chance chance, List<Span> spans) {
    Chance draw = chance.at("fragments");
    // Before the house wakes, in naps, after bedtime, and now and then when the night is broken.
    if (draw.happens(0.8)) {
      piece(spans, draw, start - 195, 30, 40, 95);
    }
    piece(spans, draw, start + 15, 25, 70, 150);
    piece(spans, draw, start + 230, 30, 50, 110);
    if (draw.happens(0.75)) {
      piece(spans, draw, start + 430, 30, 35, 90);
    }
    piece(spans, draw, start + 730, 35, 60, 130);
    if (draw.happens(0.42)) {
      piece(spans, draw, start + 960, 50, 15, 50);
    }
  }

  private void turn(Chance chance, List<Span> spans) {
    Chance draw = chance.at("turn");
    long from = Math.round(draw.normal(start, spread, start - 40, start + 40));
    spans.add(new Span(from, from + Math.round(draw.normal(length, 12, length - 30, length + 30))));
  }

  private void glances(Chance chance, List<Span> spans) {
    Chance draw = chance.at("glances");
    int count = draw.between(2, 7);
    for (int i = 0; i < count; i++) {
      long from = start - 50L + draw.below(12 * 60);
      spans.add(new Span(from, from + draw.between(3, 12)));
    }
  }

  private void freeDay(Chance draw, List<Span> spans) {
    int pieces = draw.happens(0.25) ? 2 : 1;
    long from = Math.round(draw.normal(start + lag + 120.0, 130, 9 * 60, 20 * 60));
    for (int i = 0; i < pieces; i++) {
      long length = draw.between(20, 110);
      spans.add(new Span(from, from + length));
      from += length + draw.between(60, 200);
    }
  }

  private static void piece(
      List<Span> spans, Chance draw, int around, int spread, int shortest, int longest) {
    long from = Math.max(0, Math.round(draw.normal(around, spread)));
    spans.add(new Span(from, from + draw.between(shortest, longest)));
  }

  private static List<Span> tidy(List<Span> spans) {
    spans.sort(Comparator.comparingLong(Span::from));
    List<Span> tidy = new ArrayList<>();
    for (Span span : spans) {
      Span last = tidy.isEmpty() ? null : tidy.getLast();
      if (last != null && span.from() <= last.to() + 5) {
        tidy.set(tidy.size() - 1, new Span(last.from(), Math.max(last.to(), span.to())));
      } else {
        tidy.add(span);
      }
    }
    return tidy;
  }
}
