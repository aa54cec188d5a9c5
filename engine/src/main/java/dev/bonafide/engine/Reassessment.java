package dev.bonafide.engine;

import dev.bonafide.assessment.Assessment;
import dev.bonafide.assessment.Assessor;
import dev.bonafide.assessment.Band;
import dev.bonafide.assessment.Line;
import dev.bonafide.assessment.Run;
import dev.bonafide.assessment.Subject;
import dev.bonafide.engine.Background.Document;
import dev.bonafide.model.Abstained;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Weight;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Weighs one person again from what outputs hold, without the evidence that somebody explained. It
 * never subtracts: the whole mixture is reckoned anew, so the ledger sums as it always does. The
 * review line stays where the run put it.
 */
public final class Reassessment {
  private static final long DAY_MILLIS = 86_400_000L;
  private static final long A_CAUSE = 1000;

  private final Assessor assessor;
  private final Run run;
  private final long lineMillinats;

  /**
   * @param cards of the catalogue that the run was made with
   * @param asOf close of the run's last day, as the findings say it
   */
  public Reassessment(Collection<Card> cards, Findings.Line line, String asOf) {
    this.assessor = new Assessor(cards);
    long lastDay = Instant.parse(asOf).toEpochMilli() / DAY_MILLIS - 1;
    this.run = Run.of(lastDay - Math.max(1, line.days()) + 1, lastDay, line.budget());
    this.lineMillinats = line.millinats();
  }

  /**
   * The person as they stand without some evidence.
   *
   * @param was the person as the run found them
   * @param evidence every revision of their evidence
   * @param explained ids of the evidence that counts no more
   */
  public Findings.Person person(
      Findings.Person was,
      List<EvidenceLine> evidence,
      List<Document> documents,
      Set<String> explained) {
    List<Evidence> counted =
        evidence.stream()
            .filter(line -> !explained.contains(line.id()))
            .map(Reassessment::evidence)
            .toList();
    Assessment now =
        assessor.assess(
            new Subject(
                was.id(),
                counted,
                documents.stream().map(Document::claim).toList(),
                was.abstained().stream()
                    .map(a -> new Abstained(a.indicator(), a.reason()))
                    .toList()),
            run,
            run.asOfDay());
    Band band = band(was, now);
    Explanation best = now.bestInnocent();
    Card check = now.nextCheck();
    Card.Stage stage = now.stage();
    return new Findings.Person(
        was.id(),
        was.hr(),
        now.millinats(),
        now.decibans(),
        now.score(),
        List.of(now.interval().lowDecibans(), now.interval().highDecibans()),
        band.slug(),
        band == Band.NONE ? null : was.firstSeen(),
        now.indicators(),
        now.direction().slug(),
        ledger(now, evidence),
        was.label(),
        stage == null ? null : stage.name().toLowerCase(Locale.ROOT),
        best == null ? null : new Findings.Innocent(best.slug(), best.text()),
        check == null ? null : new Findings.Check(check.nextCheck(), check.minutes()),
        was.blindSpots(),
        was.abstained());
  }

  /** Explaining can only take people off the list. */
  private Band band(Findings.Person was, Assessment now) {
    long causes = now.netByCause().values().stream().filter(net -> net >= A_CAUSE).count();
    if (was.band().equals(Band.NONE.slug()) || now.millinats() < lineMillinats || causes == 0) {
      return Band.NONE;
    }
    return now.hard() ? Band.URGENT : causes > 1 ? Band.REVIEW : Band.WATCH;
  }

  private static List<Findings.LedgerLine> ledger(Assessment now, List<EvidenceLine> evidence) {
    Map<String, EvidenceLine> byKey = new HashMap<>();
    evidence.forEach(e -> byKey.put(key(e.id(), e.millinats(), e.fact()), e));
    List<Findings.LedgerLine> lines = new ArrayList<>();
    for (Line line : now.ledger()) {
      EvidenceLine e =
          line.evidence() == null
              ? null
              : byKey.get(key(line.evidence(), line.millinats(), line.fact()));
      lines.add(
          new Findings.LedgerLine(
              line.sort().slug(),
              line.indicator(),
              line.cause() == null ? null : line.cause().slug(),
              line.evidence(),
              line.millinats(),
              Weight.decibans(line.millinats()),
              instant(line.fromMilli()),
              instant(line.toMilli()),
              line.direction() == null ? null : line.direction().slug(),
              line.fact(),
              e == null ? List.of() : e.refs()));
    }
    return lines;
  }

  private static String key(String id, long millinats, String fact) {
    return id + "\n" + millinats + "\n" + fact;
  }

  private static @Nullable String instant(@Nullable Long milli) {
    return milli == null ? null : Instant.ofEpochMilli(milli).toString();
  }

  private static Evidence evidence(EvidenceLine line) {
    long day = LocalDate.parse(line.day()).toEpochDay();
    long weighs = Instant.parse(line.weighs()).toEpochMilli() / DAY_MILLIS - 1;
    Map<Explanation, Integer> remaining = new EnumMap<>(Explanation.class);
    line.remaining()
        .forEach(
            (slug, left) ->
                remaining.put(named(Explanation.values(), Explanation::slug, slug), left));
    return new Evidence(
        line.id(),
        line.indicator(),
        line.person(),
        "",
        day,
        Math.toIntExact(24 * (weighs - day)),
        Instant.parse(line.from()).toEpochMilli(),
        Instant.parse(line.to()).toEpochMilli(),
        Math.toIntExact(line.millinats()),
        Math.toIntExact(line.sd()),
        named(Cause.values(), Cause::slug, line.cause()),
        named(Direction.values(), Direction::slug, line.direction()),
        line.hard(),
        line.fact(),
        // Where it stands is in its refs; nothing is looked up here.
        List.of(new Citation.OfRow(0)),
        remaining);
  }

  private static <T> T named(T[] all, Function<T, String> slug, String wanted) {
    return Arrays.stream(all)
        .filter(one -> slug.apply(one).equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a word of this version: " + wanted));
  }
}
