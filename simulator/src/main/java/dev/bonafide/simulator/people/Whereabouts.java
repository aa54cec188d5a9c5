package dev.bonafide.simulator.people;

import dev.bonafide.simulator.world.Metro;

/** Where a machine is, day by day. */
@FunctionalInterface
public interface Whereabouts {
  /** The stay of that local day (epoch day). A function of the day alone: no state. */
  Stay on(long day);

  /** The area of that day. */
  default Metro metro(long day) {
    return on(day).metro();
  }
}
