package dev.bonafide.simulator.work;

import dev.bonafide.simulator.people.Hand;
import dev.bonafide.simulator.world.Line;

/**
 * Hands at a machine for a while.
 *
 * @param from UTC milliseconds
 * @param to UTC milliseconds, excluded
 * @param under the line that the machine hangs on
 * @param seen the line that a site sees
 */
record Presence(long from, long to, Hand hand, Line under, Line seen) {}
