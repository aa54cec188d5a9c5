package dev.bonafide.simulator.work;

import dev.bonafide.simulator.people.CodeDeed;
import dev.bonafide.simulator.people.Errand;
import dev.bonafide.simulator.people.Machine;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.people.Team;
import dev.bonafide.simulator.vendor.Act;
import dev.bonafide.simulator.vendor.GitHubAct;
import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Line;
import java.util.List;
import java.util.function.Consumer;

/** What somebody does with code at one machine: the log of the code host. */
final class CodeHost {
  private static final List<CodeDeed> DEEDS =
      List.of(
          CodeDeed.FETCH,
          CodeDeed.PUSH,
          CodeDeed.REVIEW,
          CodeDeed.OPEN,
          CodeDeed.MERGE,
          CodeDeed.RERUN,
          CodeDeed.CLONE,
          CodeDeed.KEY);

  private final Person person;
  private final Machine machine;
  private final Chance chance;
  private final Chance habit;
  private final double often;
  private long acts;

  CodeHost(Person person, Machine machine, Chance chance) {
    this.person = person;
    this.machine = machine;
    this.chance = chance;
    this.habit = person.stream("code");
    this.often =
        switch (person.role()) {
          case ENGINEER -> 0.13;
          case DATA -> 0.07;
          case IT -> 0.05;
          default -> 0;
        };
  }

  /** A moment of work: now and then it is work on code. */
  void work(Presence presence, long at, Chance draw, Consumer<Act> tell) {
    if (often == 0 || at >= person.closedMilli() || !draw.happens(often)) {
      return;
    }
    CodeDeed deed =
        draw.pick(
            DEEDS,
            each ->
                switch (each) {
                  case FETCH -> 30;
                  case PUSH -> 38;
                  case REVIEW -> 14;
                  case OPEN -> 8;
                  case MERGE -> 6;
                  case RERUN -> 2.5;
                  case CLONE -> 1.2;
                  default -> 0.3;
                });
    String repository =
        deed == CodeDeed.KEY ? "" : Team.of(person).repository(habit.at("usual"), draw);
    String what = deed == CodeDeed.KEY ? machine.host() : "";
    tell.accept(act(at, presence.seen(), deed, repository, what));
  }

  /** A change of what guards the code, some minutes after they sat down. */
  void run(Errand.Code change, Presence presence, Chance draw, Consumer<Act> tell) {
    long at = presence.from() + draw.between(4, 50) * 60_000L;
    if (at < person.closedMilli()) {
      tell.accept(act(at, presence.seen(), change.deed(), change.repository(), change.what()));
    }
  }

  private GitHubAct act(long at, Line line, CodeDeed deed, String repository, String what) {
    return new GitHubAct(
        at, chance.at("act", ++acts).name(), person, machine, line, deed, repository, what);
  }
}
