package dev.bonafide.simulator.people;

import dev.bonafide.simulator.world.Line;

/** Something out of the ordinary that is done once, on a day, as soon as hands are there. */
public sealed interface Errand {
  /** Local day, epoch day. */
  long day();

  /** Whether it is done on the next working day when nobody is there on its own. */
  default boolean waits() {
    return false;
  }

  /**
   * An administrator gives somebody a role.
   *
   * @param role empty when it is only a group
   */
  record Grant(long day, Colleague to, String role) implements Errand {
    @Override
    public boolean waits() {
      return true;
    }
  }

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

  /**
   * Somebody changes what guards the code, by which harm could be done later.
   *
   * @param repository which; empty for the organisation
   * @param what the branch, secret, runner or address that is changed
   */
  record Code(long day, CodeDeed deed, String repository, String what) implements Errand {
    @Override
    public boolean waits() {
      return true;
    }
  }

  /**
   * Where the pay goes, or where its owner is reached, is changed.
   *
   * @param kind bank, prepaid card or wallet; empty for an address
   * @param self through self service; else by a desk of HR
   * @param elsewhere from a machine that is not the employer's
   */
  record Pay(long day, Field field, String kind, boolean self, boolean elsewhere)
      implements Errand {
    @Override
    public boolean waits() {
      return true;
    }

    /** What of it. */
    public enum Field {
      BANK("Bank account"),
      ADDRESS("Home address"),
      PHONE("Phone number");

      private final String words;

      Field(String words) {
        this.words = words;
      }

      /** As payroll calls it. */
      public String words() {
        return words;
      }
    }
  }

  /**
   * A program is put on the employer's machine by hand, or taken off.
   *
   * @param product the program
   */
  record Install(long day, String product, boolean removed) implements Errand {
    @Override
    public boolean waits() {
      return true;
    }
  }

  /** Another worker, as directories know them. */
  record Colleague(String workerId, String oktaId, String mail, String name) {}
}
