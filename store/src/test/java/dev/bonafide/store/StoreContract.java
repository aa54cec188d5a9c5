package dev.bonafide.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.engine.EvidenceLine;
import dev.bonafide.engine.Findings;
import dev.bonafide.engine.Findings.LedgerLine;
import dev.bonafide.engine.Links;
import dev.bonafide.engine.Outputs;
import dev.bonafide.linking.records.Judgement.Verdict;
import dev.bonafide.store.Audit.Action;
import dev.bonafide.store.Judgements.State;
import dev.bonafide.store.Members.Role;
import dev.bonafide.store.People.After;
import dev.bonafide.store.People.Filter;
import dev.bonafide.store.People.Row;
import dev.bonafide.store.People.Whole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises, whatever its database. Each test has an empty store. */
abstract class StoreContract {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Act ACT = new Act("rowan", NOON);

  private Store store;

  abstract Store.Place place() throws Exception;

  @BeforeEach
  void open() throws Exception {
    store = Store.open(place(), Company.CATALOGUE.cards().values());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Runs.Run imported() {
    store.runs().add(Company.outputs(), ACT);
    Runs.Run run = store.runs().latest();
    assertThat(run).isNotNull();
    return run;
  }

  private Whole person(Runs.Run run, String id) {
    Whole whole = store.people().find(run.id(), id);
    assertThat(whole).isNotNull();
    return whole;
  }

  private static LedgerLine heaviest(Findings.Person person) {
    return person.ledger().stream()
        .filter(l -> l.evidence() != null && l.millinats() > 0)
        .findFirst()
        .orElseThrow();
  }

  private List<Row> everybody(Runs.Run run) {
    List<Row> all = new ArrayList<>();
    Filter filter = new Filter(false, Set.of(), Set.of(), Set.of(), "");
    After after = null;
    while (true) {
      List<Row> page = store.people().list(run.id(), filter, after, 5);
      all.addAll(page);
      if (page.size() < 5) {
        return all;
      }
      Findings.Person last = page.getLast().person();
      after = new After(last.millinats(), last.id());
    }
  }

  // --- runs ------------------------------------------------------------------------------------

  @Test
  void anEmptyStoreSaysSo() {
    assertThat(store.runs().latest()).isNull();
    assertThat(store.runs().all()).isEmpty();
    assertThat(store.members().none()).isTrue();
    assertThat(store.audit().verify(null).whole()).isTrue();
    assertThat(store.schemaVersion()).isEqualTo("5");
  }

  @Test
  void whatWasFoundComesBackPageByPageInItsOrder() {
    Runs.Run run = imported();
    assertThat(everybody(run).stream().map(Row::person))
        .containsExactlyElementsOf(Company.outputs().findings().people());
    assertThat(store.runs().quality(run.id())).isEqualTo(Company.outputs().quality());
    assertThat(store.runs().vault(run.id())).isEqualTo(Company.outputs().vault());
    assertThat(run.findings().accounts()).isEqualTo(Company.outputs().findings().accounts());
    Findings.Person first = Company.outputs().findings().people().getFirst();
    Whole whole = person(run, first.id());
    assertThat(whole.evidence())
        .isEqualTo(
            Company.outputs().evidence().stream()
                .filter(e -> e.person().equals(first.id()))
                .toList());
    assertThat(whole.dossier()).isNotNull();
    assertThat(store.people().find(run.id(), "nobody")).isNull();
  }

  @Test
  void importingAgainChangesNothing() {
    Runs.Run run = imported();
    Audit.Anchor head = store.audit().head();
    Runs.Imported again = store.runs().add(Company.outputs(), ACT);
    assertThat(again.isNew()).isFalse();
    assertThat(store.runs().all()).containsExactly(run);
    assertThat(store.audit().head()).isEqualTo(head);
  }

  @Test
  void aNewRunIsShownAndSaysWhatChangedAndKeepsWhatWasExplained() {
    store.runs().add(Company.earlier(), ACT);
    Runs.Run earlier = store.runs().latest();
    Whole whole =
        person(
            earlier,
            store.people().list(earlier.id(), Filter.OVER, null, 1).getFirst().person().id());
    LedgerLine line = heaviest(whole.found());
    store
        .judgements()
        .explain(
            earlier,
            whole.found().id(),
            String.valueOf(line.evidence()),
            "agreed with the manager",
            NOON.plus(Duration.ofDays(30)),
            ACT);
    Whole explained = person(earlier, whole.found().id());

    Runs.Run run = imported();
    assertThat(run.seq()).isEqualTo(earlier.seq() + 1);
    Whole now = person(run, whole.found().id());
    assertThat(now.before()).isEqualTo(explained.stands().millinats());
    boolean stillThere =
        now.evidence().stream().map(EvidenceLine::id).anyMatch(id -> id.equals(line.evidence()));
    if (stillThere) {
      assertThat(now.stands().ledger())
          .extracting(LedgerLine::evidence)
          .doesNotContain(line.evidence());
    }
    assertThat(now.judgements()).hasSize(1);
  }

  // --- lists -----------------------------------------------------------------------------------

  @Test
  void filtersGiveExactlyThePeopleWhomTheyAskFor() {
    Runs.Run run = imported();
    List<Row> all = everybody(run);
    assertThat(store.people().list(run.id(), Filter.OVER, null, 1000))
        .isEqualTo(all.stream().filter(r -> !r.person().band().equals("none")).toList());
    People.Counts counts = store.people().counts(run);
    assertThat(counts.over()).isEqualTo(run.findings().reviewLine().alerts());
    counts
        .stages()
        .forEach(
            (stage, n) ->
                assertThat(
                        store
                            .people()
                            .list(
                                run.id(),
                                new Filter(true, Set.of(stage), Set.of(), Set.of(), ""),
                                null,
                                1000))
                    .hasSize(n)
                    .allMatch(r -> stage.equals(r.person().stage())));
    assertThat(counts.causes()).isNotEmpty();
    counts
        .causes()
        .forEach(
            (cause, n) ->
                assertThat(
                        store
                            .people()
                            .list(
                                run.id(),
                                new Filter(true, Set.of(), Set.of(cause), Set.of(), ""),
                                null,
                                1000))
                    .hasSize(n));
  }

  @Test
  void aSearchFindsByLabelIdAndEvidenceAndTakesWildcardsAsLetters() {
    Runs.Run run = imported();
    Findings.Person person = everybody(run).get(3).person();
    for (String search :
        List.of(
            person.label().toUpperCase(Locale.ROOT),
            person.label().substring(0, 3),
            person.id(),
            person.id().substring(0, 6))) {
      assertThat(search(run, search)).extracting(Findings.Person::id).contains(person.id());
    }
    String evidence = Company.outputs().evidence().getFirst().id();
    assertThat(search(run, evidence))
        .extracting(Findings.Person::id)
        .containsExactly(Company.outputs().evidence().getFirst().person());
    assertThat(search(run, "%")).isEmpty();
    assertThat(search(run, "' or 1=1 --")).isEmpty();
  }

  private List<Findings.Person> search(Runs.Run run, String text) {
    return store
        .people()
        .list(run.id(), new Filter(false, Set.of(), Set.of(), Set.of(), text), null, 100)
        .stream()
        .map(Row::person)
        .toList();
  }

  // --- judgements ------------------------------------------------------------------------------

  @Test
  void anExplanationCountsAtOnceUntilItRunsOutOrIsWithdrawn() {
    Runs.Run run = imported();
    Findings.Person person = Company.outputs().findings().people().getFirst();
    String evidence = String.valueOf(heaviest(person).evidence());
    Instant until = NOON.plus(Duration.ofDays(7));
    long id = store.judgements().explain(run, person.id(), evidence, "a trip", until, ACT);
    assertThat(store.judgements().explainedByIndicator())
        .containsExactly(Map.entry(String.valueOf(heaviest(person).indicator()), 1));
    Findings.Person stands = person(run, person.id()).stands();
    assertThat(stands.millinats()).isLessThan(person.millinats());
    assertThat(stands.ledger().stream().mapToLong(LedgerLine::millinats).sum())
        .isEqualTo(stands.millinats());
    assertThat(everybody(run).stream().filter(r -> r.person().id().equals(person.id())))
        .extracting(r -> r.person().millinats())
        .containsExactly(stands.millinats());

    assertThat(store.judgements().withdraw(run, person.id(), id, ACT)).isTrue();
    assertThat(store.judgements().withdraw(run, person.id(), id, ACT)).isFalse();
    assertThat(person(run, person.id()).stands()).isEqualTo(person);

    store.judgements().explain(run, person.id(), evidence, "a trip", until, ACT);
    Act later = new Act("(clock)", until.plusSeconds(1));
    assertThat(store.judgements().expire(run, ACT)).isZero();
    assertThat(store.judgements().expire(run, later)).isEqualTo(1);
    assertThat(store.judgements().expire(run, later)).isZero();
    assertThat(person(run, person.id()).stands()).isEqualTo(person);
    assertThat(person(run, person.id()).judgements()).hasSize(2);
    assertThat(store.audit().lines(0, person.id(), 10))
        .extracting(Audit.Line::action)
        .containsExactly("expired", "judged", "withdrawn", "judged");
  }

  @Test
  void anExplanationWithoutReasonEndOrEvidenceIsRefusedAndLeavesNoTrace() {
    Runs.Run run = imported();
    Findings.Person person = Company.outputs().findings().people().getFirst();
    String evidence = String.valueOf(heaviest(person).evidence());
    Audit.Anchor head = store.audit().head();
    Instant later = NOON.plusSeconds(60);
    assertThatThrownBy(
            () -> store.judgements().explain(run, person.id(), evidence, " ", later, ACT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> store.judgements().explain(run, person.id(), evidence, "why", NOON, ACT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> store.judgements().explain(run, person.id(), "none", "why", later, ACT))
        .hasMessageContaining("no such evidence");
    assertThat(store.audit().head()).isEqualTo(head);
    assertThat(person(run, person.id()).judgements()).isEmpty();
  }

  @Test
  void theBudgetSaysHowFarPeopleAre() {
    Runs.Run run = imported();
    List<Row> over = store.people().list(run.id(), Filter.OVER, null, 100);
    assertThat(over).hasSizeGreaterThan(1);
    People.Budget before = store.people().counts(run).budget();
    assertThat(before.over()).isEqualTo(over.size());
    assertThat(before.done() + before.open()).isZero();
    store.judgements().state(over.get(0).person().id(), State.CHECK, "call them", ACT);
    store.judgements().state(over.get(1).person().id(), State.ESCALATED, "two sign", ACT);
    People.Budget after = store.people().counts(run).budget();
    assertThat(after.open()).isEqualTo(1);
    assertThat(after.done()).isEqualTo(1);
    store.judgements().state(over.get(0).person().id(), State.EXPLAINED, "they called", ACT);
    assertThat(store.people().counts(run).budget().done()).isEqualTo(2);
    assertThat(
            store
                .people()
                .list(
                    run.id(),
                    new Filter(true, Set.of(), Set.of(), Set.of("explained"), ""),
                    null,
                    100))
        .extracting(r -> r.person().id())
        .containsExactly(over.get(0).person().id());
  }

  // --- users and tokens ------------------------------------------------------------------------

  @Test
  void onlyTheFirstUserIsSetUpAndFiveWrongPasswordsLock() {
    assertThat(store.members().addFirst("rowan", "Rowan", "hash", Set.of(Role.ADMINISTRATOR), ACT))
        .isTrue();
    assertThat(store.members().addFirst("other", "Other", "hash", Set.of(Role.ADMINISTRATOR), ACT))
        .isFalse();
    assertThat(store.members().add("rowan", "Again", "hash", "", Set.of(), ACT)).isFalse();
    assertThat(store.members().all()).hasSize(1);
    for (int i = 0; i < Members.MOST_FAILURES; i++) {
      assertThat(store.members().find("Rowan ").lockedUntil()).isEqualTo(Instant.EPOCH);
      store.members().refused("rowan", ACT);
    }
    assertThat(store.members().find("rowan").lockedUntil()).isEqualTo(NOON.plus(Members.LOCK));
    store.members().refused("nobody", ACT);
    store.members().signedIn("rowan", ACT);
    assertThat(store.members().find("rowan").lockedUntil()).isEqualTo(Instant.EPOCH);
    long version = store.members().find("rowan").version();
    store.members().change("rowan", Set.of(Role.AUDITOR), false, ACT);
    assertThat(store.members().find("rowan").version()).isGreaterThan(version);
    assertThat(store.members().find("rowan").active()).isFalse();
  }

  @Test
  void aTokenIsFoundByItsSecretUntilItEndsOrIsRevoked() {
    Instant end = NOON.plusSeconds(3600);
    String secret = store.tokens().make("export", Set.of("people:read"), end, ACT);
    Tokens.Token token = store.tokens().find(secret, NOON);
    assertThat(token).isNotNull();
    assertThat(token.scopes()).containsExactly("people:read");
    assertThat(store.tokens().find(secret + "x", NOON)).isNull();
    assertThat(store.tokens().find(secret, end)).isNull();
    assertThat(store.tokens().revoke(token.id(), ACT)).isTrue();
    assertThat(store.tokens().revoke(token.id(), ACT)).isFalse();
    assertThat(store.tokens().find(secret, NOON)).isNull();
  }

  // --- audit -----------------------------------------------------------------------------------

  @Test
  void everyChangeOfTheAuditIsFound() {
    for (int i = 1; i <= 6; i++) {
      store.audit().add(ACT, Action.PERSON_READ, "p-" + i, "");
    }
    Audit.Anchor anchor = store.audit().head();
    assertThat(anchor.seq()).isEqualTo(6);
    assertThat(store.audit().verify(anchor).whole()).isTrue();
    assertThat(store.audit().lines(0, "", 2)).extracting(Audit.Line::seq).containsExactly(6L, 5L);
    assertThat(store.audit().lines(5, "", 2)).extracting(Audit.Line::seq).containsExactly(4L, 3L);

    assertBroken("update audit set subject = 'p-9' where seq = 3", "line 3 was changed");
    store.db().execute("update audit set subject = 'p-3' where seq = 3");
    assertBroken("update audit set at = at + 1 where seq = 1", "line 1 was changed");
    store.db().execute("update audit set at = at - 1 where seq = 1");
    assertThat(store.audit().verify(anchor).whole()).isTrue();
    assertBroken("delete from audit where seq = 6", "the chain ends at line 5");
    store
        .db()
        .execute("update audit_head set seq = 5, hash = (select hash from audit where seq = 5)");
    assertThat(store.audit().verify(null).whole()).as("a shortened chain looks whole").isTrue();
    assertThat(store.audit().verify(anchor).problem()).contains("no longer there");
    store.audit().add(ACT, Action.PERSON_READ, "p-7", "");
    assertThat(store.audit().verify(null).whole()).isTrue();
    assertThat(store.audit().verify(anchor).problem()).contains("written anew");
    assertBroken("delete from audit where seq = 2", "line 2 is missing");
  }

  private void assertBroken(String sql, String says) {
    store.db().execute(sql);
    assertThat(store.audit().verify(null).problem()).contains(says);
  }

  @Test
  void anchorsAreReadBackAndNothingElseIsTakenForOne() {
    Audit.Anchor anchor = new Audit.Anchor(7, "a".repeat(64));
    assertThat(Audit.Anchor.parse(anchor.toString() + "\n")).isEqualTo(anchor);
    for (String bad : List.of("", "7", "x:" + "a".repeat(64), "7:abc")) {
      assertThat(Audit.Anchor.parse(bad)).as(bad).isNull();
    }
  }

  @Test
  void manyThreadsWriteOneChain() throws InterruptedException {
    int threads = 4;
    int each = 10;
    CountDownLatch ready = new CountDownLatch(threads);
    List<Thread> all = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      String actor = "thread-" + t;
      all.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    ready.countDown();
                    for (int i = 0; i < each; i++) {
                      store.audit().add(new Act(actor, NOON), Action.PERSON_READ, "p", "" + i);
                    }
                  }));
    }
    for (Thread thread : all) {
      thread.join();
    }
    assertThat(store.audit().head().seq()).isEqualTo(40L);
    assertThat(store.audit().verify(null).whole()).isTrue();
  }

  // --- ties ------------------------------------------------------------------------------------

  private Runs.Run tied() {
    store.runs().add(Company.tied(null), ACT);
    Runs.Run run = store.runs().latest();
    assertThat(run).isNotNull();
    return run;
  }

  @Test
  void tiesComeBackPairByPairAndAnswerWhoElse() {
    Links links = Company.tied(null).links();
    assertThat(links).isNotNull();
    Runs.Run run = tied();
    List<String> ids = Company.outputs().findings().people().stream().map(p -> p.id()).toList();
    assertThat(store.linked().ties(run.id(), ids.get(1), 10))
        .containsExactlyElementsOf(
            links.pairs().stream()
                .filter(p -> p.left().equals(ids.get(1)) || p.right().equals(ids.get(1)))
                .toList());
    assertThat(store.linked().count(run.id(), ids.get(1))).isEqualTo(2);
    assertThat(store.linked().pair(run.id(), ids.get(1), ids.get(0)))
        .isEqualTo(links.pair(ids.get(0), ids.get(1)));
    Links.Pair nothing = store.linked().pair(run.id(), ids.get(0), ids.get(3));
    assertThat(nothing).isNotNull();
    assertThat(nothing.lines()).isEmpty();
    assertThat(store.linked().pair(run.id(), ids.get(0), "nobody")).isNull();
    assertThat(store.linked().whoElse(run.id(), ids.get(0))).isEqualTo(links.whoElse(ids.get(0)));
    assertThat(store.linked().clusters(run.id(), 10))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(links.clusters());
    assertThat(store.linked().find(run.id(), "APPLICANT 7")).hasSize(1);
  }

  @Test
  void whatIsSaidOfTwoOutranksTheArithmeticUntilItIsWithdrawnAndHoldsInLaterRuns() {
    Runs.Run run = tied();
    List<String> ids = Company.outputs().findings().people().stream().map(p -> p.id()).toList();
    List<Links.Cluster> before = store.linked().clusters(run.id(), 10);
    assertThat(before).anyMatch(c -> c.members().containsAll(ids.subList(0, 2)));
    assertThatThrownBy(
            () -> store.linked().say(run, ids.get(0), ids.get(1), Verdict.DIFFERENT, " ", ACT))
        .hasMessageContaining("reason");
    long said = store.linked().say(run, ids.get(1), ids.get(0), Verdict.DIFFERENT, "met both", ACT);
    Links.Pair pair = store.linked().pair(run.id(), ids.get(0), ids.get(1));
    assertThat(pair).isNotNull();
    assertThat(pair.judged()).isEqualTo("DIFFERENT");
    assertThat(store.linked().clusters(run.id(), 10))
        .noneMatch(c -> c.members().containsAll(ids.subList(0, 2)));
    assertThat(store.linked().said(ids.get(0), ids.get(1))).hasSize(1);
    assertThat(store.linked().withdraw(run, said, ACT)).isTrue();
    assertThat(store.linked().withdraw(run, said, ACT)).isFalse();
    assertThat(store.linked().clusters(run.id(), 10)).isEqualTo(before);

    store.linked().say(run, ids.get(0), ids.get(3), Verdict.SAME, "one passport", ACT);
    Outputs later = Company.tied(null);
    store
        .runs()
        .add(
            new Outputs(
                "later",
                later.findings(),
                later.evidence(),
                later.background(),
                later.quality(),
                later.vault(),
                later.links()),
            ACT);
    assertThat(store.linked().clustersOf("later", ids.get(3)))
        .anyMatch(c -> c.members().contains(ids.get(0)));
    assertThat(store.audit().verify(null).whole()).isTrue();
  }

  // --- applications ----------------------------------------------------------------------------

  @Test
  void aScreeningIsTakenInOnceAndListedByNumber() {
    assertThat(store.screenings().latest()).isNull();
    assertThat(store.screenings().add(Company.screening("words"), ACT).isNew()).isTrue();
    assertThat(store.screenings().add(Company.screening("words"), ACT).isNew()).isFalse();
    String id = store.screenings().latest().id();
    assertThat(store.screenings().list(id, "", 2))
        .extracting(r -> r.id())
        .containsExactly("A-1", "A-2");
    assertThat(store.screenings().list(id, "A-2", 2))
        .extracting(r -> r.id())
        .containsExactly("A-3");
    assertThat(store.screenings().find(id, "A-2"))
        .isEqualTo(Company.screening("words").applicants().get(1));
    assertThat(store.screenings().find(id, "A-9")).isNull();
  }

  // --- retention -------------------------------------------------------------------------------

  @Test
  void whatIsTooOldIsDeletedWithALineInTheAuditAndWhatIsYoungerStays() {
    Runs.Run run = imported();
    store.screenings().add(Company.screening("words"), ACT);
    String person = Company.outputs().findings().people().getFirst().id();
    store.judgements().state(person, State.CHECK, "ask", ACT);
    Act later = new Act("(clock)", NOON.plus(Duration.ofDays(31)));
    assertThat(store.retention().apply(later)).as("nothing was set").isZero();
    assertThatThrownBy(() -> store.retention().days(1, ACT)).hasMessageContaining("range");
    store.retention().days(30, ACT);
    assertThat(store.retention().days()).isEqualTo(30);
    assertThat(store.retention().apply(new Act("(clock)", NOON.plus(Duration.ofDays(29)))))
        .isZero();
    assertThat(store.runs().latest()).isNotNull();
    assertThat(store.retention().apply(later)).isEqualTo(2);
    assertThat(store.runs().latest()).isNull();
    assertThat(store.screenings().latest()).isNull();
    assertThat(store.people().find(run.id(), person)).isNull();
    assertThat(store.audit().lines(0, run.id(), 10))
        .anyMatch(l -> l.action().equals(Action.DELETED.slug()));
    store.retention().days(null, ACT);
    assertThat(store.retention().days()).isNull();
    assertThat(store.audit().verify(null).whole()).isTrue();
  }

  @Test
  void aStarIsOnesOwn() {
    Runs.Run run = imported();
    String person = Company.outputs().findings().people().getFirst().id();
    assertThat(store.stars().turn(ACT, person)).isTrue();
    assertThat(store.stars().of("rowan")).containsExactly(person);
    assertThat(store.stars().of("yarrow")).isEmpty();
    Filter mine = new Filter(false, Set.of(), Set.of(), Set.of(), "", "rowan", null);
    assertThat(store.people().list(run.id(), mine, null, 5))
        .extracting(r -> r.person().id())
        .containsExactly(person);
    assertThat(store.stars().turn(ACT, person)).isFalse();
    assertThat(store.people().list(run.id(), mine, null, 5)).isEmpty();
  }

  @Test
  void aViewIsOnesOwnAndReplacedUnderItsName() {
    assertThat(store.views().keep(ACT, "mine", "/queue?star=mine")).isTrue();
    assertThat(store.views().keep(ACT, "mine", "/queue?show=all")).isTrue();
    assertThat(store.views().of("rowan"))
        .containsExactly(new Views.View("mine", "/queue?show=all"));
    assertThat(store.views().of("yarrow")).isEmpty();
    for (int i = 1; i < Views.MOST; i++) {
      assertThat(store.views().keep(ACT, "view " + i, "/queue")).isTrue();
    }
    assertThat(store.views().keep(ACT, "one too many", "/queue")).isFalse();
    assertThat(store.views().keep(ACT, "mine", "/queue")).as("of a name that is there").isTrue();
    store.views().forget(ACT, "mine");
    assertThat(store.views().of("rowan")).hasSize(Views.MOST - 1);
  }

  @Test
  void whatProgramsReadComesInItsOrderFromWhereTheyStopped() {
    Runs.Run run = tied();
    Links links = Company.tied(null).links();
    assertThat(links).isNotNull();
    List<Links.Pair> pairs = new ArrayList<>();
    Links.Pair last = null;
    do {
      List<Links.Pair> page = store.linked().pairs(run.id(), last, 1);
      pairs.addAll(page);
      last = page.isEmpty() ? null : page.getFirst();
    } while (last != null);
    assertThat(pairs).containsExactlyInAnyOrderElementsOf(links.pairs());
    assertThat(pairs.stream().map(p -> p.left() + " " + p.right())).isSorted();
    String first = store.linked().clustersAfter(run.id(), "", 1).getFirst().id();
    assertThat(store.linked().clustersAfter(run.id(), first, 10))
        .hasSize(store.linked().clusters(run.id()) - 1);

    Act later = new Act("rowan", ACT.at().plusSeconds(60));
    long said =
        store
            .linked()
            .say(run, pairs.getFirst().left(), pairs.getFirst().right(), Verdict.SAME, "x", ACT);
    assertThat(store.linked().since(later.at(), 0, 10)).isEmpty();
    store.linked().withdraw(run, said, later);
    assertThat(store.linked().since(later.at(), 0, 10)).hasSize(1);
    assertThat(store.audit().since(later.at(), 0, 10))
        .extracting(Audit.Line::action)
        .containsExactly("withdrawn");
    long head = store.audit().head().seq();
    assertThat(store.audit().since(Instant.EPOCH, head - 1, 10))
        .extracting(Audit.Line::seq)
        .containsExactly(head);
  }

  @Test
  void whoWasJudgedSinceIsFoundAndHowReviewsEndedIsCountedByIndicator() {
    Runs.Run run = imported();
    Findings.Person person = Company.outputs().findings().people().getFirst();
    String slug = person.indicators().getFirst();
    assertThat(store.judgements().outcomes(run.id())).isEmpty();
    store.judgements().state(person.id(), State.ESCALATED, "met", ACT);
    long second = store.judgements().state(person.id(), State.EXPLAINED, "it was IT", ACT);
    assertThat(store.judgements().outcomes(run.id()).get(slug))
        .isEqualTo(new Judgements.Outcome(0, 1));
    Instant later = ACT.at().plusSeconds(60);
    Filter since = Filter.EVERYBODY.since(later);
    assertThat(store.people().list(run.id(), since, null, 10)).isEmpty();
    store.judgements().withdraw(run, person.id(), second, new Act("rowan", later));
    assertThat(store.people().list(run.id(), since, null, 10))
        .extracting(r -> r.person().id())
        .containsExactly(person.id());
    assertThat(store.judgements().outcomes(run.id()).get(slug))
        .isEqualTo(new Judgements.Outcome(1, 0));
  }
}
