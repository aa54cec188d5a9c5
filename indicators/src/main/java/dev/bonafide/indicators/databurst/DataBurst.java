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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A day on which far more data moved than on the person's own days before (detection.md 1.15):
 * bytes through the VPN, files, repositories. Counts of people are over-dispersed, so the
 * comparison is on logarithms and with the largest day before.
 */
@AutoService(Indicator.class)
public final class DataBurst implements Indicator {
  private static final int WINDOW = 28;
  private static final int RECENT = 14;

  /** Days with such data before which nothing is known of what is usual. */
  private static final int USUAL = 8;

  /** Standard deviations of the logarithm, the least of these, and times the largest day before. */
  private static final double Z = 3;

  private static final double LEAST_SD = 0.6;
  private static final int TIMES = 4;

  /** Days of it within two weeks from which it is no accident. */
  private static final int DAYS = 3;

  /** Before the last day of employment, a month. */
  private static final int LEAVING = 30;

  /**
   * Judgement, under the cap of 2000 for data: one employee in ten moves sensitive data within half
   * a year, and nearly twice as many in the weeks before they leave (Cyberhaven 2022).
   */
  private static final int WEIGHT = 600;

  /** Less is known of somebody with fewer such days before. */
  private static final int LITTLE_KNOWN = 20;

  private static final int LITTLE = 400;
  private static final int REPEATED = 500;
  private static final int LEAVES = 500;

  /** Read in bulk, packed, sent out within a day (detection.md 1.15). */
  private static final int STAGED = 700;

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
          "Far more data than on any day before",
          "On one day at least four times as much as on the largest of the days before, and far "
              + "outside their spread: bytes through the company's VPN, files downloaded or exported, "
              + "or repositories cloned. It weighs more when it repeats, in the month before "
              + "employment ends, and when a program that packs files ran just before for the "
              + "first time in weeks.",
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
          "The person's own days before: the same amount from somebody who moves as much every week "
              + "says nothing.",
          "Ask the manager whether a migration, a backup or a hand-over explains that day, and where "
              + "the data went.",
          10,
          List.of("T1567", "T1213"));

  /** What is added up. */
  private enum Flow {
    BYTES_IN(5_000_000_000L, "received through the VPN"),
    BYTES_OUT(5_000_000_000L, "sent through the VPN"),
    FILES(100, "downloads, uploads and exports"),
    REPOSITORIES(15, "repositories cloned");

    private final long least;
    private final String words;

    Flow(long least, String words) {
      this.least = least;
      this.words = words;
    }
  }

  @Override
  public Card card() {
    return CARD;
  }

  /** One flow on one day. */
  private static final class Total {
    long amount;
    final Set<Long> objects = new HashSet<>();
    @Nullable Act first;
    @Nullable Act last;
  }

  @Override
  public Outcome evaluate(View view, Days range) {
    Map<Flow, NavigableMap<Integer, Total>> flows = new TreeMap<>();
    for (AccountDay on : view.days()) {
      if (moves(on)) {
        add(on, flows);
      }
    }
    if (flows.isEmpty()) {
      return Outcome.kept(CARD, "no record of amounts of data: VPN sessions with bytes would show");
    }
    List<Evidence> evidence = new ArrayList<>();
    boolean known = false;
    for (Map.Entry<Flow, NavigableMap<Integer, Total>> flow : flows.entrySet()) {
      known |= flow.getValue().size() > USUAL;
      tell(view, range, flow.getKey(), flow.getValue(), evidence);
    }
    return known
        ? new Outcome.Spoke(evidence)
        : Outcome.kept(CARD, "too few days to know what is usual");
  }

  private static boolean moves(AccountDay on) {
    for (Kind kind : on.page().kinds()) {
      if (flow(kind) != null) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Flow flow(Kind kind) {
    if (kind == Kind.VPN_IN) {
      return Flow.BYTES_IN;
    }
    if (kind == Kind.VPN_OUT) {
      return Flow.BYTES_OUT;
    }
    if (kind == Kind.DOWNLOAD || kind == Kind.UPLOAD || kind == Kind.EXPORT) {
      return Flow.FILES;
    }
    return kind == Kind.CODE_CLONE ? Flow.REPOSITORIES : null;
  }

  private static void add(AccountDay on, Map<Flow, NavigableMap<Integer, Total>> flows) {
    for (int i = 0; i < on.size(); i++) {
      Flow flow = flow(on.page().kind(i));
      if (flow == null || on.page().copy(i)) {
        continue;
      }
      Total total =
          flows
              .computeIfAbsent(flow, f -> new TreeMap<>())
              .computeIfAbsent(on.day(), d -> new Total());
      switch (flow) {
        case BYTES_IN, BYTES_OUT -> total.amount += on.page().amount(i);
        case FILES -> total.amount++;
        case REPOSITORIES ->
            total.amount += total.objects.add(on.page().id(i, Facet.DETAIL1)) ? 1 : 0;
      }
      Act act = new Act(on, i);
      total.first =
          total.first == null || Act.ORDER.compare(act, total.first) < 0 ? act : total.first;
      total.last = total.last == null || Act.ORDER.compare(act, total.last) > 0 ? act : total.last;
    }
  }

  private static void tell(
      View view,
      Days range,
      Flow flow,
      NavigableMap<Integer, Total> days,
      List<Evidence> evidence) {
    TreeMap<Integer, Long> usual = new TreeMap<>();
    TreeMap<Integer, Total> bursts = new TreeMap<>();
    Course course =
        new Course(CARD, view.person(), Episode.of("flow", Hash.of(flow.name())), WINDOW);
    for (Map.Entry<Integer, Total> entry : days.entrySet()) {
      int day = entry.getKey();
      Total total = entry.getValue();
      Map<Integer, Long> before = usual.subMap(day - 2 * WINDOW, true, day, false);
      if (total.amount < flow.least || before.size() < USUAL || !burst(total.amount, before)) {
        usual.put(day, total.amount);
        continue;
      }
      bursts.put(day, total);
      Map<Integer, Total> recent = bursts.subMap(day - RECENT + 1, true, day, true);
      boolean leaves = leaves(view, day);
      Act packed = packed(view, day);
      int weight =
          (before.size() < LITTLE_KNOWN ? LITTLE : WEIGHT)
              + (recent.size() >= DAYS ? REPEATED : 0)
              + (leaves ? LEAVES : 0)
              + (packed == null ? 0 : STAGED);
      Episode episode = course.step(day, weight);
      if (episode != null && range.contains(day)) {
        evidence.add(revision(view, episode, flow, recent, before, day, weight, leaves, packed));
      }
    }
  }

  private static boolean burst(long amount, Map<Integer, Long> before) {
    double sum = 0;
    double squares = 0;
    long most = 0;
    for (long usual : before.values()) {
      double log = StrictMath.log1p((double) usual);
      sum += log;
      squares += log * log;
      most = Math.max(most, usual);
    }
    int n = before.size();
    double mean = sum / n;
    double sd = StrictMath.sqrt(Math.max(0, squares / n - mean * mean));
    return amount >= TIMES * most
        && StrictMath.log1p((double) amount) - mean >= Z * Math.max(LEAST_SD, sd);
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
      Flow flow,
      Map<Integer, Total> recent,
      Map<Integer, Long> before,
      int day,
      int weight,
      boolean leaves,
      @Nullable Act packed) {
    List<Citation> cited = new ArrayList<>();
    Act first = null;
    Act last = null;
    long amount = 0;
    for (Total total : recent.values()) {
      amount += total.amount;
      first = first == null ? total.first : first;
      last = total.last;
    }
    for (Act act : new Act[] {first, packed, last}) {
      if (act != null) {
        cited.add(act.cite());
      }
    }
    long most = 0;
    for (long usual : before.values()) {
      most = Math.max(most, usual);
    }
    return episode.revision(
        day,
        first == null ? day * 86_400L : first.at(),
        last == null ? day * 86_400L : last.at(),
        new Episode.Weighed(weight, SD),
        leaves || view.activeDays(day - 56, day - 1) < 20
            ? Direction.SUBJECT
            : Direction.POSSIBLE_VICTIM,
        "On "
            + Words.count(recent.size(), "day")
            + " within two weeks "
            + size(flow, amount)
            + " "
            + flow.words
            + "; the most on any of "
            + Words.count(before.size(), "day")
            + " before was "
            + size(flow, most)
            + (packed == null ? "" : "; a program that packs files ran for the first time")
            + (leaves ? ". Employment ends within a month." : "."),
        cited);
  }

  private static String size(Flow flow, long amount) {
    return flow == Flow.BYTES_IN || flow == Flow.BYTES_OUT
        ? String.format(Locale.ROOT, "%.1f GB", amount / 1e9)
        : String.valueOf(amount);
  }
}
