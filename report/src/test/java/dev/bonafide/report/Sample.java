package dev.bonafide.report;

import dev.bonafide.engine.Dossier;
import dev.bonafide.engine.Dossier.Bar;
import dev.bonafide.engine.Dossier.Cell;
import dev.bonafide.engine.Dossier.ClaimRow;
import dev.bonafide.engine.Dossier.Rhythm;
import dev.bonafide.engine.Dossier.Span;
import dev.bonafide.engine.Dossier.State;
import dev.bonafide.engine.Findings;
import dev.bonafide.engine.Findings.Abstention;
import dev.bonafide.engine.Findings.Account;
import dev.bonafide.engine.Findings.BlindSpot;
import dev.bonafide.engine.Findings.Check;
import dev.bonafide.engine.Findings.Cluster;
import dev.bonafide.engine.Findings.Innocent;
import dev.bonafide.engine.Findings.LedgerLine;
import dev.bonafide.engine.Findings.Line;
import dev.bonafide.engine.Findings.Person;
import dev.bonafide.engine.Findings.Ref;
import dev.bonafide.engine.Quality;
import dev.bonafide.engine.Quality.AccountsReport;
import dev.bonafide.engine.Quality.Count;
import dev.bonafide.engine.Quality.FileReport;
import dev.bonafide.model.Weight;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invented run of an invented company, small enough to be written by hand and with everything
 * that a page can show.
 */
public final class Sample {
  private static final long DAY = 86_400_000L;
  private static final long LAST = LocalDate.of(2026, 3, 30).toEpochDay();
  private static final long FIRST = LAST - 29;
  private static final String JUNIPER = "p-juniper234567";
  private static final String MARL = "p-marl234567abc";

  private Sample() {}

  public static Findings findings() {
    List<Person> people =
        List.of(
            person(
                JUNIPER,
                "Juniper 418",
                "review",
                "subject",
                List.of(
                    prior(),
                    line(
                        "setting",
                        null,
                        null,
                        null,
                        921,
                        "Remote, hired through an agency less than a year ago (a setting of this run)"),
                    evidence(
                        "marathon-activity",
                        "rhythm",
                        "a1",
                        5000,
                        21,
                        25,
                        "81 hours of human activity without a rest of five hours, 4 sources."),
                    evidence(
                        "concurrent-use",
                        "operator",
                        "a2",
                        3200,
                        12,
                        29,
                        "On 6 of 21 working days two computers were used in the same minutes, from two home lines 410 km apart."),
                    evidence(
                        "shared-thing",
                        "co-location",
                        "a3",
                        3900,
                        2,
                        29,
                        "One sign-in factor serves this account and one other worker's."),
                    line(
                        "decay",
                        null,
                        "co-location",
                        null,
                        -210,
                        "What lies back counts less the older it is"),
                    evidence(
                        "egress-misfit",
                        "network",
                        "a4",
                        1500,
                        3,
                        28,
                        "A commercial VPN that nobody else here uses, on 18 of 21 working days."),
                    evidence(
                        "egress-misfit",
                        "network",
                        "a5",
                        600,
                        9,
                        11,
                        "A data centre address, on 2 days."),
                    line(
                        "discount",
                        null,
                        "network",
                        null,
                        -360,
                        "Evidence of one cause (network path) repeats itself: each further one counts less"),
                    evidence(
                        "own-device",
                        "identity",
                        "a6",
                        -700,
                        1,
                        29,
                        "The assigned laptop unlocks with its own security key on 20 of 21 days."),
                    line(
                        "innocent",
                        null,
                        null,
                        null,
                        -2431,
                        "Innocent explanations, above all: a private VPN or relay, used for privacy")),
                new Innocent("privacy-vpn", "a private VPN or relay, used for privacy"),
                new Check("A ten-minute call from the company laptop, with IT on the line", 10),
                -1.2,
                17.9),
            person(
                MARL,
                "Marl 207",
                "watch",
                "possible-victim",
                List.of(
                    prior(),
                    evidence(
                        "open-session",
                        "operator",
                        "b1",
                        3100,
                        18,
                        29,
                        "One session stayed in use for 11 days from two networks, across 7 lockouts."),
                    line(
                        "innocent",
                        null,
                        null,
                        null,
                        -640,
                        "Innocent explanations, above all: somebody else took over the account")),
                new Innocent(
                    "taken-over", "somebody else took over the account: protect the worker first"),
                new Check(
                    "Ask the worker by phone which sessions are theirs, then end the others", 5),
                -30.2,
                -17.4),
            person(
                "p-tansy234567ab",
                "Tansy 582",
                "none",
                "subject",
                List.of(
                    prior(),
                    evidence(
                        "egress-misfit",
                        "network",
                        "c1",
                        900,
                        5,
                        28,
                        "A relay that four others here use too."),
                    line(
                        "innocent",
                        null,
                        null,
                        null,
                        -410,
                        "Innocent explanations, above all: a private VPN or relay, used for privacy")),
                new Innocent("privacy-vpn", "a private VPN or relay, used for privacy"),
                new Check("Ask whether the relay is on by habit", 2),
                -35.1,
                -30.2),
            person(
                "p-basalt234567a",
                "Basalt 114",
                "none",
                "subject",
                List.of(prior()),
                null,
                null,
                -34.8,
                -34.8));
    return new Findings(
        new Findings.Run(
            "0.1.0",
            "7c1e90ab",
            "analyze logs --people hr.csv --budget 25 --out OUT",
            "2026-03-31T00:00:00Z",
            List.of(),
            4180),
        people,
        List.of(new Account("p-svc234567abcd", "okta", "service account: the row says so", 18_204)),
        List.of(),
        List.of(
            new Cluster(
                "c1",
                "operator",
                List.of(JUNIPER, MARL),
                2900,
                List.of("One sign-in factor serves both"))),
        new Line(25, people.size(), 30, 2, people.get(1).millinats()));
  }

  public static List<Dossier> dossiers() {
    List<ClaimRow> matrix =
        List.of(
            new ClaimRow(
                "lives in Fernside, UTC\u22125 in winter",
                "HR record",
                List.of(fits(), silent(), misfit("a4", "a5"), none(), fits())),
            new ClaimRow(
                "works 09:00 to 17:30",
                "HR record",
                List.of(misfit("a1"), misfit("a1"), silent(), none(), silent())),
            new ClaimRow(
                "one person uses the account",
                "policy",
                List.of(misfit("a2"), misfit("a2"), silent(), misfit("a3"), silent())));
    List<List<Integer>> active = new ArrayList<>();
    for (int day = 0; day < 7; day++) {
      List<Integer> hours = new ArrayList<>();
      for (int hour = 0; hour < 24; hour++) {
        int away = Math.min(Math.abs(hour - 1), Math.abs(hour - 25));
        hours.add(
            day > 4 ? (hour == 22 ? 250 : 0) : hour == 9 ? 500 : Math.max(0, 1000 - 180 * away));
      }
      active.add(hours);
    }
    return List.of(
        new Dossier(
            JUNIPER,
            matrix,
            new Rhythm(
                "America/New_York",
                true,
                540,
                1050,
                active,
                List.of(5, 4, 4, 4, 4, 4, 4),
                "Activity runs from 21:00 to 05:00 of the claimed zone on working days; within the claimed hours only 09:00 to 10:00 shows. 30 days, 4 sources."),
            List.of(
                new Bar("device 1", "device", days(FIRST, 30, 13, 9, "home"), false),
                new Bar("device 2", "device", days(FIRST + 10, 19, 15, 6, "home"), false),
                new Bar("session 1", "session", List.of(span(3, 4, 12, 9, null)), false),
                new Bar("session 2", "session", List.of(span(20, 1, 29, 20, null)), true),
                new Bar("VPN 1", "vpn", days(FIRST + 2, 26, 2, 7, "vpn"), false),
                new Bar(
                    "VPN 2",
                    "vpn",
                    List.of(span(9, 3, 9, 9, "host"), span(11, 3, 11, 8, "host")),
                    false)),
            FIRST,
            LAST),
        new Dossier(
            MARL,
            List.of(),
            new Rhythm(
                "UTC",
                false,
                -1,
                -1,
                active,
                List.of(1, 1, 1, 0, 0, 0, 0),
                "Three days are too few."),
            List.of(new Bar("session 1", "session", List.of(span(18, 1, 29, 20, null)), true)),
            FIRST,
            LAST));
  }

  public static Quality quality() {
    return new Quality(
        "2026-03-31T00:00:00Z",
        "UTC",
        List.of(
            new FileReport(
                "logs/okta.ndjson.gz",
                88_201_117,
                "okta, NDJSON",
                null,
                402_117,
                398_004,
                List.of(new Count("no meaning for us: app.generic", 4_100, List.of())),
                List.of(new Count("published: expected an instant", 13, List.of(17L, 902L))),
                "2026-03-01T00:00:04Z",
                "2026-03-30T23:58:11Z",
                40L,
                0L,
                List.of(),
                List.of(),
                0),
            new FileReport(
                "logs/notes.txt",
                311,
                null,
                "no log that is known: plain prose",
                0,
                0,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                0),
            new FileReport(
                "hr.csv",
                18_204,
                "hr-workers, CSV",
                null,
                120,
                360,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                List.of("shoe size"),
                List.of("nationality"),
                0)),
        new AccountsReport(124, 121, 1, 1, 2, 3),
        List.of(
            new BlindSpot("Declared schedules", List.of("rhythm-misfit", "marathon-activity")),
            new BlindSpot("Meetings", List.of("camera-never", "meeting-latency")),
            new BlindSpot("Payroll changes", List.of("pay-redirected"))),
        List.of(),
        List.of("1 account was matched to a worker by its login alone: it is shown as inferred."));
  }

  // --- building blocks -------------------------------------------------------------------------

  private static Person person(
      String id,
      String label,
      String band,
      String direction,
      List<LedgerLine> ledger,
      @Nullable Innocent innocent,
      @Nullable Check check,
      double low,
      double high) {
    long sum = ledger.stream().mapToLong(LedgerLine::millinats).sum();
    boolean over = !band.equals("none");
    return new Person(
        id,
        true,
        sum,
        Weight.decibans(sum),
        Weight.probability(sum),
        List.of(low, high),
        band,
        over ? "2026-03-22T00:00:00Z" : null,
        ledger.stream()
            .map(LedgerLine::indicator)
            .filter(i -> i != null)
            .distinct()
            .sorted()
            .toList(),
        direction,
        ledger,
        label,
        over ? "work" : null,
        innocent,
        check,
        over ? List.of(new BlindSpot("Meetings", List.of("camera-never"))) : List.of(),
        over ? List.of(new Abstention("rhythm-misfit", "no declared schedule")) : List.of());
  }

  private static LedgerLine prior() {
    return line("prior", null, null, null, -8006, "Before any record is looked at: 1 in 3,000");
  }

  private static LedgerLine evidence(
      String indicator, String cause, String id, long millinats, int from, int to, String fact) {
    return new LedgerLine(
        "evidence",
        indicator,
        cause,
        id,
        millinats,
        Weight.decibans(millinats),
        Instant.ofEpochMilli((FIRST + from) * DAY + 8 * 3_600_000L).toString(),
        Instant.ofEpochMilli((FIRST + to) * DAY + 17 * 3_600_000L + 60_000L).toString(),
        id.startsWith("b") ? "possible-victim" : "subject",
        fact,
        List.of(
            new Ref(
                "8d0c1f7e4410a77e0be1f2d46f17ac09d2401b6e9a62e7c07be1509d51be02aa",
                "logs/okta.ndjson.gz",
                48_211L,
                null),
            new Ref(
                "51be02aa8d0c1f7e4410a77e0be1f2d46f17ac09d2401b6e9a62e7c07be1509d",
                "logs/vpn.csv",
                null,
                9_917L)));
  }

  private static LedgerLine line(
      String line,
      @Nullable String indicator,
      @Nullable String cause,
      @Nullable String evidence,
      long millinats,
      String fact) {
    return new LedgerLine(
        line,
        indicator,
        cause,
        evidence,
        millinats,
        Weight.decibans(millinats),
        null,
        null,
        null,
        fact,
        List.of());
  }

  private static Cell fits() {
    return new Cell(State.FITS, List.of());
  }

  private static Cell silent() {
    return new Cell(State.SILENT, List.of());
  }

  private static Cell none() {
    return new Cell(State.NONE, List.of());
  }

  private static Cell misfit(String... evidence) {
    return new Cell(State.MISFIT, List.of(evidence));
  }

  private static List<Span> days(long first, int count, int hour, int hours, String egress) {
    List<Span> spans = new ArrayList<>();
    for (long day = first; day < first + count; day++) {
      if (LocalDate.ofEpochDay(day).getDayOfWeek().getValue() <= 5) {
        long from = day * DAY + hour * 3_600_000L;
        spans.add(new Span(from, from + hours * 3_600_000L, egress));
      }
    }
    return spans;
  }

  private static Span span(
      int fromDay, int fromHour, int toDay, int toHour, @Nullable String egress) {
    return new Span(
        (FIRST + fromDay) * DAY + fromHour * 3_600_000L,
        (FIRST + toDay) * DAY + toHour * 3_600_000L,
        egress);
  }
}
