package dev.bonafide.simulator;

import dev.bonafide.simulator.Works.Delivery;
import dev.bonafide.simulator.vendor.Act;
import dev.bonafide.simulator.vendor.Feed;
import dev.bonafide.simulator.world.Chance;
import java.util.function.Consumer;

/**
 * What happens to records on their way: they come late, twice, or not at all. Each record's luck is
 * drawn from its own id.
 */
final class Dirt {
  private static final long HOUR = 3_600_000L;

  private final double much;
  private final long outageFrom;
  private final long outageTo;
  private final Feed outage;

  Dirt(WorksPlan plan) {
    this.much = plan.dirt();
    // One source was down for some hours, once in every thirty days or so.
    Chance chance = Chance.of(plan.seed()).at("outage");
    long day = plan.first() + plan.days() / 2 + chance.between(-3, 3);
    this.outageFrom = day * 24 * HOUR + chance.between(8, 15) * HOUR;
    this.outageTo = outageFrom + chance.between(3, 6) * HOUR;
    this.outage = chance.happens(0.5) ? Feed.ENTRA : Feed.DEFENDER;
  }

  void deliver(Act act, Consumer<Delivery> tell) {
    Chance luck = Chance.of(act.id()).at("delivery");
    if (much > 0 && act.feed() == outage && act.time() >= outageFrom && act.time() < outageTo) {
      return;
    }
    long at = act.time() + late(act, luck);
    tell.accept(new Delivery(at, act));
    if (luck.happens(0.005 * much)) {
      tell.accept(new Delivery(at + 1_000 + (long) luck.exponential(90_000), act));
    }
  }

  /** Log-normal around the feed's median; three in a hundred lag behind, a few for hours. */
  private long late(Act act, Chance luck) {
    if (much == 0) {
      return 0;
    }
    double seconds = act.feed().medianSeconds() * 0.2 + luck.logNormal(2, 0.5);
    if (luck.happens(0.03 * much)) {
      seconds += luck.logNormal(act.feed().medianSeconds() * 2, 1);
    }
    if (luck.happens(0.001 * much)) {
      seconds += luck.between(3_600.0, 20 * 3_600.0);
    }
    return (long) (seconds * 1_000);
  }
}
