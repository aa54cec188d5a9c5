package dev.bonafide.engine;

import dev.bonafide.engine.Dossier.Bar;
import dev.bonafide.engine.Dossier.Cell;
import dev.bonafide.engine.Dossier.ClaimRow;
import dev.bonafide.engine.Dossier.Rhythm;
import dev.bonafide.engine.Dossier.Span;
import dev.bonafide.engine.Dossier.State;
import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.View;
import dev.bonafide.knowledge.Network;
import dev.bonafide.logbook.Bits;
import dev.bonafide.logbook.Facet;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Kind.Prior;
import dev.bonafide.model.Term;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Draws the pictures of one person over the review line from their pages. */
final class Dossiers {
  private static final int DAY = 86_400;

  /** Two acts this far apart are drawn as one span. */
  private static final long JOINED_MILLIS = 30 * 60_000L;

  /** So many lanes of each sort are drawn, the longest: eight in all can be looked at. */
  private static final int DEVICES = 4;

  private static final int SESSIONS = 3;
  private static final int VPNS = 1;

  /** Sessions shorter than this are not drawn. */
  private static final long LEAST_SESSION_MILLIS = 3_600_000L;

  private final View view;
  private final List<Evidence> counted;
  private final Set<String> silent;
  private final Map<String, Card> cards;
  private final int first;
  private final int last;

  /**
   * @param counted the evidence that the ledger shows
   * @param silent indicators that abstained
   */
  Dossiers(
      View view,
      List<Evidence> counted,
      Set<String> silent,
      Map<String, Card> cards,
      int first,
      int last) {
    this.view = view;
    this.counted = counted;
    this.silent = silent;
    this.cards = cards;
    this.first = first;
    this.last = last;
  }

  Dossier draw() {
    return new Dossier(view.person(), matrix(), rhythm(), bars(), first, last);
  }

  // --- claims against records ----------------------------------------------------------------

  /** What a row of the matrix is about: the mechanisms that contradict it. */
  private enum Subject {
    PLACE,
    HOURS,
    EMPLOYMENT;

    Set<Cause> causes() {
      return switch (this) {
        case PLACE -> EnumSet.of(Cause.PLACE_CLOCK, Cause.NETWORK);
        case HOURS -> EnumSet.noneOf(Cause.class);
        case EMPLOYMENT -> EnumSet.of(Cause.IDENTITY);
      };
    }
  }

  private List<ClaimRow> matrix() {
    Map<Subject, String> claims = new LinkedHashMap<>();
    Claim.Place place = view.place(last);
    if (place != null) {
      String zone = place.zone();
      claims.put(
          Subject.PLACE,
          "works from "
              + (place.city() != null
                  ? place.city()
                  : place.country() != null ? place.country() : "the claimed place")
              + (zone == null ? "" : ", " + zone));
    }
    Claim.Schedule schedule = view.schedule(last);
    if (schedule != null) {
      claims.put(
          Subject.HOURS,
          schedule.fromMinute() < 0
              ? "keeps declared hours, given in words"
              : "works " + clock(schedule.fromMinute()) + " to " + clock(schedule.toMinute()));
    }
    List<Claim.Employment> jobs = view.employment();
    if (!jobs.isEmpty()) {
      Claim.Employment job = jobs.getLast();
      claims.put(
          Subject.EMPLOYMENT,
          "is employed"
              + (job.fromDay() == Long.MIN_VALUE
                  ? ""
                  : " from " + LocalDate.ofEpochDay(job.fromDay()))
              + (job.toDay() == Long.MAX_VALUE ? "" : " to " + LocalDate.ofEpochDay(job.toDay())));
    }
    Set<Cause> claimed = EnumSet.noneOf(Cause.class);
    claims.keySet().forEach(subject -> claimed.addAll(subject.causes()));
    List<ClaimRow> rows = new ArrayList<>();
    claims.forEach((subject, words) -> rows.add(row(words, "HR record", subject.causes(), true)));
    // What nobody claimed can still be expected: whatever else was found stands in this row.
    Set<Cause> rest = EnumSet.allOf(Cause.class);
    rest.removeAll(claimed);
    rows.add(row("one person uses the accounts", "policy", rest, false));
    return rows;
  }

  private static String clock(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
  }

  private ClaimRow row(String claim, String source, Set<Cause> causes, boolean byHr) {
    List<Cell> cells = new ArrayList<>();
    for (String column : Dossier.COLUMNS) {
      Set<String> misfits = new TreeSet<>();
      for (Evidence e : counted) {
        if (e.millinats() > 0 && causes.contains(e.cause()) && columns(e).contains(column)) {
          misfits.add(e.id());
        }
      }
      cells.add(new Cell(state(column, causes, !misfits.isEmpty(), byHr), List.copyOf(misfits)));
    }
    return new ClaimRow(claim, source, cells);
  }

  private State state(String column, Set<Cause> causes, boolean misfit, boolean byHr) {
    if (misfit) {
      return State.MISFIT;
    }
    if (column.equals("HR")) {
      return byHr ? State.FITS : view.claims().isEmpty() ? State.NONE : State.SILENT;
    }
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (List<AccountDay> days : List.of(view.days(), view.machineDays())) {
      for (AccountDay day : days) {
        for (Kind kind : day.page().kinds()) {
          if (column(kind).equals(column) || column.equals("Devices of others")) {
            kinds.add(kind);
          }
        }
      }
    }
    if (kinds.isEmpty()) {
      return State.NONE;
    }
    boolean looked =
        cards.values().stream()
            .anyMatch(
                card ->
                    causes.contains(card.cause())
                        && !silent.contains(card.slug())
                        && (card.cause() == Cause.CO_LOCATION) == column.equals("Devices of others")
                        && card.needs().stream().anyMatch(kinds::contains));
    return looked ? State.FITS : State.SILENT;
  }

  /** In which columns the records stand on which an evidence rests. */
  private Set<String> columns(Evidence e) {
    if (e.cause() == Cause.CO_LOCATION) {
      return Set.of("Devices of others");
    }
    if (e.cause() == Cause.NETWORK) {
      return Set.of("Network");
    }
    Set<String> columns = new HashSet<>();
    for (Citation citation : e.citations()) {
      columns.add(citation instanceof Citation.OfAtom atom ? column(atom.kind()) : "HR");
    }
    return columns;
  }

  private static String column(Kind kind) {
    return switch (kind) {
      case VPN_SESSION, VPN_IN, VPN_OUT, VPN_FAILED, CONNECTION -> "Network";
      case DEVICE_LOGON,
          DEVICE_LOGON_REMOTE,
          DEVICE_LOGON_NETWORK,
          DEVICE_LOGON_FAILED,
          DEVICE_UNLOCK,
          DEVICE_LOCK,
          DEVICE_LOGOFF,
          DEVICE_ON,
          DEVICE_OFF,
          DEVICE_SLEEP,
          DEVICE_WAKE,
          DEVICE_SEEN,
          DEVICE_ENROLLED,
          PROCESS,
          PERIPHERAL,
          DISPLAY,
          SOFTWARE_INSTALLED,
          SOFTWARE_REMOVED,
          SCREEN_CAPTURED,
          VIRTUAL_CAMERA,
          MALWARE,
          LOG_CLEARED ->
          "Device";
      default -> "Sign-in";
    };
  }

  // --- the week ------------------------------------------------------------------------------

  private Rhythm rhythm() {
    ZoneId claimed = view.zone(last);
    ZoneId zone = claimed == null ? ZoneOffset.UTC : claimed;
    int[] weekdays = new int[7];
    LocalDate from = Instant.ofEpochSecond((long) first * DAY).atZone(zone).toLocalDate();
    LocalDate to = Instant.ofEpochSecond((last + 1L) * DAY - 1).atZone(zone).toLocalDate();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      weekdays[day.getDayOfWeek().getValue() - 1]++;
    }
    Set<Long> hours = new HashSet<>();
    int[][] active = new int[7][24];
    for (int day = first; day <= last; day++) {
      long[] bins = view.human(day);
      for (int bin = Bits.nextSet(bins, 0, Bits.BINS);
          bin < Bits.BINS;
          bin = Bits.nextSet(bins, bin + 1, Bits.BINS)) {
        ZonedDateTime local =
            Instant.ofEpochSecond((long) day * DAY + (long) bin * Bits.BIN_SECONDS).atZone(zone);
        if (hours.add(local.toLocalDate().toEpochDay() * 24 + local.getHour())) {
          active[local.getDayOfWeek().getValue() - 1][local.getHour()]++;
        }
      }
    }
    List<List<Integer>> shares = new ArrayList<>();
    for (int weekday = 0; weekday < 7; weekday++) {
      List<Integer> row = new ArrayList<>();
      for (int hour = 0; hour < 24; hour++) {
        row.add(
            weekdays[weekday] == 0
                ? 0
                : Math.min(1000, 1000 * active[weekday][hour] / weekdays[weekday]));
      }
      shares.add(row);
    }
    Claim.Schedule schedule = view.schedule(last);
    List<Integer> counts = new ArrayList<>();
    for (int weekday : weekdays) {
      counts.add(weekday);
    }
    return new Rhythm(
        zone.getId().equals("Z") ? "UTC" : zone.getId(),
        claimed != null,
        schedule == null ? -1 : schedule.fromMinute(),
        schedule == null ? -1 : schedule.toMinute(),
        shares,
        counts,
        words(active, hours.size(), claimed));
  }

  private String words(int[][] active, int hours, @Nullable ZoneId claimed) {
    if (hours == 0) {
      return "No activity that needed a hand was recorded.";
    }
    int[] byHour = new int[24];
    int weekend = 0;
    for (int weekday = 0; weekday < 7; weekday++) {
      for (int hour = 0; hour < 24; hour++) {
        byHour[hour] += active[weekday][hour];
        if (weekday >= DayOfWeek.SATURDAY.getValue() - 1) {
          weekend += active[weekday][hour];
        }
      }
    }
    // The shortest stretch of hours, around midnight too, that holds nine tenths of the activity.
    int bestFrom = 0;
    int bestLength = 24;
    for (int from = 0; from < 24; from++) {
      int sum = 0;
      for (int length = 1; length <= 24; length++) {
        sum += byHour[(from + length - 1) % 24];
        if (sum * 10 >= hours * 9) {
          if (length < bestLength) {
            bestFrom = from;
            bestLength = length;
          }
          break;
        }
      }
    }
    return String.format(
        Locale.ROOT,
        "Nine tenths of the activity lie in %d hours, %02d:00 to %02d:00 %s; %d %% of it on"
            + " weekends. %d days.",
        bestLength,
        bestFrom,
        (bestFrom + bestLength) % 24,
        claimed == null ? "UTC" : "of the claimed zone",
        Math.round(100.0 * weekend / hours),
        last - first + 1);
  }

  // --- devices and sessions ------------------------------------------------------------------

  /** A lane while it is drawn. */
  private static final class Lane {
    final List<Span> spans = new ArrayList<>();
    boolean signedOut;

    void add(long from, long to, @Nullable String egress) {
      if (!spans.isEmpty()) {
        Span before = spans.getLast();
        boolean same = egress == null || before.egress() == null || egress.equals(before.egress());
        if (same && from - before.toMilli() <= JOINED_MILLIS) {
          String known = before.egress() == null ? egress : before.egress();
          spans.set(
              spans.size() - 1,
              new Span(before.fromMilli(), Math.max(before.toMilli(), to), known));
          return;
        }
      }
      spans.add(new Span(from, to, egress));
    }

    long length() {
      return spans.stream().mapToLong(span -> span.toMilli() - span.fromMilli()).sum();
    }
  }

  private record Act(AccountDay day, int index, long from, long to) {}

  private List<Bar> bars() {
    List<Act> acts = new ArrayList<>();
    for (AccountDay day : view.days()) {
      if (day.day() >= first && day.day() <= last) {
        for (int i = 0; i < day.size(); i++) {
          acts.add(new Act(day, i, day.at(i) * 1000, day.until(i) * 1000 + 999));
        }
      }
    }
    acts.sort(Comparator.comparingLong(Act::from).thenComparingLong(Act::to));
    Map<Long, Lane> devices = new LinkedHashMap<>();
    Map<Long, Lane> sessions = new LinkedHashMap<>();
    Map<Long, Lane> vpns = new LinkedHashMap<>();
    for (Act act : acts) {
      AccountDay day = act.day();
      String egress = egress(day, act.index());
      Kind kind = day.page().kind(act.index());
      long device = view.device(day, act.index());
      if (device != Term.NONE && day.who(act.index()) == Prior.HUMAN) {
        lane(devices, device).add(act.from(), act.to(), egress);
      }
      long session = day.page().id(act.index(), Facet.SESSION);
      if (session != Term.NONE && session != Term.OTHER) {
        Lane lane = lane(sessions, session);
        lane.signedOut |= kind == Kind.SIGN_OUT || kind == Kind.DEVICE_LOGOFF;
        Span whole = lane.spans.isEmpty() ? null : lane.spans.getFirst();
        lane.spans.clear();
        lane.spans.add(
            new Span(
                whole == null ? act.from() : whole.fromMilli(),
                whole == null ? act.to() : Math.max(whole.toMilli(), act.to()),
                null));
      }
      if (kind == Kind.VPN_SESSION) {
        lane(vpns, device).add(act.from(), act.to(), egress);
      }
    }
    List<Bar> bars = new ArrayList<>();
    add(bars, devices, "device", DEVICES);
    sessions.values().removeIf(lane -> lane.length() < LEAST_SESSION_MILLIS);
    add(bars, sessions, "session", SESSIONS);
    add(bars, vpns, "vpn", VPNS);
    return bars;
  }

  private static Lane lane(Map<Long, Lane> lanes, long id) {
    return lanes.computeIfAbsent(id, i -> new Lane());
  }

  /** Lanes are numbered in the order of first use; only the longest are drawn. */
  private static void add(List<Bar> bars, Map<Long, Lane> lanes, String kind, int most) {
    Set<Lane> longest = new HashSet<>();
    lanes.values().stream()
        .sorted(Comparator.comparingLong(Lane::length).reversed())
        .limit(most)
        .forEach(longest::add);
    int number = 0;
    for (Lane lane : lanes.values()) {
      number++;
      if (longest.contains(lane)) {
        bars.add(
            new Bar(
                (kind.equals("vpn") ? "VPN" : kind) + " " + number,
                kind,
                List.copyOf(lane.spans),
                kind.equals("session") && !lane.signedOut));
      }
    }
  }

  private @Nullable String egress(AccountDay day, int i) {
    Network network = view.network(day, i);
    if (network == null) {
      return null;
    }
    return switch (network.egressClass()) {
      case HOME -> "home";
      case OFFICE -> "office";
      case CORP_VPN -> "corp";
      case COMMERCIAL_VPN, RESIDENTIAL_PROXY, RELAY -> "vpn";
      case HOSTING -> "host";
      case MOBILE -> "mobile";
      case UNKNOWN -> "unknown";
    };
  }
}
