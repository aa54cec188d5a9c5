package dev.bonafide.simulator.work;

import dev.bonafide.simulator.people.Hand;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.vendor.Act;
import dev.bonafide.simulator.vendor.EntraAct;
import dev.bonafide.simulator.vendor.OktaAct;
import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Ids;
import java.util.function.Consumer;

/** A program of the company under an account of its own: day and night at the same beat. */
public final class Robot {
  private static final long DAY = 86_400_000L;

  private final Person account;
  private final Hand hand;
  private final long beat;
  private final boolean entra;
  private final Chance chance;

  /**
   * @param beat time from one act to the next, milliseconds
   * @param entra whether it signs in to Entra, else to Okta
   */
  public Robot(Person account, long beat, boolean entra) {
    this.account = account;
    this.hand = account.hands().getFirst();
    this.beat = beat;
    this.entra = entra;
    this.chance = account.stream("robot");
  }

  public Person account() {
    return account;
  }

  /** The records of one UTC day. */
  public void run(long day, Consumer<Act> tell) {
    long phase = Math.floorMod(chance.name(), beat);
    String session = Ids.uuid(chance.at("session", Math.floorDiv(day, 30)).name());
    for (long at = day * DAY + phase; at < (day + 1) * DAY; at += beat) {
      Chance act = chance.at("act", at / beat);
      long time = at + act.below(1_800);
      var line = hand.whereabouts().on(day).line();
      tell.accept(
          entra
              ? new EntraAct(
                  time,
                  act.name(),
                  account,
                  hand.machine(),
                  line,
                  EntraAct.App.SHAREPOINT,
                  false,
                  0,
                  session,
                  null)
              : new OktaAct(
                  time,
                  act.name(),
                  account,
                  hand.machine(),
                  line,
                  OktaAct.Word.REFRESH,
                  act.at("transaction").name(),
                  null,
                  "Pipeline CI",
                  null,
                  null,
                  null,
                  ""));
    }
  }
}
