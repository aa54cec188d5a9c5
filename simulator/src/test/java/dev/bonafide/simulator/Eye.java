package dev.bonafide.simulator;

import dev.bonafide.simulator.people.Errand;
import dev.bonafide.simulator.people.Machines;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.people.Planted;
import dev.bonafide.simulator.people.Sign;
import dev.bonafide.simulator.vendor.Act;
import dev.bonafide.simulator.vendor.DefenderAct;
import dev.bonafide.simulator.vendor.EntraAct;
import dev.bonafide.simulator.vendor.GitHubAct;
import dev.bonafide.simulator.vendor.OktaAct;
import dev.bonafide.simulator.vendor.PayrollAct;
import dev.bonafide.simulator.vendor.VpnAct;
import dev.bonafide.simulator.world.Line;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A simple eye: looks for a sign in the records, without knowing how a detector would. */
final class Eye {
  private final Map<String, Observed> all;

  Eye(Map<String, Observed> all) {
    this.all = all;
  }

  boolean sees(Sign sign, Observed one) {
    return switch (sign) {
      case NO_REST -> one.awake() > 72;
      case LONG_SESSION -> one.longestSession() >= 20;
      case TWO_PLACES -> one.joinedDays() >= 2;
      case ODD_EGRESS -> oddBins(one) >= (brief(one) ? 2 : 10);
      case SHARED_THING -> sharers(one) >= Math.min(4, circle(one).size());
      case AFTER_END -> afterEnd(one, Act::human) >= 5;
      case OTHER_CLOCK -> nightShare(one) > 0.4;
      case REMOTE_CONTROL -> remoteDays(one) >= 1;
      case BLOCKED_TRUTH ->
          one.acts.stream()
              .anyMatch(act -> act instanceof EntraAct entra && entra.error() == 53003);
      case ONE_BODY -> together(one) == 0;
      case FIRST_SESSION_MALWARE -> malwareAfter(one) < 45;
      case DATA_BURST -> burst(one) > 8;
      case GRANTS -> grants(one) >= 3;
      case CODE_CHANGES ->
          one.acts.stream()
                  .filter(act -> act instanceof GitHubAct code && code.deed().change())
                  .count()
              >= 2;
      case OWN_GRANT ->
          one.acts.stream()
              .anyMatch(
                  act ->
                      act instanceof OktaAct okta
                          && okta.word() == OktaAct.Word.GRANT
                          && one.person.colleague().equals(okta.other()));
      case PAY_CHANGED ->
          one.acts.stream()
              .anyMatch(
                  act ->
                      act instanceof PayrollAct pay
                          && pay.change().field() == Errand.Pay.Field.BANK);
      case TAKEN_OVER ->
          one.acts.stream()
              .anyMatch(act -> act instanceof OktaAct okta && okta.word() == OktaAct.Word.RESET);
    };
  }

  /** The members of one's cluster, with oneself. */
  private List<Observed> circle(Observed one) {
    Planted planted = one.person.planted();
    String cluster = planted == null ? null : planted.cluster();
    return all.values().stream()
        .filter(
            other -> {
              Planted theirs = other.person.planted();
              return theirs != null && cluster != null && cluster.equals(theirs.cluster());
            })
        .toList();
  }

  /** In how many bins after the onset two of a circle were at work at once, laptops only. */
  private int together(Observed one) {
    int together = 0;
    Planted planted = one.person.planted();
    long onset = planted == null ? 0 : planted.onset() + 1;
    for (Observed other : circle(one)) {
      if (other != one) {
        BitSet both = minutes(one, onset);
        both.and(minutes(other, onset));
        together += both.cardinality();
      }
    }
    return together;
  }

  private static BitSet minutes(Observed one, long onset) {
    BitSet minutes = new BitSet();
    for (Act act : one.acts) {
      if (act.human() && act instanceof DefenderAct && act.time() > onset * 86_400_000L) {
        minutes.set((int) ((act.time() - onset * 86_400_000L) / 60_000L));
      }
    }
    return minutes;
  }

  /** Minutes from the first act on an employer's machine to the first malware. */
  private static double malwareAfter(Observed one) {
    long first = Long.MAX_VALUE;
    long found = Long.MAX_VALUE;
    for (Act act : one.acts) {
      if (act instanceof DefenderAct defender) {
        first = Math.min(first, act.time());
        if (defender.what() == DefenderAct.What.MALWARE) {
          found = Math.min(found, act.time());
        }
      }
    }
    return (found - first) / 60_000.0;
  }

  /** The largest transfer out, in medians. */
  private static double burst(Observed one) {
    List<Long> out =
        one.acts.stream()
            .filter(VpnAct.class::isInstance)
            .map(act -> ((VpnAct) act).bytesOut())
            .sorted()
            .toList();
    return out.isEmpty() ? 0 : out.getLast() / (double) out.get(out.size() / 2);
  }

  /** Roles and groups that one gave to others of the own circle. */
  private long grants(Observed one) {
    Set<Errand.Colleague> circle = new HashSet<>();
    circle(one).stream().map(other -> other.person).map(Person::colleague).forEach(circle::add);
    return one.acts.stream()
        .filter(act -> act instanceof OktaAct okta && circle.contains(okta.other()))
        .count();
  }

  /** Whether it is over within three days. */
  private static boolean brief(Observed one) {
    Planted planted = one.person.planted();
    return planted != null && planted.end() - planted.onset() <= 2;
  }

  /** Bins at exits and servers that no more than a handful of people use, one's circle apart. */
  int oddBins(Observed one) {
    int bins = 0;
    List<Observed> circle = circle(one);
    for (var entry : one.byLine.entrySet()) {
      Line line = entry.getKey();
      boolean exit = line.sort() == Line.Sort.COMMERCIAL_VPN || line.sort() == Line.Sort.HOSTING;
      long users =
          all.values().stream()
              .filter(other -> other == one || !circle.contains(other))
              .filter(
                  other ->
                      other.byLine.keySet().stream()
                          .anyMatch(used -> used.carrier().equals(line.carrier())))
              .count();
      if (exit && users <= 6) {
        bins += entry.getValue().cardinality();
      }
    }
    return bins;
  }

  /** How many people use one home's line on five days and more. */
  long sharers(Observed one) {
    return one.byLine.keySet().stream()
        .filter(line -> line.sort() == Line.Sort.HOME)
        .mapToLong(line -> all.values().stream().filter(other -> days(other, line) >= 5).count())
        .max()
        .orElse(0);
  }

  private static int days(Observed one, Line line) {
    Set<Long> days = new HashSet<>();
    for (Act act : one.acts) {
      Line used = Observed.line(act);
      if (used != null && used.key() == line.key()) {
        days.add(act.time() / 86_400_000L);
      }
    }
    return days.size();
  }

  static long afterEnd(Observed one, Predicate<Act> which) {
    if (one.person.end() == Long.MAX_VALUE) {
      return 0;
    }
    long grace = (one.person.end() + 2) * 86_400_000L;
    return one.acts.stream()
        .filter(which)
        .filter(act -> !(act instanceof OktaAct okta) || okta.word() != OktaAct.Word.DEACTIVATED)
        .filter(act -> act.time() > grace)
        .count();
  }

  /** Share of human bins between 20:00 and 06:00 of the claimed home's clock, after the onset. */
  private static double nightShare(Observed one) {
    Planted planted = one.person.planted();
    long onset = planted == null ? 0 : planted.onset();
    long night = 0;
    long all = 0;
    for (Act act : one.acts) {
      if (act.human() && act.time() > onset * 86_400_000L) {
        int hour = Instant.ofEpochMilli(act.time()).atZone(one.person.home().zone()).getHour();
        all++;
        night += hour >= 20 || hour < 6 ? 1 : 0;
      }
    }
    return night / (double) all;
  }

  /** Days with a program, a session or a box by which somebody elsewhere drives the machine. */
  private static long remoteDays(Observed one) {
    return one.acts.stream()
        .filter(act -> act instanceof DefenderAct process && remote(process))
        .map(act -> act.time() / 86_400_000L)
        .distinct()
        .count();
  }

  private static boolean remote(DefenderAct act) {
    String name = act.command();
    return Machines.PROGRAMS.contains(act.file())
        || act.what() == DefenderAct.What.REMOTE_LOGON
        || (act.what() == DefenderAct.What.PLUGGED
            && (name.contains("KVM")
                || name.equals("TinyPilot")
                || name.equals("Multifunction Composite Gadget")
                || name.equals("HID Keyboard Device")));
  }
}
