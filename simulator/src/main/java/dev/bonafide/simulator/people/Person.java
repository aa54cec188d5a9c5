package dev.bonafide.simulator.people;

import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Ids;
import dev.bonafide.simulator.world.Metro;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the payroll: what HR believes, and whose hands do the work.
 *
 * @param number the entity number of all their streams
 * @param account their numbers and names in directories
 * @param household the number of their home; couples share it
 * @param formerLocal the part before the @ until {@code renamedDay}, null when it never changed
 * @param start first day of employment, epoch day
 * @param end last day of employment in truth and in HR, {@link Long#MAX_VALUE} when open
 * @param hrEnd the last day as HR wrote it when that differs, else {@code end}
 * @param closedMilli when the accounts were closed, {@link Long#MAX_VALUE} when never
 * @param hands everybody who works under this name
 * @param issued the employer's machines, as MDM lists them
 * @param leave days off, public holidays apart
 * @param onCall days on which a pager may ring at night
 * @param note what HR knows of the schedule, empty when nothing
 * @param notices what stands in the context file
 * @param planted null for honest people
 */
public record Person(
    long number,
    Account account,
    long household,
    String workerId,
    String given,
    String family,
    String local,
    @Nullable String formerLocal,
    long renamedDay,
    Role role,
    String employment,
    @Nullable String agency,
    Metro home,
    String street,
    String phone,
    String workPlace,
    long start,
    long end,
    long hrEnd,
    long closedMilli,
    Archetype archetype,
    Set<Overlay> overlays,
    List<Hand> hands,
    List<Issue> issued,
    Factor factor,
    List<Span> leave,
    List<Span> onCall,
    String note,
    List<Notice> notices,
    @Nullable Planted planted) {

  /** The domain of all work mail. */
  public static final String DOMAIN = "bonafide-works.example";

  /**
   * A machine that the employer handed out.
   *
   * @param enrolled the day of its enrolment
   * @param whereabouts where it is: its public address at the last check-in
   */
  public record Issue(Machine machine, long enrolled, long lastSeen, Whereabouts whereabouts) {}

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

  public Person {
    overlays = Set.copyOf(overlays);
    hands = List.copyOf(hands);
    issued = List.copyOf(issued);
    leave = List.copyOf(leave);
    onCall = List.copyOf(onCall);
    notices = List.copyOf(notices);
  }

  public String name() {
    return given + " " + family;
  }

  /** The work mail address of that day. */
  public String mail(long day) {
    return (formerLocal != null && day < renamedDay ? formerLocal : local) + "@" + DOMAIN;
  }

  /** The mail address as Entra spells it: some directories kept the capitals of old. */
  public String principal(long day) {
    String mail = mail(day);
    return Math.floorMod(Chance.mix(account.key), 5) == 0
        ? mail.substring(0, 1).toUpperCase(Locale.ROOT) + mail.substring(1)
        : mail;
  }

  /** The short login of machines and VPN: initial and family name; not unique by nature. */
  public String login() {
    int dot = local.indexOf('.');
    return local.charAt(0) + local.substring(dot + 1);
  }

  /** A stream of this person's own. */
  public Chance stream(String purpose) {
    return Chance.of(account.key).at(purpose);
  }

  public long key() {
    return account.key;
  }

  public boolean away(long day) {
    for (Span span : leave) {
      if (span.has(day)) {
        return true;
      }
    }
    return false;
  }

  /** Somebody else in the place of a few facts: schemes recast an honest person. */
  public Recast recast() {
    return new Recast(this);
  }

  /** A person with some facts changed. */
  public static final class Recast {
    private final Person was;
    private List<Hand> hands;
    private List<Issue> issued;
    private Factor factor;
    private long end;
    private long hrEnd;
    private long closedMilli;

    private Recast(Person was) {
      this.was = was;
      this.hands = was.hands;
      this.issued = was.issued;
      this.factor = was.factor;
      this.end = was.end;
      this.hrEnd = was.hrEnd;
      this.closedMilli = was.closedMilli;
    }

    public Recast hands(List<Hand> other) {
      hands = other;
      return this;
    }

    public Recast issued(List<Issue> other) {
      issued = other;
      return this;
    }

    public Recast factor(Factor other) {
      factor = other;
      return this;
    }

    public Recast ends(long lastDay, long closed) {
      end = lastDay;
      hrEnd = lastDay;
      closedMilli = closed;
      return this;
    }

    public Person as(Planted planted) {
      return new Person(
          was.number,
          was.account,
          was.household,
          was.workerId,
          was.given,
          was.family,
          was.local,
          was.formerLocal,
          was.renamedDay,
          was.role,
          was.employment,
          was.agency,
          was.home,
          was.street,
          was.phone,
          was.workPlace,
          was.start,
          end,
          hrEnd,
          closedMilli,
          was.archetype,
          was.overlays,
          hands,
          issued,
          factor,
          was.leave,
          was.onCall,
          was.note,
          was.notices,
          planted);
    }
  }
}
