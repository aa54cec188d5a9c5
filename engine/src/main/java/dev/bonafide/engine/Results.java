package dev.bonafide.engine;

import dev.bonafide.assessment.Assessment;
import dev.bonafide.assessment.Band;
import dev.bonafide.assessment.Line;
import dev.bonafide.engine.Analysis.Found;
import dev.bonafide.engine.Analysis.Subjected;
import dev.bonafide.engine.Findings.Ref;
import dev.bonafide.engine.applications.Recruitment;
import dev.bonafide.engine.applications.ScreeningFindings.Document;
import dev.bonafide.engine.directory.Directory;
import dev.bonafide.engine.directory.Directory.Standing;
import dev.bonafide.engine.intake.Fault;
import dev.bonafide.engine.intake.Intake.ContentRead;
import dev.bonafide.engine.intake.Tally;
import dev.bonafide.engine.intake.Walk;
import dev.bonafide.engine.privacy.Vault;
import dev.bonafide.hiring.Applicant;
import dev.bonafide.logbook.Tiles;
import dev.bonafide.model.Abstained;
import dev.bonafide.model.Card;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Weight;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run, as it is written.
 *
 * @param findings without the run's own block, which only the caller knows
 * @param background what weighs and draws everybody again, without names
 * @param links who is tied to whom; the clusters of the findings are theirs
 * @param assessed whether anybody could be assessed at all
 * @param faults our own faults on single records
 * @param lines line ends read
 * @param shown a path as outputs may show it
 */
public record Results(
    Findings findings,
    List<EvidenceLine> evidence,
    Quality quality,
    List<Dossier> dossiers,
    List<Background> background,
    Vault vault,
    Links links,
    boolean assessed,
    long lines,
    List<Fault> faults,
    List<Walk.PassedOver> passedOver,
    UnaryOperator<String> shown) {

  /** A command with these settings, with paths as outputs may show them. */
  public String command(String name, Analysis.Settings settings) {
    StringBuilder command = new StringBuilder(name);
    settings.paths().forEach(path -> command.append(' ').append(shown.apply(path.toString())));
    command.append(" --budget ").append(settings.budget());
    command.append(" --tz ").append(settings.zone().getId());
    if (settings.from() != null) {
      command.append(" --from ").append(settings.from());
    }
    if (settings.to() != null) {
      command.append(" --to ").append(settings.to());
    }
    if (settings.custody()) {
      command.append(" --custody");
    }
    if (settings.reveal()) {
      command.append(" --reveal");
    }
    return command.toString();
  }

  /** The findings with the block that says which run this was. */
  public Results ofRun(String command, long elapsedMs) {
    Findings.Run run = findings.bonafide();
    Findings.Run named =
        new Findings.Run(
            run.version(), run.catalogueHash(), command, run.asOf(), run.inputs(), elapsedMs);
    Findings all =
        new Findings(
            named,
            findings.people(),
            findings.accounts(),
            findings.applicants(),
            findings.clusters(),
            findings.reviewLine());
    return new Results(
        all,
        evidence,
        quality,
        dossiers,
        background,
        vault,
        links.ofRun(command, elapsedMs),
        assessed,
        lines,
        faults,
        passedOver,
        shown);
  }

  static Results of(Found found, Set<String> words) {
    return new Maker(found, words).make();
  }

  /** The close of a UTC epoch day. */
  static String close(long day) {
    return Instant.ofEpochSecond((day + 1) * 86_400).toString();
  }

  private static final class Maker {
    private final Found found;
    private final Map<String, String> labels;
    private final BlindSpots blind;

    Maker(Found found, Set<String> words) {
      this.found = found;
      this.labels =
          found.pseudonyms().labels(found.people().stream().map(Subjected::id).toList(), words);
      this.blind = BlindSpots.of(found);
    }

    Results make() {
      Links links = links();
      Findings findings =
          new Findings(
              new Findings.Run(
                  Version.NUMBER,
                  found.catalogue().hash(),
                  "",
                  close(found.run().asOfDay()),
                  inputs(),
                  0),
              found.people().stream().map(this::person).toList(),
              accounts(),
              applicants(),
              links.forFindings(),
              new Findings.Line(
                  found.line().budget(),
                  found.line().people(),
                  found.line().days(),
                  found.line().alerts(),
                  found.line().millinats()));
      List<Walk.PassedOver> passedOver = new ArrayList<>(found.walk().passedOver());
      passedOver.addAll(unread());
      List<Dossier> dossiers = found.dossiers().stream().map(this::shown).toList();
      return new Results(
          findings,
          found.people().stream().flatMap(this::evidence).toList(),
          quality(passedOver),
          dossiers,
          background(dossiers),
          vault(),
          links,
          !found.people().isEmpty(),
          found.intake().read().stream().mapToLong(read -> read.tally().lines()).sum(),
          found.intake().faults(),
          passedOver,
          found.paths()::shown);
    }

    private Links links() {
      Map<String, String> shown = new HashMap<>();
      Map<String, Subjected> byId = new HashMap<>();
      for (Subjected one : found.people()) {
        shown.put(one.person().key(), shownId(one));
        byId.put(shownId(one), one);
      }
      List<Linking.Member> members = new ArrayList<>();
      for (Subjected one : found.people()) {
        members.add(
            new Linking.Member(
                shownId(one),
                labels.getOrDefault(one.id(), one.id()),
                one.person().hr(),
                one.subject().evidence(),
                Linking.Papers.of(one.person().claims()),
                Linking.relatives(
                    one.person().claims(),
                    worker -> shown.get(found.organisation().directory().resolve(worker))),
                one.traces()));
      }
      Linking linking =
          new Linking(
              members,
              (id, without) -> {
                Subjected one = byId.get(id);
                return one == null
                    ? new TreeMap<>()
                    : Linking.hands(found.organisation().view(one.person()), without);
              },
              applications(shown),
              found.pseudonyms()::thing);
      return Links.of(
          new Links.Run(Version.NUMBER, "", close(found.run().asOfDay()), 0),
          linking.persons(),
          linking.rhythm(),
          found.judgements());
    }

    /** Who applied; two applications of one person are one, and a worker's are the worker's. */
    private List<Linking.Application> applications(Map<String, String> shown) {
      Map<String, String> ids = new TreeMap<>();
      List<Linking.Application> applications = new ArrayList<>();
      for (Applicant applicant : found.applicants().applicants()) {
        String worker = shown.get(found.hired().getOrDefault(applicant.id(), ""));
        String id =
            found.settings().reveal()
                ? applicant.id()
                : found.pseudonyms().applicant(applicant.id());
        applications.add(
            new Linking.Application(
                worker != null ? worker : ids.computeIfAbsent(applicant.person(), p -> id),
                applicant));
      }
      return applications;
    }

    private String shownId(Subjected one) {
      return found.settings().reveal() ? Census.named(one.person()) : one.id();
    }

    private String shown(String path) {
      return found.paths().shown(path);
    }

    private Dossier shown(Dossier dossier) {
      Map<String, String> ids = new HashMap<>();
      found.people().forEach(one -> ids.put(one.id(), shownId(one)));
      return dossier.of(ids.getOrDefault(dossier.id(), dossier.id()), found.pseudonyms()::evidence);
    }

    // --- findings ----------------------------------------------------------------------------

    private Findings.Person person(Subjected one) {
      Assessment a = one.assessment();
      Card.Stage stage = a.stage();
      Explanation best = a.bestInnocent();
      Card check = a.nextCheck();
      return new Findings.Person(
          shownId(one),
          one.person().hr(),
          a.millinats(),
          a.decibans(),
          a.score(),
          List.of(a.interval().lowDecibans(), a.interval().highDecibans()),
          found.line().band(one.id()).slug(),
          one.firstSeen() < 0 ? null : close(one.firstSeen()),
          a.indicators(),
          a.direction().slug(),
          ledger(one),
          labels.getOrDefault(one.id(), one.id()),
          stage == null ? null : stage.name().toLowerCase(Locale.ROOT),
          best == null ? null : new Findings.Innocent(best.slug(), best.text()),
          check == null ? null : new Findings.Check(check.nextCheck(), check.minutes()),
          blind.of(one),
          one.subject().abstained().stream()
              .map(why -> new Findings.Abstention(why.indicator(), why.reason()))
              .sorted(
                  Comparator.comparing(Findings.Abstention::indicator)
                      .thenComparing(Findings.Abstention::reason))
              .toList());
    }

    private List<Findings.LedgerLine> ledger(Subjected one) {
      Map<String, Evidence> evidence = new HashMap<>();
      for (Evidence e : one.subject().evidence()) {
        evidence.merge(key(e.id(), e.fact(), e.millinats()), e, (x, y) -> x);
      }
      List<Findings.LedgerLine> lines = new ArrayList<>();
      for (Line line : one.assessment().ledger()) {
        String id = line.evidence();
        Evidence e = id == null ? null : evidence.get(key(id, line.fact(), line.millinats()));
        if (id != null && e == null) {
          throw new IllegalStateException("a ledger line without its evidence: " + id);
        }
        lines.add(
            new Findings.LedgerLine(
                line.sort().slug(),
                line.indicator(),
                line.cause() == null ? null : line.cause().slug(),
                id == null ? null : found.pseudonyms().evidence(id),
                line.millinats(),
                Weight.decibans(line.millinats()),
                instant(line.fromMilli()),
                instant(line.toMilli()),
                line.direction() == null ? null : line.direction().slug(),
                line.fact(),
                e == null ? List.of() : refs(e)));
      }
      return lines;
    }

    private static String key(String id, String fact, long millinats) {
      return id + "\n" + millinats + "\n" + fact;
    }

    private static @Nullable String instant(@Nullable Long milli) {
      return milli == null ? null : Instant.ofEpochMilli(milli).toString();
    }

    /** The places of an evidence's records. One that can't be found is our own fault, and loud. */
    private List<Ref> refs(Evidence e) {
      List<Ref> refs = new ArrayList<>();
      for (Citation citation : e.citations()) {
        Ref ref = found.refs().get(citation);
        if (ref == null) {
          throw new IllegalStateException(
              "evidence of "
                  + e.indicator()
                  + " cites a record that is in no input: "
                  + (citation instanceof Citation.OfAtom atom
                      ? atom.kind() + " on day " + atom.day() + " at second " + atom.second()
                      : "a row"));
        }
        refs.add(ref);
      }
      return refs.stream().sorted(Comparator.comparing(Ref::sha256)).distinct().toList();
    }

    private Stream<EvidenceLine> evidence(Subjected one) {
      return one.subject().evidence().stream()
          .sorted(
              Comparator.comparing(Evidence::indicator)
                  .thenComparing(e -> found.pseudonyms().evidence(e.id()))
                  .thenComparing(Evidence::day)
                  .thenComparing(Evidence::toMilli)
                  .thenComparing(Evidence::millinats)
                  .thenComparing(Evidence::fact))
          .map(
              e ->
                  new EvidenceLine(
                      found.pseudonyms().evidence(e.id()),
                      shownId(one),
                      e.indicator(),
                      e.cause().slug(),
                      LocalDate.ofEpochDay(e.day()).toString(),
                      close(e.day() + (e.hoursAhead() + 23) / 24),
                      Instant.ofEpochMilli(e.fromMilli()).toString(),
                      Instant.ofEpochMilli(e.toMilli()).toString(),
                      e.millinats(),
                      Weight.decibans(e.millinats()),
                      e.sd(),
                      e.direction().slug(),
                      e.hard(),
                      e.fact(),
                      remaining(e),
                      refs(e)));
    }

    private static Map<String, Integer> remaining(Evidence e) {
      Map<String, Integer> remaining = new TreeMap<>();
      e.remaining().forEach((explanation, left) -> remaining.put(explanation.slug(), left));
      return remaining;
    }

    /** What weighs and draws people again, in the order of the findings. */
    private List<Background> background(List<Dossier> shown) {
      Map<String, Dossier> dossiers = new HashMap<>();
      shown.forEach(dossier -> dossiers.put(dossier.id(), dossier));
      return found.people().stream()
          .map(
              one ->
                  Background.of(shownId(one), one.subject().claims(), dossiers.get(shownId(one))))
          .toList();
    }

    private List<Findings.Account> accounts() {
      List<Findings.Account> accounts = new ArrayList<>();
      found
          .organisation()
          .directory()
          .standings()
          .forEach(
              (account, standing) -> {
                if (standing == Standing.SERVICE
                    || standing == Standing.UNMATCHED
                    || standing == Standing.CONFLICT) {
                  accounts.add(
                      new Findings.Account(
                          accountId(account),
                          Tiles.source(account),
                          standing.words(),
                          found.organisation().kept().getOrDefault(account, 0L)));
                }
              });
      accounts.sort(Comparator.comparing(Findings.Account::id));
      return accounts;
    }

    private List<Findings.Applicant> applicants() {
      Map<String, String> people = new HashMap<>();
      found.people().forEach(one -> people.put(one.person().key(), shownId(one)));
      return found.applied().stream()
          .map(
              one ->
                  new Findings.Applicant(
                      applicationId(one.application().id()),
                      one.assessment().millinats(),
                      one.assessment().indicators(),
                      one.application().worker() == null
                          ? null
                          : people.get(one.application().worker())))
          .sorted(Comparator.comparing(Findings.Applicant::id))
          .toList();
    }

    private String applicationId(String id) {
      return found.settings().reveal() ? id : found.pseudonyms().application(id);
    }

    /** What neither a log source nor the hiring room could read. */
    private List<Walk.PassedOver> unread() {
      Recruitment recruitment = found.recruitment();
      List<Walk.PassedOver> unread = new ArrayList<>();
      for (Walk.PassedOver passed : found.intake().passedOver()) {
        if (recruitment.document(passed.shown()) == null) {
          unread.add(passed);
        }
      }
      for (Document document : recruitment.documents().values()) {
        if (document.why() != null) {
          unread.add(new Walk.PassedOver(document.path(), document.bytes(), document.why()));
        }
      }
      return unread;
    }

    private String accountId(String account) {
      return found.settings().reveal() ? account : found.pseudonyms().account(account);
    }

    private List<Findings.Input> inputs() {
      List<Findings.Input> inputs = new ArrayList<>();
      for (ContentRead read : found.intake().read()) {
        Tally tally = read.tally();
        inputs.add(
            new Findings.Input(
                shown(read.content().shown()),
                tally.bytes(),
                read.content().source() + ", " + read.content().shape(),
                tally.records(),
                tally.rejectedCount(),
                found.hashes().get(read.content().path())));
      }
      for (Document document : found.recruitment().documents().values()) {
        if (document.kind() != null) {
          inputs.add(
              new Findings.Input(
                  shown(document.path()), document.bytes(), document.kind(), 1, 0, null));
        }
      }
      for (Walk.PassedOver passed : unread()) {
        inputs.add(new Findings.Input(shown(passed.shown()), passed.bytes(), null, 0, 0, null));
      }
      inputs.sort(Comparator.comparing(Findings.Input::path));
      return inputs;
    }

    // --- quality -----------------------------------------------------------------------------

    private Quality quality(List<Walk.PassedOver> passedOver) {
      List<Quality.FileReport> files = new ArrayList<>();
      for (ContentRead read : found.intake().read()) {
        files.add(file(read));
      }
      for (Walk.PassedOver passed : passedOver) {
        files.add(file(passed.shown(), passed.bytes(), null, why(passed.why())));
      }
      for (Document document : found.recruitment().documents().values()) {
        if (document.kind() != null) {
          files.add(file(document.path(), document.bytes(), document.kind(), null));
        }
      }
      files.sort(Comparator.comparing(Quality.FileReport::path));
      return new Quality(
          close(found.run().asOfDay()),
          found.settings().zone().getId(),
          files,
          accountsReport(),
          blind.all(),
          abstentions(),
          notes());
    }

    /** A file of which there are no records to count. */
    private Quality.FileReport file(
        String path, long bytes, @Nullable String recognised, @Nullable String why) {
      return new Quality.FileReport(
          shown(path),
          bytes,
          recognised,
          why,
          recognised == null ? 0 : 1,
          0,
          List.of(),
          List.of(),
          null,
          null,
          null,
          null,
          List.of(),
          List.of(),
          0);
    }

    /** A reason may name another path. */
    private String why(String why) {
      String same = "the same as ";
      int end = why.lastIndexOf(", which is read");
      return why.startsWith(same) && end > 0
          ? same + shown(why.substring(same.length(), end)) + why.substring(end)
          : why;
    }

    private Quality.FileReport file(ContentRead read) {
      Tally tally = read.tally();
      long late = tally.latenessSeconds();
      long skew = tally.skewSeconds();
      return new Quality.FileReport(
          shown(read.content().shown()),
          tally.bytes(),
          read.content().source() + ", " + read.content().shape(),
          null,
          tally.records(),
          tally.events(),
          counts(tally.ignored()),
          counts(tally.rejected()),
          tally.events() == 0 ? null : Instant.ofEpochMilli(tally.firstMilli()).toString(),
          tally.events() == 0 ? null : Instant.ofEpochMilli(tally.lastMilli()).toString(),
          late < 0 ? null : late,
          skew < 0 ? null : skew,
          List.copyOf(tally.notPlaced()),
          List.copyOf(tally.notRead()),
          tally.idsMade());
    }

    private static List<Quality.Count> counts(Map<String, Tally.Count> counts) {
      List<Quality.Count> all = new ArrayList<>();
      counts.forEach(
          (reason, count) -> {
            List<Long> lines = new ArrayList<>();
            for (long line : count.lines()) {
              lines.add(line);
            }
            all.add(new Quality.Count(reason, count.count(), lines));
          });
      return all;
    }

    private Quality.AccountsReport accountsReport() {
      Map<Standing, Integer> by = new TreeMap<>();
      found
          .organisation()
          .directory()
          .standings()
          .values()
          .forEach(s -> by.merge(s, 1, Integer::sum));
      ToIntFunction<Standing> count = standing -> by.getOrDefault(standing, 0);
      return new Quality.AccountsReport(
          found.organisation().directory().standings().size() - count.applyAsInt(Standing.DEVICE),
          count.applyAsInt(Standing.MATCHED),
          count.applyAsInt(Standing.INFERRED),
          count.applyAsInt(Standing.SERVICE),
          count.applyAsInt(Standing.UNMATCHED) + count.applyAsInt(Standing.CONFLICT),
          (int)
              found.organisation().directory().people().stream()
                  .filter(person -> person.hr() && person.accounts().isEmpty())
                  .count());
    }

    private List<Quality.Abstentions> abstentions() {
      Map<Abstained, Integer> people =
          new TreeMap<>(
              Comparator.comparing(Abstained::indicator).thenComparing(Abstained::reason));
      for (Subjected one : found.people()) {
        one.subject().abstained().stream()
            .distinct()
            .forEach(a -> people.merge(a, 1, Integer::sum));
      }
      List<Quality.Abstentions> all = new ArrayList<>();
      people.forEach(
          (why, count) -> all.add(new Quality.Abstentions(why.indicator(), count, why.reason())));
      return all;
    }

    private List<String> notes() {
      List<String> notes = new ArrayList<>();
      long later = found.organisation().asOf().after((int) found.run().asOfDay());
      if (later > 0) {
        notes.add(
            later + " records lie after the close of the last day: kept in the count, not judged");
      }
      long earlier = found.organisation().asOf().before((int) found.run().firstDay());
      if (earlier > 0) {
        notes.add(earlier + " records lie before the first day: read, but no episode begins there");
      }
      if (found.misfits() > 0) {
        notes.add(
            found.misfits()
                + " events are dated outside 1990 to 2099 or last more than a year: not folded");
      }
      if (found.organisation().directory().claimsOfNobody() > 0) {
        notes.add(
            found.organisation().directory().claimsOfNobody()
                + " claims (places, schedules, context) are of workers whom nothing else names");
      }
      for (Recruitment.Note note : found.recruitment().notes()) {
        notes.add((note.path().isEmpty() ? "" : shown(note.path()) + ": ") + note.text());
      }
      notes.addAll(found.organisation().devices().conflicts());
      found.intake().read().stream()
          .flatMap(read -> read.tally().remarks().stream())
          .distinct()
          .sorted()
          .forEach(notes::add);
      if (!found.intake().faults().isEmpty()) {
        notes.add(
            found.intake().faults().size()
                + " records could not be read because of a fault of this program");
      }
      return notes;
    }

    // --- vault -------------------------------------------------------------------------------

    private Vault vault() {
      Map<String, Vault.Person> people = new TreeMap<>();
      for (Subjected one : found.people()) {
        Directory.Person person = one.person();
        people.put(
            one.id(),
            new Vault.Person(
                labels.getOrDefault(one.id(), one.id()),
                person.hr() ? person.key().substring(3) : "",
                person.names(),
                person.accounts()));
      }
      Map<String, String> accounts = new TreeMap<>();
      found
          .organisation()
          .directory()
          .standings()
          .forEach((account, s) -> accounts.put(found.pseudonyms().account(account), account));
      found
          .applied()
          .forEach(
              one -> {
                String id = one.application().id();
                accounts.put(found.pseudonyms().application(id), id);
              });
      return new Vault(people, accounts, found.paths().replaced());
    }
  }

  /** Whether anybody is over the line. */
  public List<Findings.Person> over() {
    return findings.people().stream().filter(p -> !p.band().equals(Band.NONE.slug())).toList();
  }
}
