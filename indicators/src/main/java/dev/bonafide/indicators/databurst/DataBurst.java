package dev.bonafide.indicators.databurst;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Course;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Indicator;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.indicators.View;
import dev.bonafide.indicators.Words;
import dev.bonafide.logbook.Deed;
import dev.bonafide.logbook.Facet;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Hash;
import dev.bonafide.model.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A week in which far more data moved than in the person's own weeks before, and more than hardly
 * any colleague of the same department moves in a month (detection.md 1.14, 1.15): bytes through
 * the VPN or uploaded, files, repositories. Amounts of people are over-dispersed, so the comparison
 * is one of ratios, with the largest week before.
 */
@AutoService(Indicator.class)
public final class DataBurst implements Indicator {
  private static final int WINDOW = 28;

  /** What goes out within a week belongs together, in one night or in five. */
  private static final int WEEK = 7;

  /** Days with such data before which nothing is known of what is usual. */
  private static final int USUAL = 8;

  /** Times the largest week before. */
  private static final int TIMES = 4;

  /** Days larger than any before within the week from which it is no accident. */
  private static final int DAYS = 3;

  /** Before the last day of employment, a month. */
  private static final int LEAVING = 30;

  /**
   * Judgement, under the cap of 2000 for data. Honest amounts have heavy tails: the weight grows
   * with the logarithm of the ratio, as it would if errands ten times as large were a quarter as
   * frequent.
   */
  private static final int WEIGHT = 500;

  private static final double GROWS = 600;
  private static final int MOST = 1700;

  /** Less is known of somebody with fewer such days before. */
  private static final int LITTLE_KNOWN = 20;

  private static final int LITTLE = 300;
  private static final int REPEATED = 400;
  private static final int LEAVES = 500;

  /** Read in bulk, packed, sent out within a day (detection.md 1.15). */
  private static final int STAGED = 700;

  /** Of somebody of whom no days before are known. */
  private static final int EARLY = 500;

  /**
   * How many of those who are looked for move as much in a month. Judgement: most of them do their
   * job. It bounds the weight by what colleagues do: one honest employee in sixty moves sensitive
   * data in a month (Cyberhaven 2022: 9.4 % in six months, more before they leave).
   */
  private static final double LOOKED_FOR = 0.05;

  /** Below that it is nothing to ask about. */
  private static final int LEAST = 200;

  private static final int SD = 400;

  /** Programs that pack or copy whole folders, by the names of their files. */
  private static final Set<String> PACKERS =
      Set.of(
          "7z",
          "7za",
          "7zfm",
          "7zg",
          "rar",
          "winrar",
          "tar",
          "zip",
          "gzip",
          "bsdtar",
          "makecab",
          "rclone",
          "robocopy",
          "winscp",
          "megasync",
          "megacmd");

  private static final Card CARD =
      new Card(
          "data-burst",
          "Far more data than in any week before",
          "Within a week at least four times as much as in the largest of the weeks before: bytes "
              + "through the company's VPN or uploaded, files downloaded, exported or opened to somebody "
              + "outside, or repositories cloned. It weighs more the larger it is, over several days, in the month before "
              + "employment ends, and when a program that packs files ran just before for the first "
              + "time in weeks; and never more than what is seldom among the colleagues of the same "
              + "department allows.",
          "Secureworks (October 2024) describes a contractor who took data almost at once and later "
              + "demanded money; Microsoft (April 2026) bulk downloads soon after access. Most "
              + "bursts are backups, new computers and hand-overs: this never raises a case alone.",
          Card.Stage.WORK,
          Cause.DATA,
          false,
          Set.of(
              Kind.VPN_IN,
              Kind.VPN_OUT,
              Kind.DOWNLOAD,
              Kind.UPLOAD,
              Kind.EXPORT,
              Kind.SHARED_OUTSIDE,
              Kind.CODE_CLONE,
              Kind.PROCESS),
          List.of(),
          56,
          0,
          45,
          Map.of(
              Explanation.HANDOVER, 250,
              Explanation.NEW_JOINER, 300,
              Explanation.DEVICE_REPLACED, 300,
              Explanation.AUTOMATION, 400,
              Explanation.IT_SUPPORT, 500,
              Explanation.TAKEN_OVER, 400),
          "The person's own weeks before: the same amount from somebody who moves as much every week, "
              + "or whose department does, says nothing.",
          "Ask the manager whether a migration, a backup or a hand-over explains that week, and "
              + "where the data went.",
          10,
          List.of("T1567", "T1213"));

  /**
   * What is added up.
   *
   * @param least of a week
   */
  private record Flow(Deed deed, long least, boolean early, String words) {}

  private static final List<Flow> FLOWS =
      List.of(
          new Flow(Deed.RECEIVED, 10_000_000_000L, false, "received through the VPN"),
          new Flow(Deed.SENT, 10_000_000_000L, true, "sent through the VPN"),
          new Flow(Deed.UPLOADED, 10_000_000_000L, true, "uploaded"),
          new Flow(Deed.FILES, 200, false, "downloads, uploads and exports"),
          new Flow(Deed.REPOSITORIES, 15, true, "repositories cloned"),
          new Flow(Deed.SHARED, 20, false, "files opened to somebody outside"));

  @Override
  public Card card() {
    return CARD;
  }

  /** One flow on one day. */
  private static final class Total {
    long amount;

    /** The most of one account: what books of colleagues hold. */
    long page;

    @Nullable Act first;
    @Nullable Act last;
  }

  @Override
  public Outcome evaluate(View view, Days range) {
    boolean any = false;
    boolean known = false;
    List<Evidence> evidence = new ArrayList<>();
    for (Flow flow : FLOWS) {
      NavigableMap<Integer, Total> days = totals(view, flow);
      any |= !days.isEmpty();
      known |= days.size() > USUAL;
      tell(view, range, flow, days, evidence);
    }
    if (!any) {
      return Outcome.kept(CARD, "no record of amounts of data: VPN sessions with bytes would show");
    }
    return known || !evidence.isEmpty()
        ? new Outcome.Spoke(evidence)
        : Outcome.kept(CARD, "too few days to know what is usual");
  }

  private static NavigableMap<Integer, Total> totals(View view, Flow flow) {
    TreeMap<Integer, Total> days = new TreeMap<>();
    for (AccountDay on : view.days()) {
      if (Collections.disjoint(on.page().kinds(), flow.deed.kinds())) {
        continue;
      }
      Total total = days.computeIfAbsent(on.day(), d -> new Total());
      long amount = flow.deed.of(on.page());
      total.amount += amount;
      total.page = Math.max(total.page, amount);
      for (int i = 0; i < on.size(); i++) {
        if (flow.deed.kinds().contains(on.page().kind(i))) {
          Act act = new Act(on, i);
          total.first =
              total.first == null || Act.ORDER.compare(act, total.first) < 0 ? act : total.first;
          total.last =
              total.last == null || Act.ORDER.compare(act, total.last) > 0 ? act : total.last;
        }
      }
    }
    return days;
  }

  private static void tell(
      View view,
      Days range,
      Flow flow,
      NavigableMap<Integer, Total> days,
      List<Evidence> evidence) {
    Course course =
        new Course(CARD, view.person(), Episode.of("flow", Hash.of(flow.deed.name())), WINDOW);
    for (int day : days.keySet()) {
      NavigableMap<Integer, Total> week = days.subMap(day - WEEK + 1, true, day, true);
      NavigableMap<Integer, Total> before = days.subMap(day - 2 * WINDOW, true, day - WEEK, true);
      long amount = sum(week);
      if (amount < flow.least) {
        continue;
      }
      long most = before.size() < USUAL ? 0 : largestWeek(before);
      List<Total> heavy = heavy(flow, week, before);
      int volume =
          before.size() < USUAL
              ? early(view, flow, heavy, day)
              : own(flow, amount, most, before, heavy);
      if (volume == 0) {
        continue;
      }
      boolean repeated = heavy.size() >= DAYS;
      double habit = habit(view, flow, week, heavy, day);
      volume = (int) Math.min(volume, 1000 * StrictMath.log(LOOKED_FOR / habit));
      if (volume < LEAST) {
        continue;
      }
      boolean leaves = leaves(view, day);
      Act packed = packed(view, day);
      int weight = volume + (leaves ? LEAVES : 0) + (packed == null ? 0 : STAGED);
      Episode episode = course.step(day, weight);
      if (episode != null && range.contains(day)) {
        String fact =
            "Within a week "
                + size(flow, amount)
                + " "
                + flow.words
                + (repeated ? ", on " + Words.count(heavy.size(), "day") : "")
                + (before.size() < USUAL
                    ? "; no weeks before are known"
                    : "; the most in any week of "
                        + Words.count(before.size(), "day")
                        + " before was "
                        + size(flow, most))
                + "; so much is moved in a month by about one colleague in "
                + Math.round(1 / habit)
                + (packed == null ? "" : "; a program that packs files ran for the first time")
                + (leaves ? ". Employment ends within a month." : ".");
        evidence.add(revision(view, episode, week, day, weight, leaves, packed, fact));
      }
    }
  }

  private static long sum(Map<Integer, Total> days) {
    return days.values().stream().mapToLong(total -> total.amount).sum();
  }

  private static long largestWeek(NavigableMap<Integer, Total> days) {
    long most = 0;
    for (int day : days.keySet()) {
      most = Math.max(most, sum(days.subMap(day - WEEK + 1, true, day, true)));
    }
    return most;
  }

  /**
   * The days of a week that are larger than any before it, and no small ones; the largest first.
   */
  private static List<Total> heavy(
      Flow flow, NavigableMap<Integer, Total> week, NavigableMap<Integer, Total> before) {
    long most = before.values().stream().mapToLong(total -> total.amount).max().orElse(0);
    return week.values().stream()
        .filter(total -> total.amount > most && total.amount >= flow.least / WEEK)
        .sorted(Comparator.comparingLong((Total total) -> -total.page))
        .toList();
  }

  private static int own(
      Flow flow, long amount, long most, Map<Integer, Total> before, List<Total> heavy) {
    double times = (double) amount / Math.max(most, flow.least / TIMES);
    if (times < TIMES) {
      return 0;
    }
    double weight =
        (before.size() < LITTLE_KNOWN ? LITTLE : WEIGHT) + GROWS * StrictMath.log(times / TIMES);
    return (int) Math.min(MOST, weight + (heavy.size() >= DAYS ? REPEATED : 0));
  }

  /**
   * Somebody who joined lately, of whom no weeks before are known: a new computer fetches much, but
   * sends little out.
   */
  private static int early(View view, Flow flow, List<Total> heavy, int day) {
    return flow.early && heavy.size() >= DAYS && joined(view, day) ? EARLY : 0;
  }

  private static boolean joined(View view, int day) {
    for (Claim.Employment job : view.employment()) {
      if (job.fromDay() <= day && job.fromDay() > day - WINDOW) {
        return true;
      }
    }
    return false;
  }

  /** How often colleagues have as large a day, or as many of them. */
  private static double habit(
      View view, Flow flow, Map<Integer, Total> week, List<Total> heavy, int day) {
    boolean repeated = heavy.size() >= DAYS;
    long page =
        repeated
            ? heavy.get(DAYS - 1).page
            : week.values().stream().mapToLong(total -> total.page).max().orElse(0);
    int level = Math.max(flow.deed.leastLevel(), flow.deed.level(page));
    return view.habit(flow.deed, level, repeated ? DAYS : 1, day);
  }

  /**
   * A program that packs files, run on the day of the burst or the day before, where none ran in
   * the four weeks before; null when there is none.
   */
  private static @Nullable Act packed(View view, int day) {
    Act first = null;
    for (List<AccountDay> pages : List.of(view.days(), view.machineDays())) {
      for (AccountDay on : pages) {
        if (on.day() <= day - WINDOW
            || on.day() > day
            || !on.page().kinds().contains(Kind.PROCESS)) {
          continue;
        }
        for (int i = 0; i < on.size(); i++) {
          if (on.page().kind(i) == Kind.PROCESS
              && packs(view.around().text(on.page().id(i, Facet.DETAIL1)))) {
            Act act = new Act(on, i);
            first = first == null || Act.ORDER.compare(act, first) < 0 ? act : first;
          }
        }
      }
    }
    return first != null && first.on().day() >= day - 1 ? first : null;
  }

  private static boolean packs(@Nullable String program) {
    if (program == null) {
      return false;
    }
    String path = program.toLowerCase(Locale.ROOT);
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    int end = 0;
    while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != ' ') {
      end++;
    }
    return PACKERS.contains(name.substring(0, end));
  }

  private static boolean leaves(View view, int day) {
    for (Claim.Employment job : view.employment()) {
      if (job.toDay() != Long.MAX_VALUE && day >= job.toDay() - LEAVING && day <= job.toDay() + 1) {
        return true;
      }
    }
    return false;
  }

  private static Evidence revision(
      View view,
      Episode episode,
      NavigableMap<Integer, Total> week,
      int day,
      int weight,
      boolean leaves,
      @Nullable Act packed,
      String fact) {
    Act first = week.firstEntry().getValue().first;
    Act last = week.lastEntry().getValue().last;
    List<Citation> cited = new ArrayList<>();
    for (Act act : new Act[] {first, packed, last}) {
      if (act != null) {
        cited.add(act.cite());
      }
    }
    return episode.revision(
        day,
        first == null ? day * 86_400L : first.at(),
        last == null ? day * 86_400L : last.at(),
        new Episode.Weighed(weight, SD),
        leaves || view.activeDays(day - 2 * WINDOW, day - 1) < LITTLE_KNOWN
            ? Direction.SUBJECT
            : Direction.POSSIBLE_VICTIM,
        fact,
        cited);
  }

  private static String size(Flow flow, long amount) {
    return flow.deed.bytes()
        ? String.format(Locale.ROOT, "%.1f GB", amount / 1e9)
        : String.valueOf(amount);
  }
}
