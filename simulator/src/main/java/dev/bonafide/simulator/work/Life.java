package dev.bonafide.simulator.work;

import dev.bonafide.simulator.people.Body;
import dev.bonafide.simulator.people.Hand;
import dev.bonafide.simulator.people.Machine;
import dev.bonafide.simulator.people.Operator;
import dev.bonafide.simulator.people.Overlay;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.people.Role;
import dev.bonafide.simulator.people.Span;
import dev.bonafide.simulator.vendor.Act;
import dev.bonafide.simulator.vendor.OktaAct;
import dev.bonafide.simulator.world.Atlas;
import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Line;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One person's working life, lived day by day in order: whoever has hands on the account sits down,
 * works in bursts, stands up; the machines run and hum in between. What it keeps from day to day
 * are the sessions that stay open.
 */
public final class Life {
  private static final long MINUTE = 60_000L;
  private static final long DAY = 86_400_000L;

  private final Person person;
  private final Map<Long, Station> stations = new HashMap<>();
  private final BitSet errandsDone = new BitSet();
  private final Meetings meetings;

  public Life(Person person) {
    this.person = person;
    this.meetings = new Meetings(person);
  }

  /**
   * Lives one local day and tells every record of it. The records lie between the local midnight at
   * its beginning and the evening after, in no order.
   */
  public void live(long day, Consumer<Act> tell) {
    List<Presence> presences = new ArrayList<>();
    for (Hand hand : person.hands()) {
      if (hand.works(day)) {
        presences.addAll(presences(hand, day));
      }
    }
    presences.sort(Comparator.comparingLong(Presence::from));
    Set<Long> done = new HashSet<>();
    for (Hand hand : person.hands()) {
      long machine = hand.machine().number();
      if ((hand.works(day) || humsOn(hand, day)) && done.add(machine)) {
        stations
            .computeIfAbsent(machine, key -> new Station(person, hand.machine(), errandsDone))
            .day(
                day,
                hand,
                presences.stream().filter(p -> p.hand().machine().number() == machine).toList(),
                tell);
      }
    }
    meetings.attend(day, presences, tell);
    if (Math.floorDiv(person.closedMilli(), DAY) == day) {
      tell.accept(closed());
    }
  }

  /** The identity provider closes the account by itself, when HR told it to. */
  private OktaAct closed() {
    Hand hand = person.hands().getFirst();
    Chance chance = person.stream("closed");
    return new OktaAct(
        person.closedMilli(),
        chance.name(),
        person,
        hand.machine(),
        hand.whereabouts().on(person.end()).line(),
        OktaAct.Word.DEACTIVATED,
        chance.at("transaction").name(),
        null,
        null,
        null,
        null,
        null,
        "");
  }

  /** A phone that nobody switched off goes on by itself after the last day. */
  private boolean humsOn(Hand hand, long day) {
    return day > person.end()
        && hand.machine().sort() == Machine.Sort.PHONE
        && person.overlays().contains(Overlay.LATE_DEPROVISION)
        && day * DAY < person.closedMilli();
  }

  private List<Presence> presences(Hand hand, long day) {
    ZoneId zone = hand.zone(day);
    LocalDate date = LocalDate.ofEpochDay(day);
    boolean self = hand.operator().self();
    boolean free = self ? person.away(day) || holiday(hand, date, day) : feast(hand, date, day);
    Chance chance = hand.operator().day(day);
    List<Span> spans = new ArrayList<>(hand.stretches(day, free));
    if (self && hand.machine().managed()) {
      spans.addAll(pages(day, chance));
      if (!free && person.role() == Role.IT && chance.at("patch evening").happens(0.05)) {
        spans.add(new Span(20 * 60, 20 * 60 + chance.at("patching").between(60, 200)));
      }
    }
    List<Presence> presences = new ArrayList<>();
    Line under = hand.whereabouts().on(day).line();
    int block = 0;
    for (Span span : spans) {
      long from = milli(date, span.from(), zone) + chance.at("second", block).below(60_000);
      long to = Math.max(from + 4 * MINUTE, milli(date, span.to(), zone));
      presences.add(new Presence(from, to, hand, under, hand.tunnel().seen(under, day, block)));
      block++;
    }
    return presences;
  }

  /** The wall clock's minute of that date; minutes of a skipped hour fall into the next. */
  private static long milli(LocalDate date, long minute, ZoneId zone) {
    return LocalDateTime.of(date, java.time.LocalTime.MIDNIGHT)
        .plusMinutes(minute)
        .atZone(zone)
        .toInstant()
        .toEpochMilli();
  }

  private boolean holiday(Hand hand, LocalDate date, long day) {
    return Atlas.holiday(person.home().code(), MonthDay.from(date))
        && hand.operator().body().habit() != Body.Habit.GLANCES
        && person.stream("holiday").at("day", day).happens(0.9);
  }

  /** Operators keep the holidays of where they are, and of where they claim to be, as they can. */
  private boolean feast(Hand hand, LocalDate date, long day) {
    Operator.Feasts feasts = hand.operator().feasts();
    if (feasts == null) {
      return false;
    }
    MonthDay on = MonthDay.from(date);
    Chance draw = hand.operator().day(day).at("feast");
    return (Atlas.holiday(feasts.code(), on) && draw.at("own").happens(feasts.own()))
        || (Atlas.holiday(person.home().code(), on)
            && draw.at("claimed").happens(feasts.claimed()));
  }

  /** A pager rings at night, and work begins within ten minutes. */
  private List<Span> pages(long day, Chance chance) {
    List<Span> pages = new ArrayList<>();
    for (Span duty : person.onCall()) {
      if (duty.has(day)) {
        Chance night = chance.at("pager");
        int count = night.weighted(0.55, 0.3, 0.15);
        for (int i = 0; i < count; i++) {
          long from = night.between(22 * 60 + 30, 29 * 60);
          pages.add(new Span(from, from + night.between(12, 80)));
        }
      }
    }
    return pages;
  }
}
