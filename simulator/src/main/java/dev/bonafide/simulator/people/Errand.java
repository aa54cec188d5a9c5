package dev.bonafide.simulator.people;

import dev.bonafide.simulator.world.Line;

/** Something out of the ordinary that is done once, on a day, as soon as hands are there. */
public sealed interface Errand {
  /** Local day, epoch day. */
  long day();

  /**
   * An administrator gives somebody a role.
   *
   * @param role empty when it is only a group
   */
  record Grant(long day, Colleague to, String role) implements Errand {}

  /** More than usual goes out over the company's VPN that day. */
  record Haul(long day, double gigabytes) implements Errand {}

  /** A sign-in from somewhere that conditional access refuses. */
  record Refused(long day, Line from, Machine machine) implements Errand {}

  /** Endpoint detection finds malware a few minutes after the machine was first used. */
  record Malware(long day, String name) implements Errand {}

  /**
   * The help desk is asked for new factors.
   *
   * @param elsewhere from a machine that is not the employer's
   */
  record Reset(long day, boolean elsewhere) implements Errand {}

  /** Another worker, as directories know them. */
  record Colleague(String workerId, String oktaId, String mail, String name) {}
}
