package dev.bonafide.simulator.people;

import dev.bonafide.simulator.world.Line;
import java.util.List;

/**
 * How hands reach a machine that stands somewhere else. Every case draws its own way: what one way
 * leaves in the logs must not mark a scheme.
 *
 * @param way which
 * @param programs the remote-access programs on the machine, as endpoint detection names them
 * @param base where the hands really are
 * @param tunnel what their traffic to the machine passes through
 */
public record Drive(Way way, List<String> programs, Whereabouts base, Tunnel tunnel) {

  /** What carries keyboard and screen. */
  public enum Way {
    /** A remote-access program that is started whenever work begins. */
    STARTED,
    /** A remote-access program that was installed once and always runs. */
    SERVICE,
    /** Remote desktop of the system itself, straight through the network. */
    DESKTOP,
    /** The same through another machine beside it: the far end is an address inside. */
    RELAYED_DESKTOP,
    /** A box that is keyboard and monitor: nothing runs on the machine. */
    HARDWARE
  }

  public Drive {
    programs = List.copyOf(programs);
  }

  /** Whether the system itself knows that a session is remote. */
  public boolean desktop() {
    return way == Way.DESKTOP || way == Way.RELAYED_DESKTOP;
  }

  /** The line from which a session comes on a day. */
  public Line line(long day) {
    return tunnel.seen(base.on(day).line(), day, 0);
  }
}
