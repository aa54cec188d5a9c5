package dev.bonafide.indicators;

import dev.bonafide.knowledge.EgressClass;
import dev.bonafide.knowledge.Knowledge;
import dev.bonafide.knowledge.Network;
import dev.bonafide.knowledge.RemoteTool;
import dev.bonafide.logbook.Bits;
import dev.bonafide.logbook.Deed;
import dev.bonafide.logbook.Facet;
import dev.bonafide.logbook.Lines;
import dev.bonafide.logbook.Page;
import dev.bonafide.logbook.Thing;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Kind.Prior;
import dev.bonafide.model.Term;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that indicators may look at, of one person: the pages of their accounts, what they and others
 * claimed, and what stands around them. Built once for a person and handed to all indicators, none
 * of which decodes a page. What takes work is made when it is first asked for, so a View belongs to
 * one thread.
 *
 * <p>Nothing here looks ahead: what is said of a day stands on that day and days before it.
 */
public final class View {
  /**
   * Whom it is about.
   *
   * @param key the person's key in the run
   * @param claims this person's claims only
   */
  public record Person(String key, List<AccountPages> accounts, List<Claim> claims) {
    public Person {
      accounts = List.copyOf(accounts);
      claims = List.copyOf(claims);
    }
  }

  /**
   * The pages of one account.
   *
   * @param account {@code source:key}
   * @param source the source's slug
   * @param ofDevice the account is a device's own (DESIGN 10.5): its acts need no hand
   * @param days by UTC epoch day; of a device's account only the days that the directory gives to
   *     the person
   */
  public record AccountPages(
      String account, String source, boolean ofDevice, NavigableMap<Integer, Page> days) {}

  /**
   * People within 28 days that make a network of unknown kind an office's: five, or one in twenty.
   */
  private static final int CROWD = 5;

  private static final int CROWD_SHARE = 20;
  private static final int CROWD_DAYS = 28;

  /** So many on one line may be a household. */
  private static final int COUPLE = 2;

  /** Acts a day on average from which a source tells much of somebody. Judgement. */
  private static final int DENSE = 6;

  /**
   * What is believed of a company before it is looked at, with the weight of ten people: two in a
   * hundred do in a month what is rare (Cyberhaven 2022: 16 in 1,000 move sensitive data).
   */
  private static final double FEW = 0.02;

  private static final int KNOWN = 10;

  /**
   * People of everybody that stand beside a department, so that a small one is not judged alone.
   */
  private static final int SHRINK = 20;

  /** A name of fewer letters stands in too many others. */
  private static final int SAYING = 5;

  private static final Comparator<AccountDay> IN_TIME =
      Comparator.comparingInt(AccountDay::day).thenComparing(AccountDay::account);

  private final Person person;
  private final Surroundings around;
  private final List<AccountDay> own;
  private final List<AccountDay> machine;
  private final SortedSet<String> sources;
  private final int firstDay;
  private final int lastDay;
  private final long[][] human;
  private final long[][] awake;
  private final long[] @Nullable [] hands;

  private long lastEndpoint = Term.NONE;
  private long lastDevice = Term.NONE;
  private final Map<Long, Boolean> handheld = new HashMap<>();
  private long lastClient = Term.NONE;
  private @Nullable Boolean lastHandheld;
  private final Map<ThingDay, Boolean> crowded = new HashMap<>();
  private final Map<ThingDay, Crowd> crowds = new HashMap<>();
  private final Map<Long, @Nullable String> statements = new HashMap<>();

  /** The last answer of {@link #network}: neighbouring atoms mostly come from one place. */
  private @Nullable Network lastNetwork;

  private int networksAsked;
  private long lastEgress;
  private long lastDetail1;
  private long lastDetail2;

  private final Map<Long, Long> lines = new HashMap<>();
  private @Nullable Map<Long, Use> byLine;
  private @Nullable List<Use> devices;
  private @Nullable List<Use> addresses;
  private @Nullable List<Use> sessions;
  private @Nullable List<Use> factors;
  private @Nullable List<Use> peripherals;

  public View(Person person, Surroundings around) {
    this.person = person;
    this.around = around;
    List<AccountDay> own = new ArrayList<>();
    List<AccountDay> machine = new ArrayList<>();
    for (AccountPages account : person.accounts) {
      account.days.forEach(
          (day, page) -> {
            Prior[] who = priors(page, account.ofDevice);
            (account.ofDevice ? machine : own).add(new AccountDay(account.account, day, page, who));
          });
    }
    own.sort(IN_TIME);
    machine.sort(IN_TIME);
    this.own = List.copyOf(own);
    this.machine = List.copyOf(machine);
    sources = new TreeSet<>();
    for (AccountPages account : person.accounts) {
      if (!account.ofDevice && dense(account)) {
        sources.add(account.source);
      }
    }
    firstDay = own.isEmpty() ? 0 : own.getFirst().day();
    lastDay = own.isEmpty() ? -1 : own.getLast().day();
    Streams.judge(this.own);
    human = new long[lastDay - firstDay + 1][];
    awake = new long[lastDay - firstDay + 1][];
    hands = new long[lastDay - firstDay + 1] @Nullable [];
    mark();
  }

  /** The person's key in the run. */
  public String person() {
    return person.key;
  }

  public Surroundings around() {
    return around;
  }

  /** First UTC epoch day with a page of the person. */
  public int firstDay() {
    return firstDay;
  }

  /** Last UTC epoch day with a page of the person; before {@link #firstDay} when there is none. */
  public int lastDay() {
    return lastDay;
  }

  /** The pages of the person's own accounts, by day and account. */
  public List<AccountDay> days() {
    return own;
  }

  /** The pages of one UTC day, by account. */
  public List<AccountDay> on(int day) {
    int from = firstOn(day);
    int to = from;
    while (to < own.size() && own.get(to).day() == day) {
      to++;
    }
    return own.subList(from, to);
  }

  /** The pages of devices that are assigned to the person: what machines did on their own. */
  public List<AccountDay> machineDays() {
    return machine;
  }

  /** The five-minute bins of a UTC day with an act that needed a hand. */
  public long[] human(int day) {
    return of(human, day);
  }

  /** The same with acts that perhaps needed one. */
  public long[] awake(int day) {
    return of(awake, day);
  }

  /**
   * The bins of a UTC day with an act that needed a hand, or of a kind that seldom happens without
   * one: an application that is opened through single sign-on, a push, a download. What a computer
   * starts by itself (a process, a tunnel) is not among them.
   */
  public long[] hands(int day) {
    int at = day - firstDay;
    if (at < 0 || at >= human.length) {
      return NOTHING;
    }
    long[] bins = hands[at];
    if (bins == null) {
      bins = Bits.or(of(human, day), NOTHING);
      for (AccountDay on : on(day)) {
        for (int i = 0; i < on.size(); i++) {
          if (probably(on, i)) {
            int bin = Bits.bin(on.page().second(i));
            bins[bin >>> 6] |= 1L << bin;
          }
        }
      }
      hands[at] = bins;
    }
    return bins;
  }

  /** Whether an act needed a hand, or is of a kind that seldom happens without one. */
  public static boolean probably(AccountDay on, int i) {
    return on.human(i) || (on.who(i) == Prior.MAYBE && BY_HAND.contains(on.page().kind(i)));
  }

  private static final Set<Kind> BY_HAND =
      EnumSet.of(
          Kind.APP_SIGN_IN,
          Kind.DOWNLOAD,
          Kind.UPLOAD,
          Kind.CODE_PUSH,
          Kind.CODE_CLONE,
          Kind.QUERY,
          Kind.SCREEN_CAPTURED);

  /** {@link #human} of days in a row, as one bitmap from the first of them. */
  public long[] human(Days days) {
    return inARow(human, days);
  }

  /** {@link #awake} of days in a row. */
  public long[] awake(Days days) {
    return inARow(awake, days);
  }

  /**
   * Whether a source tells so much of somebody on a day that its silence hides something. Meetings,
   * payroll or installers write a few rows, many people's at once: an hour without them is no
   * outage.
   */
  private static boolean dense(AccountPages account) {
    int acts = 0;
    for (Page page : account.days.values()) {
      acts += page.size();
    }
    return acts >= DENSE * account.days.size();
  }

  /** The bins of a UTC day in which one of the sources that tell much of the person was down. */
  public long[] down(int day) {
    long[] down = Bits.empty();
    for (String source : sources) {
      down = Bits.or(down, around.down(source, day));
    }
    return down;
  }

  /** Tells every act from one UTC second to another, both included, page by page. */
  public void acts(long from, long to, Act.Each each) {
    int lastDayAsked = (int) Math.floorDiv(to, 86_400L);
    for (int p = firstOn((int) Math.floorDiv(from, 86_400L)); p < own.size(); p++) {
      AccountDay on = own.get(p);
      if (on.day() > lastDayAsked) {
        return;
      }
      for (int i = 0; i < on.size(); i++) {
        long at = on.at(i);
        if (from <= at && at <= to) {
          each.act(on, i);
        }
      }
    }
  }

  /** The first such act between two UTC seconds, both included; null when there is none. */
  public @Nullable Act first(long from, long to, Act.Which which) {
    return best(from, to, which, Act.ORDER);
  }

  /** The last such act between two UTC seconds, both included; null when there is none. */
  public @Nullable Act last(long from, long to, Act.Which which) {
    return best(from, to, which, Act.ORDER.reversed());
  }

  private @Nullable Act best(long from, long to, Act.Which which, Comparator<Act> order) {
    Act[] best = new Act[1];
    acts(
        from,
        to,
        (on, i) -> {
          if (which.test(on, i)) {
            Act act = new Act(on, i);
            if (best[0] == null || order.compare(act, best[0]) < 0) {
              best[0] = act;
            }
          }
        });
    return best[0];
  }

  /** How many UTC days of a range have an act that needed a hand. */
  public int activeDays(int from, int to) {
    int active = 0;
    for (int day = Math.max(from, firstDay); day <= Math.min(to, lastDay); day++) {
      if (!Bits.isEmpty(of(human, day))) {
        active++;
      }
    }
    return active;
  }

  /** The devices that the person's own accounts used, under the directory's ids. */
  public List<Use> devices() {
    if (devices == null) {
      devices = uses(this::device, false);
    }
    return devices;
  }

  /** The {@link Lines lines} that the person's own accounts came from; local networks left out. */
  public List<Use> addresses() {
    if (addresses == null) {
      addresses = uses(this::line, true);
    }
    return addresses;
  }

  /** The line of {@link #addresses} with this id; null when the person never came from it. */
  public @Nullable Use address(long line) {
    if (byLine == null) {
      byLine = new HashMap<>();
      for (Use address : addresses()) {
        byLine.put(address.id(), address);
      }
    }
    return byLine.get(line);
  }

  /** The line that an atom came from; NONE when it names none, or a local network. */
  public long line(AccountDay day, int i) {
    long egress = day.page().id(i, Facet.EGRESS);
    if (egress == Term.NONE || egress == Term.OTHER || Knowledge.inside(egress)) {
      return Term.NONE;
    }
    return Lines.perhapsWide(egress)
        ? lines.computeIfAbsent(egress, id -> Lines.of(id, around.text(id)))
        : egress;
  }

  /** The sessions of the person's own accounts, as vendors number them. */
  public List<Use> sessions() {
    if (sessions == null) {
      sessions = uses((day, i) -> day.page().id(i, Facet.SESSION), false);
    }
    return sessions;
  }

  /** The factors with which the person's own accounts signed in or which they enrolled. */
  public List<Use> factors() {
    if (factors == null) {
      List<AccountDay> pages = new ArrayList<>(own);
      pages.removeIf(
          day ->
              !day.page().kinds().contains(Kind.FACTOR_USED)
                  && !day.page().kinds().contains(Kind.FACTOR_ENROLLED));
      factors =
          uses(
              pages,
              (day, i) -> {
                Kind kind = day.page().kind(i);
                if (kind != Kind.FACTOR_USED && kind != Kind.FACTOR_ENROLLED) {
                  return Term.NONE;
                }
                long id = day.page().id(i, Facet.DETAIL1);
                return statement(id) == null ? id : Term.NONE;
              },
              false);
    }
    return factors;
  }

  /**
   * What hung on the person's computers: monitors, docks and the like, by what they call
   * themselves.
   */
  public List<Use> peripherals() {
    if (peripherals == null) {
      List<AccountDay> all = new ArrayList<>(own);
      all.addAll(machine);
      all.sort(IN_TIME);
      all.removeIf(
          day ->
              !day.page().kinds().contains(Kind.PERIPHERAL)
                  && !day.page().kinds().contains(Kind.DISPLAY));
      peripherals =
          uses(
              all,
              (day, i) -> {
                Kind kind = day.page().kind(i);
                return kind == Kind.PERIPHERAL || kind == Kind.DISPLAY
                    ? day.page().id(i, Facet.DETAIL1)
                    : Term.NONE;
              },
              false);
    }
    return peripherals;
  }

  /** The device of an atom under the directory's id; NONE when the record names none. */
  public long device(AccountDay day, int i) {
    long endpoint = day.page().id(i, Facet.ENDPOINT);
    if (endpoint == Term.NONE || endpoint == Term.OTHER) {
      return Term.NONE;
    }
    if (endpoint != lastEndpoint) {
      lastEndpoint = endpoint;
      lastDevice = around.device(endpoint);
    }
    return lastDevice;
  }

  /** The network behind an atom as its own record states it; null when it comes from no address. */
  public @Nullable Network network(AccountDay day, int i) {
    Page page = day.page();
    long egress = page.id(i, Facet.EGRESS);
    if (egress == Term.NONE || egress == Term.OTHER) {
      return null;
    }
    long detail1 = page.id(i, Facet.DETAIL1);
    long detail2 = page.id(i, Facet.DETAIL2);
    if (lastNetwork == null
        || egress != lastEgress
        || detail1 != lastDetail1
        || detail2 != lastDetail2) {
      String statement = statement(detail2);
      if (statement == null) {
        statement = statement(detail1);
      }
      lastNetwork = around.knowledge().network(egress, statement);
      networksAsked++;
      lastEgress = egress;
      lastDetail1 = detail1;
      lastDetail2 = detail2;
    }
    return lastNetwork;
  }

  /**
   * What sort of network it is as of a day. A network that names itself, stands in none of our
   * lists and carries many colleagues is the employer's own, or an office's: whatever gateway a
   * customer runs, the whole fleet uses it, and no list knows its name. But where the person has
   * the own lines of it alone, or with one other, it is a provider of homes. An office's is also
   * what bears the name of the agency through which the person works.
   */
  public EgressClass egressClass(Network network, int day) {
    EgressClass listed = network.egressClass();
    if (listed == EgressClass.UNKNOWN && ofAgency(network)) {
      return EgressClass.OFFICE;
    }
    Thing thing = listed == EgressClass.UNKNOWN ? Thing.network(network.statement()) : null;
    if (thing == null || !around.shared(thing)) {
      return listed;
    }
    return offices.computeIfAbsent(
            new ThingDay(thing, day),
            at -> crowded.computeIfAbsent(at, this::crowded) && office(at))
        ? EgressClass.OFFICE
        : listed;
  }

  private final Map<ThingDay, Boolean> offices = new HashMap<>();

  /** Whether more than a couple were on the lines of a network on which the person was. */
  private boolean office(ThingDay at) {
    Set<String> here = new HashSet<>();
    here.add(person.key);
    int most = 1;
    for (Use address : addresses()) {
      boolean of = false;
      for (int i = 0; i < address.size() && !of; i++) {
        Network said =
            address.day(i) > at.day - CROWD_DAYS && address.day(i) <= at.day
                ? address.network(i)
                : null;
        of = said != null && at.thing.equals(Thing.network(said.statement()));
      }
      if (of) {
        Users users = around.users(new Thing(Thing.Sort.EGRESS, address.id()), at.day);
        here.addAll(users.known());
        most = Math.max(most, users.people());
      }
    }
    return Math.max(most, here.size()) > COUPLE;
  }

  /** Whether so many colleagues used a network within 28 days that it is the company's way. */
  public boolean crowded(Network network, int day) {
    Thing thing = Thing.network(network.statement());
    return thing != null
        && around.shared(thing)
        && crowded.computeIfAbsent(new ThingDay(thing, day), this::crowded);
  }

  /**
   * Whether a network hides where its user is, and few colleagues use it, or is a fixed line far
   * from the claimed place.
   */
  public boolean elsewhere(Network network, int day) {
    return switch (egressClass(network, day)) {
      case COMMERCIAL_VPN, HOSTING, RESIDENTIAL_PROXY -> !crowded(network, day);
      case HOME, UNKNOWN -> whereabouts(network, day) == Whereabouts.FAR;
      case OFFICE, CORP_VPN, RELAY, MOBILE -> false;
    };
  }

  /**
   * Whether an act was done for somebody else: records of passwords and factors say whom, {@code of
   * somebody} or {@code for somebody}.
   */
  public boolean forAnother(AccountDay on, int i) {
    long object = on.page().id(i, Facet.DETAIL1);
    String text = object == Term.NONE || object == Term.OTHER ? null : around.text(object);
    return text != null
        && (text.startsWith("of ") || text.contains(" of ") || text.contains(" for "));
  }

  private boolean ofAgency(Network network) {
    String operator = network.operator();
    if (network.statement().organisation() == null || operator.length() < SAYING) {
      return false;
    }
    for (Claim claim : person.claims) {
      if (claim instanceof Claim.Employment job && job.agency() != null) {
        String agency = job.agency().toLowerCase(Locale.ROOT);
        if (agency.length() >= SAYING && (agency.contains(operator) || operator.contains(agency))) {
          return true;
        }
      }
    }
    return false;
  }

  private record ThingDay(Thing thing, int day) {}

  private boolean crowded(ThingDay at) {
    // The person, who is asked about a network of theirs, is one of them.
    int crowd = Math.max(CROWD, around.people(at.day) / CROWD_SHARE);
    return colleagues(List.of(at.thing), at.day, crowd - 1) >= crowd - 1;
  }

  /** Who used a thing on one UTC day, the person among them; asked of the host once. */
  public Crowd crowd(Thing thing, int day) {
    return crowds.computeIfAbsent(
        new ThingDay(thing, day), at -> around.crowd(at.thing(), at.day()));
  }

  /**
   * How many other people used any of these things within the 28 days that end with a day; counted
   * no further than {@code enough}.
   */
  public int colleagues(Collection<Thing> things, int day, int enough) {
    int most = 0;
    Set<String> people = new HashSet<>();
    for (Thing thing : things) {
      if (around.shared(thing)) {
        Users users = around.users(thing, day);
        most = Math.max(most, users.people() - (users.known().contains(person.key) ? 1 : 0));
        if (most < enough && things.size() > 1) {
          people.addAll(users.known());
          people.remove(person.key);
          most = Math.max(most, people.size());
        }
      }
    }
    return Math.min(most, enough);
  }

  /**
   * How often colleagues do something, within the 28 days that end with a day: the share of those
   * of the own department who did at least 2 to the {@code level} of it on so many days, shrunk to
   * the share of everybody where the department is small (detection.md 1.14). Never 0: nobody is
   * known so well.
   */
  public double habit(Deed deed, int level, int days, int day) {
    Thing all = Thing.deed(deed, level);
    double others = Math.max(0, around.people(day) - 1);
    double everybody = (doers(all, days, day) + KNOWN * FEW) / (others + KNOWN);
    String department = department(person.claims);
    if (department == null) {
      return Math.min(1, everybody);
    }
    double near = Math.max(0, around.department(department) - 1);
    return Math.min(
        1, (doers(all.within(department), days, day) + SHRINK * everybody) / (near + SHRINK));
  }

  /** How many others have a thing on at least so many of the 28 days that end with a day. */
  private int doers(Thing thing, int days, int day) {
    if (!around.shared(thing)) {
      return 0;
    }
    Map<String, Integer> present = new HashMap<>();
    int most = 0;
    for (int on = day; on > day - CROWD_DAYS; on--) {
      Crowd crowd = crowd(thing, on);
      crowd.present().forEach(other -> present.merge(other, 1, Integer::sum));
      most = Math.max(most, crowd.whole() ? 0 : crowd.people() - 1);
    }
    present.remove(person.key);
    int doers = 0;
    for (int n : present.values()) {
      doers += n >= days ? 1 : 0;
    }
    return Math.max(doers, most);
  }

  /** The department in which HR places the person of these claims, in lower case; null for none. */
  public static @Nullable String department(List<Claim> claims) {
    Claim.Employment last = null;
    for (Claim claim : claims) {
      if (claim instanceof Claim.Employment row
          && row.department() != null
          && (last == null || LATEST.compare(row, last) > 0)) {
        last = row;
      }
    }
    String name = last == null ? null : last.department();
    return name == null || name.isBlank() ? null : name.strip().toLowerCase(Locale.ROOT);
  }

  private static final Comparator<Claim.Employment> LATEST =
      Comparator.comparingLong(Claim.Employment::fromDay)
          .thenComparingLong(Claim.Employment::recordId);

  /**
   * Whether a client describes itself as a phone or tablet. Words of the user agent, as makers
   * write them (RFC 9110 product tokens; the same words in Okta Verify and Outlook).
   */
  public boolean handheld(long fingerprint) {
    if (fingerprint != lastClient || lastHandheld == null) {
      lastClient = fingerprint;
      lastHandheld = handheld.computeIfAbsent(fingerprint, this::saysHandheld);
    }
    return lastHandheld;
  }

  private boolean saysHandheld(long fingerprint) {
    String text = around.text(fingerprint);
    if (text == null) {
      return false;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("iphone")
        || lower.contains("ipad")
        || lower.contains("android")
        || lower.contains("mobile")
        || lower.contains("okta verify")
        || (lower.contains("darwin/") && lower.contains("ios"));
  }

  /** The half hours of a UTC day, one bit each from midnight, with an act that needed a hand. */
  public long halfHours(int day) {
    return halfHours(human(day));
  }

  /** The half hours, one bit each from midnight, in which a bitmap has a bin. */
  public static long halfHours(long[] bins) {
    long half = 0;
    for (int bin = Bits.nextSet(bins, 0, Bits.BINS); bin < Bits.BINS; ) {
      int at = bin / 6;
      half |= 1L << at;
      bin = Bits.nextSet(bins, 6 * (at + 1), Bits.BINS);
    }
    return half;
  }

  /** Where a network lies as its own record says, next to where the person claims to be. */
  public Whereabouts whereabouts(Network network, int day) {
    Claim.Place place = place(day);
    return place == null
        ? Whereabouts.UNKNOWN
        : whereabouts.computeIfAbsent(
            new Placed(network, place),
            placed -> Whereabouts.of(around.knowledge(), place, zone(day), network, day));
  }

  /**
   * The same of a line on the i-th day of its use, by everything that records say of it. What two
   * sources, or one before and after a correction, place differently is never far: that they
   * disagree is no evidence (DESIGN section 5).
   */
  public Whereabouts whereabouts(Use address, int i) {
    boolean far = false;
    boolean unknown = false;
    for (Network said : address.said(i)) {
      switch (whereabouts(said, address.day(i))) {
        case NEAR -> {
          return Whereabouts.NEAR;
        }
        case FAR -> far = true;
        // A record that names no place says nothing against one that does.
        case UNKNOWN -> unknown |= says(said);
      }
    }
    return far && !unknown ? Whereabouts.FAR : Whereabouts.UNKNOWN;
  }

  /**
   * Whether a line may be somebody's home on the i-th day of its use: no record calls it an office,
   * a gateway, a carrier's or an exit. One source may flag what another does not: an exit is never
   * a base.
   */
  public boolean mayBeHome(Use address, int i) {
    for (Network said : address.said(i)) {
      if (said.egressClass() != EgressClass.HOME && said.egressClass() != EgressClass.UNKNOWN) {
        return false;
      }
    }
    return address.network(i) != null;
  }

  private static boolean says(Network network) {
    return network.placed() || network.statement().city() != null;
  }

  /** Kilometres that surely lie between two lines, whichever of their places is the right one. */
  public double surelyKm(Use one, int i, Use other, int j) {
    double least = Double.POSITIVE_INFINITY;
    for (Network a : one.said(i)) {
      for (Network b : other.said(j)) {
        if (a.placed() && b.placed()) {
          least = Math.min(least, Earth.surelyKm(a, b));
        }
      }
    }
    return least == Double.POSITIVE_INFINITY ? 0 : least;
  }

  private record Placed(Network network, Claim.Place place) {}

  private final Map<Placed, Whereabouts> whereabouts = new HashMap<>();

  /** The remote-access tool that an object's text names, as a process does; null for none. */
  public @Nullable RemoteTool remoteTool(long object) {
    if (!tools.containsKey(object)) {
      String text = object == Term.NONE || object == Term.OTHER ? null : around.text(object);
      tools.put(object, text == null ? null : around.knowledge().remoteTool(text));
    }
    return tools.get(object);
  }

  private final Map<Long, @Nullable RemoteTool> tools = new HashMap<>();

  // --- claims ------------------------------------------------------------------------------

  public List<Claim> claims() {
    return person.claims;
  }

  /** The employment rows, in the order of their first day. */
  public List<Claim.Employment> employment() {
    List<Claim.Employment> rows = new ArrayList<>();
    for (Claim claim : person.claims) {
      if (claim instanceof Claim.Employment row) {
        rows.add(row);
      }
    }
    rows.sort(
        Comparator.comparingLong(Claim.Employment::fromDay)
            .thenComparingLong(Claim.Employment::toDay)
            .thenComparingLong(Claim.Employment::recordId));
    return rows;
  }

  /** Where the person claims to be on a day: the shortest claim that covers it. */
  public Claim.@Nullable Place place(int day) {
    return claim(Claim.Place.class, day);
  }

  /** The hours that the person said they keep on a day. */
  public Claim.@Nullable Schedule schedule(int day) {
    return claim(Claim.Schedule.class, day);
  }

  /** The claimed zone on a day; null when none is claimed or its name is unknown. */
  public @Nullable ZoneId zone(int day) {
    Claim.Place place = place(day);
    Claim.Schedule schedule = schedule(day);
    String name =
        place != null && place.zone() != null
            ? place.zone()
            : schedule == null ? null : schedule.zone();
    if (name == null) {
      return null;
    }
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      return null;
    }
  }

  /** Documented context that covers a day. */
  public List<Claim.Context> contexts(int day) {
    List<Claim.Context> found = new ArrayList<>();
    for (Claim claim : person.claims) {
      if (claim instanceof Claim.Context context && covers(claim, day)) {
        found.add(context);
      }
    }
    found.sort(Comparator.comparingLong(Claim.Context::recordId));
    return found;
  }

  private <C extends Claim> @Nullable C claim(Class<C> kind, int day) {
    C best = null;
    for (Claim claim : person.claims) {
      if (kind.isInstance(claim) && covers(claim, day)) {
        if (best == null || SHORTEST.compare(claim, best) < 0) {
          best = kind.cast(claim);
        }
      }
    }
    return best;
  }

  private static boolean covers(Claim claim, int day) {
    return claim.fromDay() <= day && day <= claim.toDay();
  }

  private static final Comparator<Claim> SHORTEST =
      Comparator.comparingDouble((Claim c) -> (double) c.toDay() - c.fromDay())
          .thenComparing(Comparator.comparingLong(Claim::fromDay).reversed())
          .thenComparingLong(Claim::recordId);

  // --- making ------------------------------------------------------------------------------

  private interface ThingOf {
    long id(AccountDay day, int i);
  }

  private List<Use> uses(ThingOf thingOf, boolean networks) {
    return uses(own, thingOf, networks);
  }

  private List<Use> uses(List<AccountDay> pages, ThingOf thingOf, boolean networks) {
    Index index = new Index();
    List<Use> uses = new ArrayList<>();
    long lastId = Term.NONE;
    Use last = null;
    Use told = null;
    int toldOf = -1;
    for (AccountDay day : pages) {
      Page page = day.page();
      told = null;
      for (int i = 0; i < day.size(); i++) {
        long id = thingOf.id(day, i);
        if (id == Term.NONE || id == Term.OTHER) {
          continue;
        }
        if (last == null || id != lastId) {
          int number = index.of(id);
          if (number == uses.size()) {
            uses.add(new Use(id));
          }
          last = uses.get(number);
          lastId = id;
        }
        last.tell(day.day(), page.second(i), page.lastSecond(i), day.who(i));
        if (networks) {
          Network said = network(day, i);
          if (said != null && (told != last || toldOf != networksAsked)) {
            told = last;
            toldOf = networksAsked;
            if (said.stated()) {
              last.tell(said);
            }
          }
        }
      }
    }
    return List.copyOf(uses);
  }

  /** The text of a net statement; null for an id that is none. */
  private @Nullable String statement(long id) {
    if (id == Term.NONE || id == Term.OTHER) {
      return null;
    }
    if (statements.containsKey(id)) {
      return statements.get(id);
    }
    String text = around.text(id);
    String statement = text != null && isStatement(text) ? text : null;
    statements.put(id, statement);
    return statement;
  }

  /** Objects share the detail ids with net statements: those have eight parts and begin with AS. */
  private static boolean isStatement(String text) {
    return (text.startsWith("|") || text.startsWith("AS"))
        && text.chars().filter(c -> c == '|').count() == 7;
  }

  private static Prior[] priors(Page page, boolean ofDevice) {
    Prior[] who = new Prior[page.size()];
    for (int i = 0; i < who.length; i++) {
      who[i] = ofDevice ? Prior.AUTOMATED : page.kind(i).prior();
    }
    return who;
  }

  private void mark() {
    for (AccountDay day : own) {
      int at = day.day() - firstDay;
      if (human[at] == null) {
        human[at] = Bits.empty();
        awake[at] = Bits.empty();
      }
      day.mark(human[at], awake[at]);
    }
  }

  private int firstOn(int day) {
    int low = 0;
    int high = own.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (own.get(middle).day() < day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private long[] of(long[][] bits, int day) {
    int at = day - firstDay;
    return at < 0 || at >= bits.length || bits[at] == null ? NOTHING : bits[at];
  }

  private long[] inARow(long[][] bits, Days days) {
    List<long[]> row = new ArrayList<>(days.to() - days.from() + 1);
    for (int day = days.from(); day <= days.to(); day++) {
      row.add(of(bits, day));
    }
    return Bits.days(row);
  }

  private static final long[] NOTHING = Bits.empty();
}
