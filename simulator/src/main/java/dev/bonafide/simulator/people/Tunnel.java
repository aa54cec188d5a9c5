package dev.bonafide.simulator.people;

import dev.bonafide.simulator.world.Line;

/** What traffic is sent through before the world sees it. */
@FunctionalInterface
public interface Tunnel {
  /** No tunnel. */
  Tunnel NONE = (under, day, block) -> under;

  /**
   * The line that a site sees.
   *
   * @param under the line that the machine really hangs on
   * @param day local day
   * @param block which stretch of that day
   */
  Line seen(Line under, long day, int block);
}
