package dev.bonafide.indicators.sharedthing;

import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Use;
import dev.bonafide.indicators.View;
import dev.bonafide.indicators.Whereabouts;
import dev.bonafide.knowledge.EgressClass;
import dev.bonafide.knowledge.Network;
import dev.bonafide.logbook.Bits;
import dev.bonafide.logbook.Thing;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One home line from which several workers work, day after day, as their main base (detection.md
 * 1.11). Two on one line happen by chance in every larger company and among couples; three
 * unrelated ones hardly ever, unless they share an office: so many people, an office's network, a
 * second base in the evening, or a claimed place where the line is all take the weight away.
 */
final class SharedLine {
  /** Days on which both must have used it: addresses pass from customer to customer. */
  private static final int DAYS = 3;

  /** People on one day from which an address is an office, whatever its network is called. */
  private static final int OFFICE = 6;

  /** The same as a share of all people: one in so many. */
  private static final int OFFICE_SHARE = 10;

  /** Never more than this, however large the company. */
  private static final int HUB = 64;

  /**
   * Help desks and new computers put nobody on another's line; a household of three colleagues is
   * rare.
   */
  private static Map<Explanation, Integer> shares(boolean group) {
    return Map.of(
        Explanation.HOUSEHOLD,
        group ? 600 : 200,
        Explanation.IT_SUPPORT,
        900,
        Explanation.PAIR_WORK,
        group ? 900 : 500,
        Explanation.DEVICE_REPLACED,
        1000);
  }

  /** Share of a computer's acts on fixed lines, in percent, that makes a line its base. */
  private static final int BASE = 80;

  /** Equality of an address alone is at most 0.7 nat (DESIGN section 5). */
  private static final Episode.Weighed PAIR = new Episode.Weighed(500, 400);

  private static final Episode.Weighed PAIR_ELSEWHERE = new Episode.Weighed(700, 400);
  private static final Episode.Weighed PAIR_AT_HOME = new Episode.Weighed(200, 300);

  /**
   * Three and more with no other base. By chance 0.004 triples in a company of 1,000 in a country
   * with 200,000 lines (detection.md 1.11): what is weighed against is small offices, judgement.
   */
  private static final Episode.Weighed GROUP = new Episode.Weighed(2000, 900);

  private static final Episode.Weighed GROUP_ELSEWHERE = new Episode.Weighed(3000, 900);
  private static final Episode.Weighed GROUP_AT_HOME = new Episode.Weighed(500, 500);

  private SharedLine() {}

  static void tell(View view, Days range, List<Evidence> evidence) {
    List<Use> lines = new ArrayList<>();
    for (Use address : view.addresses()) {
      if (address.size() >= DAYS && everHome(view, address)) {
        lines.add(address);
      }
    }
    for (Use line : lines) {
      Sharing.tell(
          view,
          range,
          line,
          new Thing(Thing.Sort.EGRESS, line.id()),
          false,
          (on, i) -> view.line(on, i) == line.id(),
          (company, day) -> grade(view, line, company, day),
          evidence);
    }
  }

  private static Sharing.Grade grade(View view, Use line, Company company, int day) {
    int people = company.sameDay(DAYS);
    Network network = line.network(line.indexOf(day));
    if (people == 0 || network == null) {
      return Sharing.Grade.NOTHING;
    }
    if (!view.mayBeHome(line, line.indexOf(day))) {
      return Sharing.Grade.harmless("Records call the line an exit, a gateway or a carrier's");
    }
    if (office(view, company, day) || view.egressClass(network, day) == EgressClass.OFFICE) {
      return Sharing.Grade.harmless("So many workers use the line that it is an office's");
    }
    if (base(view, line, day) < BASE) {
      return Sharing.Grade.harmless("This worker shares a line, but has another base");
    }
    boolean group = people >= 2;
    Whereabouts place = view.whereabouts(line, line.indexOf(day));
    Episode.Weighed weight =
        switch (place) {
          case UNKNOWN -> group ? GROUP : PAIR;
          case FAR -> group ? GROUP_ELSEWHERE : PAIR_ELSEWHERE;
          case NEAR -> group ? GROUP_AT_HOME : PAIR_AT_HOME;
        };
    int millinats = weight.millinats();
    if (perhapsAFirm(network)) {
      // Several hires of one agency may well sit in its office.
      millinats /= throughAgency(view, day) ? 4 : 2;
    }
    return new Sharing.Grade(
        new Episode.Weighed(millinats, weight.sd(), shares(group)),
        "This worker and "
            + Sharing.others(people)
            + " without a declared tie worked from one home line on the same days"
            + switch (place) {
              case UNKNOWN -> "";
              case FAR -> ", which records place elsewhere than claimed";
              case NEAR -> ", which lies where this worker claims to be";
            });
  }

  private static boolean everHome(View view, Use address) {
    for (int i = 0; i < address.size(); i++) {
      if (view.mayBeHome(address, i)) {
        return true;
      }
    }
    return false;
  }

  /** A network that names itself and stands in no list may as well be a firm's as a provider's. */
  private static boolean perhapsAFirm(Network network) {
    return network.egressClass() == EgressClass.UNKNOWN && !network.operator().isEmpty();
  }

  private static boolean throughAgency(View view, int day) {
    for (Claim.Employment job : view.employment()) {
      if (job.agency() != null && job.fromDay() <= day && day <= job.toDay()) {
        return true;
      }
    }
    return false;
  }

  private static boolean office(View view, Company company, int day) {
    int everybody = view.around().people(day);
    int crowd = company.everybody();
    return crowd > HUB || crowd >= Math.max(OFFICE, everybody / OFFICE_SHARE);
  }

  /**
   * How much of the work of the computers that stand on the line within 28 days came from it, in
   * percent of the five-minute bins from any fixed line. A visitor's computer has its base
   * elsewhere; a hosted one never leaves the shelf, whatever its operator uses beside it. Where no
   * record names the computer, all acts count.
   */
  private static int base(View view, Use line, int day) {
    TreeMap<Long, long[]> computers = new TreeMap<>();
    for (int on = day - Company.WINDOW + 1; on <= day; on++) {
      if (line.indexOf(on) >= 0) {
        for (AccountDay page : view.on(on)) {
          for (int i = 0; i < page.size(); i++) {
            if (view.line(page, i) == line.id()) {
              computers.put(view.device(page, i), new long[2]);
            }
          }
        }
      }
    }
    if (computers.size() > 1) {
      // What no record names may be a telephone on any other line.
      computers.remove(Term.NONE);
    }
    for (int on = day - Company.WINDOW + 1; on <= day; on++) {
      count(view, line, on, computers);
    }
    long here = 0;
    long anywhere = 0;
    for (long[] counts : computers.values()) {
      here += counts[0];
      anywhere += counts[1];
    }
    return anywhere == 0 ? 0 : (int) (100 * here / anywhere);
  }

  /** Adds one day's bins of each computer: on the line, and on any fixed line. */
  private static void count(View view, Use line, int day, Map<Long, long[]> computers) {
    TreeMap<Long, long[][]> bins = new TreeMap<>();
    for (AccountDay on : view.on(day)) {
      for (int i = 0; i < on.size(); i++) {
        long computer = view.device(on, i);
        if (!computers.containsKey(computer)) {
          continue;
        }
        Network network = view.network(on, i);
        if (network != null && network.egressClass().fixed()) {
          long[][] of =
              bins.computeIfAbsent(computer, c -> new long[][] {Bits.empty(), Bits.empty()});
          int bin = Bits.bin(on.page().second(i));
          of[1][bin >>> 6] |= 1L << bin;
          if (view.line(on, i) == line.id()) {
            of[0][bin >>> 6] |= 1L << bin;
          }
        }
      }
    }
    bins.forEach(
        (computer, of) -> {
          long[] counts = Objects.requireNonNull(computers.get(computer));
          counts[0] += Bits.count(of[0]);
          counts[1] += Bits.count(of[1]);
        });
  }
}
