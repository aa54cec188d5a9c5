package dev.bonafide.simulator;

import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.vendor.Act;
import dev.bonafide.simulator.vendor.DefenderAct;
import dev.bonafide.simulator.vendor.EntraAct;
import dev.bonafide.simulator.vendor.GitHubAct;
import dev.bonafide.simulator.vendor.InstallAct;
import dev.bonafide.simulator.vendor.MeetingAct;
import dev.bonafide.simulator.vendor.OktaAct;
import dev.bonafide.simulator.vendor.PayrollAct;
import dev.bonafide.simulator.vendor.VpnAct;
import dev.bonafide.simulator.world.Line;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a simple eye sees of one person: bins of five minutes in which a hand caused a record. */
final class Observed {
  private static final long BIN = 300_000L;
  static final int DAY = 288;

  final Person person;
  final BitSet human = new BitSet();
  final Map<Long, BitSet> byMachine = new HashMap<>();
  final Map<String, BitSet> bySession = new HashMap<>();
  final Map<Line, BitSet> byLine = new HashMap<>();
  final List<Act> acts = new ArrayList<>();

  private Observed(Person person) {
    this.person = person;
  }

  /** Everybody of a company, by worker id. */
  static Map<String, Observed> everybody(WorksPlan plan, boolean keepActs) {
    Works works = new Works(plan);
    Map<String, Observed> all = new TreeMap<>();
    for (Person person : works.people()) {
      all.put(person.workerId(), new Observed(person));
    }
    long begin = plan.first() * 86_400_000L;
    works.acts(
        act -> {
          Person person = act.person();
          Observed one = person == null ? null : all.get(person.workerId());
          if (one != null) {
            one.add(act, (int) ((act.time() - begin) / BIN), keepActs);
          }
        });
    return all;
  }

  private void add(Act act, int bin, boolean keep) {
    if (keep) {
      acts.add(act);
    }
    if (!act.human()) {
      return;
    }
    human.set(bin);
    byMachine.computeIfAbsent(machine(act), key -> new BitSet()).set(bin);
    Line line = line(act);
    if (line != null) {
      byLine.computeIfAbsent(line, key -> new BitSet()).set(bin);
    }
    if (act instanceof OktaAct okta && okta.session() != null) {
      bySession.computeIfAbsent(okta.session(), key -> new BitSet()).set(bin);
    }
  }

  static long machine(Act act) {
    return switch (act) {
      case OktaAct okta -> okta.machine().number();
      case EntraAct entra -> entra.machine().number();
      case DefenderAct defender -> defender.machine().number();
      case VpnAct vpn -> vpn.machine().number();
      case GitHubAct code -> code.machine().number();
      case InstallAct install -> install.machine().number();
      case MeetingAct meeting -> meeting.machine().number();
      case PayrollAct pay -> pay.machine().number();
    };
  }

  static @Nullable Line line(Act act) {
    return switch (act) {
      case OktaAct okta -> okta.line();
      case EntraAct entra -> entra.line();
      case DefenderAct defender -> null;
      case VpnAct vpn -> vpn.line();
      case GitHubAct code -> code.line();
      case InstallAct install -> null;
      case MeetingAct meeting -> meeting.line();
      case PayrollAct pay -> pay.line();
    };
  }

  /** Longest stretch without a gap of five hours, hours. */
  double awake() {
    double longest = 0;
    int from = -1;
    int last = -1;
    for (int bin = human.nextSetBit(0); bin >= 0; bin = human.nextSetBit(bin + 1)) {
      if (from < 0 || bin - last > 60) {
        from = bin;
      }
      last = bin;
      longest = Math.max(longest, (last - from + 1) / 12.0);
    }
    return longest;
  }

  /** The longest gaps in the 36 hours around each noon, hours, shortest first. */
  List<Double> rests(int days) {
    List<Double> rests = new ArrayList<>();
    for (int day = 1; day < days - 1; day++) {
      int from = day * DAY - 72;
      int longest = 0;
      int run = 0;
      for (int bin = from; bin < from + 432; bin++) {
        run = human.get(bin) ? 0 : run + 1;
        longest = Math.max(longest, run);
      }
      rests.add(Math.min(24, longest / 12.0));
    }
    rests.sort(null);
    return rests;
  }

  /** Days on which hands were on two machines in one bin. */
  int joinedDays() {
    BitSet days = new BitSet();
    List<BitSet> machines = List.copyOf(byMachine.values());
    for (int one = 0; one < machines.size(); one++) {
      for (int two = one + 1; two < machines.size(); two++) {
        BitSet both = (BitSet) machines.get(one).clone();
        both.and(machines.get(two));
        both.stream().forEach(bin -> days.set(bin / DAY));
      }
    }
    return days.cardinality();
  }

  int bins(Line.Sort... sorts) {
    BitSet bins = new BitSet();
    byLine.forEach(
        (line, some) -> {
          if (List.of(sorts).contains(line.sort())) {
            bins.or(some);
          }
        });
    return bins.cardinality();
  }

  /** The longest session in which hands were at work on each day, days. */
  int longestSession() {
    int longest = 0;
    for (BitSet session : bySession.values()) {
      int run = 0;
      for (int day = session.nextSetBit(0) / DAY; day <= session.length() / DAY; day++) {
        run = session.get(day * DAY, (day + 1) * DAY).isEmpty() ? 0 : run + 1;
        longest = Math.max(longest, run);
      }
    }
    return longest;
  }
}
