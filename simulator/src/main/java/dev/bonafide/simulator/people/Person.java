package dev.bonafide.simulator.people;

import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Ids;
import dev.bonafide.simulator.world.Metro;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the payroll: what HR believes, and whose hands do the work.
 *
 * @param number the entity number of all their streams
 * @param household the number of their home; couples share it
 * @param account their numbers and names in directories
 * @param home the area in which they claim to live
 * @param closedMilli when the accounts were closed, {@link Long#MAX_VALUE} when never
 * @param hands everybody who works under this name; the hired person's own come first
 * @param issued the employer's machines, as MDM lists them
 * @param leave days off, public holidays apart
 * @param onCall days on which a pager may ring at night
 * @param notices what stands in the context file
 * @param errands what is done once
 * @param planted null for honest people
 */
public record Person(
    long number,
    long household,
    Account account,
    Name name,
    Paper paper,
    Metro home,
    long closedMilli,
    Archetype archetype,
    Set<Overlay> overlays,
    List<Hand> hands,
    List<Issue> issued,
    Factor factor,
    List<Span> leave,
    List<Span> onCall,
    List<Notice> notices,
    List<Errand> errands,
    @Nullable Planted planted) {

  /** The domain of all work mail. */
  public static final String DOMAIN = "bonafide-works.example";

  /**
   * A name, and what the mail system makes of it.
   *
   * @param local the part before the @
   * @param former that part until {@code renamed}, null when it never changed
   */
  public record Name(
      String given, String family, String local, @Nullable String former, long renamed) {
    public String full() {
      return family.isEmpty() ? given : given + " " + family;
    }
  }

  /**
   * The numbers under which directories keep somebody.
   *
   * @param key the root of all their streams: seed and number mixed
   * @param badge belongs to them alone and follows no order
   */
  public record Account(long key, long badge, String oktaId, String entraId, String sid) {
    static Account of(long key, long badge) {
      Chance own = Chance.of(key);
      return new Account(
          key,
          badge,
          Ids.mixed("00u", own.at("okta").name(), 17),
          Ids.uuid(own.at("entra").name()),
          "S-1-5-21-1004336348-1177238915-682003330-" + (1_100 + badge));
    }
  }

  /**
   * A machine that the employer handed out.
   *
   * @param enrolled the day of its enrolment
   * @param whereabouts where it is: its public address at the last check-in
   */
  public record Issue(Machine machine, long enrolled, long lastSeen, Whereabouts whereabouts) {}

  public Person {
    overlays = Set.copyOf(overlays);
    hands = List.copyOf(hands);
    issued = List.copyOf(issued);
    leave = List.copyOf(leave);
    onCall = List.copyOf(onCall);
    notices = List.copyOf(notices);
    errands = List.copyOf(errands);
  }

  public String workerId() {
    return paper.workerId();
  }

  public Role role() {
    return paper.role();
  }

  public long end() {
    return paper.end();
  }

  /** The work mail address of that day. */
  public String mail(long day) {
    String former = name.former();
    return (former != null && day < name.renamed() ? former : name.local()) + "@" + DOMAIN;
  }

  /** The mail address as Entra spells it: some directories kept the capitals of old. */
  public String principal(long day) {
    String mail = mail(day);
    return Math.floorMod(Chance.mix(account.key), 5) == 0
        ? mail.substring(0, 1).toUpperCase(Locale.ROOT) + mail.substring(1)
        : mail;
  }

  /** The short login of machines: initial and family name; not unique by nature. */
  public String login() {
    String local = name.local();
    return local.charAt(0) + local.substring(local.indexOf('.') + 1);
  }

  /** A stream of this person's own. */
  public Chance stream(String purpose) {
    return Chance.of(account.key).at(purpose);
  }

  public Errand.Colleague colleague() {
    return new Errand.Colleague(workerId(), account.oktaId, mail(Long.MAX_VALUE), name.full());
  }

  public boolean away(long day) {
    for (Span span : leave) {
      if (span.has(day)) {
        return true;
      }
    }
    return false;
  }

  // --- recasting: the same person with some facts changed --------------------------------------

  Person with(List<Hand> others) {
    return copy(paper, closedMilli, others, issued, factor, notices, errands, planted);
  }

  Person with(Paper other) {
    return copy(other, closedMilli, hands, issued, factor, notices, errands, planted);
  }

  Person with(Factor other) {
    return copy(paper, closedMilli, hands, issued, other, notices, errands, planted);
  }

  Person closedAt(long milli) {
    return copy(paper, milli, hands, issued, factor, notices, errands, planted);
  }

  Person issued(List<Issue> others) {
    return copy(paper, closedMilli, hands, others, factor, notices, errands, planted);
  }

  Person noticed(Notice more) {
    List<Notice> all = new ArrayList<>(notices);
    all.add(more);
    return copy(paper, closedMilli, hands, issued, factor, all, errands, planted);
  }

  Person doing(List<? extends Errand> more) {
    List<Errand> all = new ArrayList<>(errands);
    all.addAll(more);
    return copy(paper, closedMilli, hands, issued, factor, notices, all, planted);
  }

  Person as(Planted what) {
    return copy(paper, closedMilli, hands, issued, factor, notices, errands, what);
  }

  private Person copy(
      Paper paper,
      long closedMilli,
      List<Hand> hands,
      List<Issue> issued,
      Factor factor,
      List<Notice> notices,
      List<Errand> errands,
      @Nullable Planted planted) {
    return new Person(
        number,
        household,
        account,
        name,
        paper,
        home,
        closedMilli,
        archetype,
        overlays,
        hands,
        issued,
        factor,
        leave,
        onCall,
        notices,
        errands,
        planted);
  }
}
