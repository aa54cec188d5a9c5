package dev.bonafide.indicators.sharedthing;

import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Use;
import dev.bonafide.indicators.View;
import dev.bonafide.knowledge.EgressClass;
import dev.bonafide.knowledge.Network;
import dev.bonafide.logbook.Facet;
import dev.bonafide.logbook.Thing;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

  /** Share of the person's own acts on fixed lines, in percent, that makes a line their base. */
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

  /** Where the record places the line, next to where the worker claims to be. */
  private enum Place {
    UNKNOWN,
    AS_CLAIMED,
    ELSEWHERE
  }

  private SharedLine() {}

  static void tell(View view, Days range, List<Evidence> evidence) {
    List<Use> lines = new ArrayList<>();
    for (Use address : view.addresses()) {
      if (address.size() >= DAYS) {
        lines.add(address);
      }
    }
    for (Use line : lines) {
      Sharing.tell(
          view,
          range,
          line,
          new Thing(Thing.Sort.EGRESS, line.id()),
          (on, i) -> on.page().id(i, Facet.EGRESS) == line.id(),
          (company, day) -> grade(view, line, company, day),
          evidence);
    }
  }

  private static Sharing.Grade grade(View view, Use line, Company company, int day) {
    int people = company.sameDay(DAYS);
    Network network = line.network(line.indexOf(day));
    if (people == 0 || !home(network)) {
      return Sharing.Grade.NOTHING;
    }
    if (office(view, company, day)) {
      return Sharing.Grade.harmless("So many workers use the line that it is an office's");
    }
    if (base(view, line, day) < BASE) {
      return Sharing.Grade.harmless("This worker shares a line, but has another base");
    }
    boolean group = people >= 2;
    Place place = place(view.place(day), network);
    Episode.Weighed weight =
        switch (place) {
          case UNKNOWN -> group ? GROUP : PAIR;
          case ELSEWHERE -> group ? GROUP_ELSEWHERE : PAIR_ELSEWHERE;
          case AS_CLAIMED -> group ? GROUP_AT_HOME : PAIR_AT_HOME;
        };
    return new Sharing.Grade(
        weight,
        "This worker and "
            + Sharing.others(people)
            + " without a declared tie worked from one home line on the same days"
            + switch (place) {
              case UNKNOWN -> "";
              case ELSEWHERE -> ", which records place elsewhere than claimed";
              case AS_CLAIMED -> ", which lies where this worker claims to be";
            });
  }

  private static boolean home(@Nullable Network network) {
    return network != null
        && (network.egressClass() == EgressClass.HOME
            || network.egressClass() == EgressClass.UNKNOWN);
  }

  private static boolean office(View view, Company company, int day) {
    int everybody = view.around().people(day);
    int crowd = company.everybody();
    return crowd > HUB || crowd >= Math.max(OFFICE, everybody / OFFICE_SHARE);
  }

  /**
   * The line's share, in percent, of the bins in which the person acted by hand from any fixed line
   * within 28 days.
   */
  private static int base(View view, Use line, int day) {
    int here = 0;
    int anywhere = 0;
    for (Use address : view.addresses()) {
      for (int i = 0; i < address.size(); i++) {
        if (address.day(i) > day - Company.WINDOW && address.day(i) <= day) {
          Network network = address.network(i);
          if (network == null || network.egressClass().fixed()) {
            int bins = address.humanBins(i);
            anywhere += bins;
            here += address.id() == line.id() ? bins : 0;
          }
        }
      }
    }
    return anywhere == 0 ? 0 : 100 * here / anywhere;
  }

  /** Compared by country, then by city, and only where both name one. */
  private static Place place(Claim.@Nullable Place claimed, @Nullable Network network) {
    if (claimed == null || network == null) {
      return Place.UNKNOWN;
    }
    Boolean country = same(claimed.country(), network.statement().country());
    Boolean city = same(claimed.city(), network.statement().city());
    if (Boolean.TRUE.equals(city)) {
      return Place.AS_CLAIMED;
    }
    // Countries are written as codes or names: only two codes can differ.
    boolean codes =
        claimed.country() != null
            && claimed.country().length() == 2
            && network.statement().country() != null
            && network.statement().country().length() == 2;
    if (Boolean.FALSE.equals(country) && codes) {
      return Place.ELSEWHERE;
    }
    return Boolean.FALSE.equals(city) ? Place.ELSEWHERE : Place.UNKNOWN;
  }

  private static @Nullable Boolean same(@Nullable String a, @Nullable String b) {
    return (a == null || b == null)
        ? null
        : Boolean.valueOf(a.toLowerCase(Locale.ROOT).equals(b.toLowerCase(Locale.ROOT)));
  }
}
