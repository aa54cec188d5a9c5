package dev.bonafide.simulator.people;

import dev.bonafide.simulator.world.Atlas;
import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Metro;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Sixteen colleagues who follow each other by number: they meet, and work on the same code. It is a
 * function of its number alone, so that nobody who comes or goes changes a team.
 */
public record Team(long number) {
  private static final List<String> THINGS =
      List.of(
          "billing",
          "search",
          "ledger",
          "gateway",
          "catalog",
          "orders",
          "notify",
          "identity",
          "reports",
          "shipping",
          "pricing",
          "media",
          "quotes",
          "planner",
          "signals",
          "intake");
  private static final List<String> SORTS =
      List.of("service", "web", "jobs", "client", "infra", "schema");

  /** What everybody works on now and then. */
  private static final List<String> COMMON =
      List.of("handbook", "ui-kit", "deploy", "toolbox", "platform", "contracts");

  /** How many repositories a team has. */
  private static final int REPOSITORIES = 8;

  /** A meeting of a team: minutes after the midnight of the zone in which it is planned. */
  public record Appointment(long meeting, String kind, long from, long to, Metro anchor) {}

  /** Somebody's team. */
  public static Team of(Person person) {
    return new Team(Math.floorDiv(person.number(), 16L));
  }

  private Chance stream(String purpose) {
    return Chance.of(number).at("team").at(purpose);
  }

  /** One of the team's own repositories. */
  public String repository(int which) {
    Chance draw = stream("repository").at("which", which);
    return draw.pick(THINGS) + "-" + draw.pick(SORTS) + "-" + Math.floorMod(number, 1_000L);
  }

  /** The repository on which somebody works just now: mostly one of three of the own team. */
  public String repository(Chance habit, Chance draw) {
    double luck = draw.unit();
    if (luck < 0.04) {
      return new Team(Math.floorMod(number + draw.between(1, 5), 1_000L))
          .repository(draw.below(REPOSITORIES));
    }
    if (luck < 0.12) {
      return draw.pick(COMMON);
    }
    int first = habit.below(REPOSITORIES);
    return repository((first + draw.weighted(0.6, 0.25, 0.15)) % REPOSITORIES);
  }

  /** What the team has in its calendar on a day. */
  public List<Appointment> calendar(LocalDate date) {
    List<Appointment> all = new ArrayList<>();
    if (date.getDayOfWeek().getValue() > 5) {
      return all;
    }
    Chance habit = stream("calendar");
    Metro anchor = Atlas.draw(habit.at("anchor"));
    int stand = 9 * 60 + 15 * habit.below(8);
    meet(all, date, "team", stand, habit.pick(List.of(15, 15, 30)), 0.9, anchor);
    // The other half of the world meets at the other end of the day.
    meet(all, date, "team", stand + 6 * 60, habit.pick(List.of(15, 30)), 0.7, anchor);
    if (date.getDayOfWeek().getValue() == 1 + habit.below(5)) {
      meet(all, date, "planning", stand + 4 * 60, 55, 0.95, anchor);
    }
    if (date.getDayOfMonth() <= 7 && date.getDayOfWeek().getValue() == 4) {
      all.add(
          new Appointment(
              Chance.of(date.toEpochDay()).at("company").name(),
              "company",
              16 * 60,
              16 * 60 + 45,
              Atlas.named("Bristol")));
    }
    return all;
  }

  private void meet(
      List<Appointment> all,
      LocalDate date,
      String kind,
      int from,
      int length,
      double often,
      Metro anchor) {
    Chance draw = stream("meeting").at(kind + from, date.toEpochDay());
    if (draw.happens(often)) {
      all.add(new Appointment(draw.name(), kind, from, from + length, anchor));
    }
  }
}
