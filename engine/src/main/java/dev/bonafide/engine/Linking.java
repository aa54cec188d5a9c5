package dev.bonafide.engine;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.Reference;
import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.View;
import dev.bonafide.linking.rings.Bases;
import dev.bonafide.linking.rings.Hours;
import dev.bonafide.linking.rings.Rings;
import dev.bonafide.linking.rings.Sort;
import dev.bonafide.linking.rings.Sort.Mechanism;
import dev.bonafide.linking.rings.Tie;
import dev.bonafide.linking.rings.Together;
import dev.bonafide.linking.rings.Traces;
import dev.bonafide.logbook.Bits;
import dev.bonafide.logbook.Thing;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes what links are made of from people: what indicators found shared, with offices, households,
 * kiosks and carriers already taken out; what their claims have in common; and when their hands are
 * at work. Names and birth dates are never read.
 */
final class Linking {
  /** From here on, in millinats, a shared line is the base of a group and no pair's coincidence. */
  private static final int GROUP = 1500;

  /** From here on it is one far from where the worker claims to be. */
  private static final int GROUP_ELSEWHERE = 2500;

  /** A contact that more than one in so many people give is the employer's, or an agency's. */
  private static final int COMMON = 10;

  /** What is somebody's own unless many give it. */
  private static final Set<String> OF_ONE =
      Set.of(small(Sort.PHONE), small(Sort.MAIL), small(Sort.SHIP_TO));

  /** What stands for the figures of an account that are not told: many end alike. */
  private static final Pattern MASKED = Pattern.compile("[*•.#]{2,}|[xX]{3,}");

  /** What two who are driven from outside weigh at most, in millibits. */
  private static final int REMOTE = 4_000;

  /**
   * From here on, in millinats, somebody is driven from outside: who helps others with such a tool
   * once in a while stays below.
   */
  private static final int DRIVEN = 1500;

  private static final double MILLINATS_A_BIT = 693.1471805599454;

  /**
   * A person of the run.
   *
   * @param id as outputs show it
   * @param relatives ids of those whom a declared relation ties to the person
   * @param traces by which a shelf of computers is known
   */
  record Member(
      String id,
      String label,
      boolean hr,
      List<Evidence> evidence,
      Papers papers,
      Set<String> relatives,
      Traces traces) {}

  /**
   * What HR rows say of somebody, in normal form; it takes long to make and never changes.
   *
   * @param homes claimed home addresses
   * @param agency empty when there is none
   */
  record Papers(Set<String> homes, List<Given> given, String agency) {
    static Papers of(List<Claim> claims) {
      Set<String> homes = Linking.homes(claims);
      return new Papers(homes, contacts(claims, homes), Linking.agency(claims));
    }
  }

  /** A contact that somebody gave. */
  record Given(Sort sort, String value) {}

  /**
   * An application.
   *
   * @param id of whom it is, as outputs show it: a member's, or an applicant's own
   */
  record Application(String id, Applicant applicant) {}

  /** When somebody's hands were at work: bins by day, without acts on some devices. */
  interface Work extends BiFunction<String, Set<String>, SortedMap<Integer, long[]>> {}

  private final List<Member> members;
  private final Work work;
  private final List<Application> applications;
  private final Function<String, String> pseudonym;
  private final Map<String, Map<String, Integer>> shared = new TreeMap<>();
  private final Map<String, Set<String>> sharedBy = new HashMap<>();
  private final Map<String, Integer> remote = new HashMap<>();
  private final Map<String, SortedMap<Integer, long[]>> hours = new HashMap<>();
  private final Map<String, Bases.Base> bases = new TreeMap<>();
  private final Together together;

  /**
   * @param pseudonym of a thing's text
   */
  Linking(
      List<Member> members,
      Work work,
      List<Application> applications,
      Function<String, String> pseudonym) {
    this.applications = applications;
    this.members = members;
    this.work = work;
    this.pseudonym = pseudonym;
    for (Member member : members) {
      latest(member.evidence)
          .forEach(
              (object, weight) ->
                  shared.computeIfAbsent(object, o -> new TreeMap<>()).put(member.id, weight));
      remote.put(member.id, remote(member.evidence));
    }
    shared.values().removeIf(of -> of.size() < 2);
    shared.forEach(
        (object, of) ->
            of.keySet()
                .forEach(id -> sharedBy.computeIfAbsent(id, i -> new TreeSet<>()).add(object)));
    Map<String, Traces> traces = new TreeMap<>();
    Map<String, Member> byId = new HashMap<>();
    for (Member member : members) {
      traces.put(member.id, member.traces);
      byId.put(member.id, member);
    }
    together = new Together(traces);
    for (Bases.Base base :
        Bases.of(
            traces,
            (a, b) ->
                declared(
                    Objects.requireNonNull(byId.get(a)), Objects.requireNonNull(byId.get(b))))) {
      base.members().keySet().forEach(id -> bases.put(id, base));
    }
  }

  /** Whether a declared relation or one claimed home explains what two share. */
  private static boolean declared(Member one, Member other) {
    return one.papers.homes.stream().anyMatch(other.papers.homes::contains)
        || one.relatives.contains(other.id)
        || other.relatives.contains(one.id);
  }

  /** Whom the claims name as relations, as far as they are known. */
  static Set<String> relatives(Collection<Claim> claims, Function<String, @Nullable String> known) {
    Set<String> relatives = new TreeSet<>();
    for (Claim claim : claims) {
      if (claim instanceof Claim.Context context
          && context.context() == Claim.ContextKind.RELATION
          && context.other() != null) {
        String id = known.apply(context.other());
        if (id != null) {
          relatives.add(id);
        }
      }
    }
    return relatives;
  }

  /** When somebody's hands were at work, as the person's records have it. */
  static SortedMap<Integer, long[]> hands(View view, Set<String> without) {
    SortedMap<Integer, long[]> hands = new TreeMap<>();
    for (AccountDay on : view.days()) {
      for (int i = 0; i < on.size(); i++) {
        if (on.human(i) && !without.contains(device(view, on, i))) {
          int bin = Bits.bin(on.page().second(i));
          hands.computeIfAbsent(on.day(), day -> Bits.empty())[bin >>> 6] |= 1L << (bin & 63);
        }
      }
    }
    return hands;
  }

  private static String device(View view, AccountDay on, int i) {
    return Episode.of(new Thing(Thing.Sort.DEVICE, view.device(on, i)));
  }

  // --- things ---------------------------------------------------------------------------------

  /** Somebody while what they have is gathered. */
  private static final class Having {
    final Set<Links.Held> given = new HashSet<>();
    final Set<Links.Held> things = new HashSet<>();
    final Set<String> homes = new TreeSet<>();
  }

  /** Everybody with what others have too, by id. */
  List<Links.Person> persons() {
    Map<String, Having> all = new TreeMap<>();
    Map<String, Member> byId = new HashMap<>();
    for (Member member : members) {
      byId.put(member.id, member);
      Having having = all.computeIfAbsent(member.id, id -> new Having());
      for (Given given : member.papers.given) {
        having.given.add(held(given.sort, given.value));
      }
      having.homes.addAll(member.papers.homes);
    }
    for (Application application : applications) {
      gather(application.applicant, all.computeIfAbsent(application.id, id -> new Having()));
    }
    shared.forEach(
        (object, of) ->
            of.forEach(
                (id, weight) ->
                    all.computeIfAbsent(id, x -> new Having())
                        .things
                        .addAll(things(object, weight, of))));
    bases.forEach(
        (id, base) -> all.computeIfAbsent(id, x -> new Having()).things.addAll(things(id, base)));
    Map<Links.Held, Integer> holders = new HashMap<>();
    Map<Links.Held, Set<String>> agencies = new HashMap<>();
    all.forEach(
        (id, having) -> {
          Member member = byId.get(id);
          String agency = member == null ? "" : member.papers.agency;
          for (Links.Held held : having.given) {
            holders.merge(held, 1, Integer::sum);
            agencies.computeIfAbsent(held, h -> new TreeSet<>()).add(agency);
          }
        });
    int common = Math.max(3, all.size() / COMMON);
    List<Links.Person> persons = new ArrayList<>();
    all.forEach(
        (id, having) -> {
          for (Links.Held held : having.given) {
            int of = holders.getOrDefault(held, 0);
            boolean pays = held.sort().equals(small(Sort.BANK));
            // What many give is the employer's; one agency is paid for all of its people.
            boolean explained =
                pays
                    ? agencies.getOrDefault(held, Set.of()).size() == 1
                        && !agencies.getOrDefault(held, Set.of()).contains("")
                    : OF_ONE.contains(held.sort()) && of > common;
            if (of > 1 && !explained) {
              having.things.add(held);
            }
          }
          Member member = byId.get(id);
          persons.add(
              new Links.Person(
                  id,
                  member == null ? id : member.label,
                  member == null ? "applicant" : member.hr ? "worker" : "account",
                  having.homes.isEmpty()
                      ? null
                      : pseudonym.apply("home\n" + having.homes.iterator().next()),
                  member == null ? List.of() : List.copyOf(member.relatives),
                  having.things.stream()
                      .sorted(
                          Comparator.comparing(Links.Held::sort).thenComparing(Links.Held::thing))
                      .toList()));
        });
    return persons;
  }

  /** The agency that a worker comes from; empty when there is none. */
  private static String agency(List<Claim> claims) {
    Set<String> agencies = new TreeSet<>();
    for (Claim claim : claims) {
      if (claim instanceof Claim.Employment employment && employment.agency() != null) {
        agencies.add(plain(employment.agency()));
      }
    }
    return agencies.isEmpty() ? "" : agencies.iterator().next();
  }

  private static String small(Sort sort) {
    return sort.name().toLowerCase(Locale.ROOT);
  }

  /** What an application has: contacts, referees, sentences, networks. */
  private void gather(Applicant applicant, Having into) {
    for (Contact contact : applicant.allContacts()) {
      if (contact.kind() == Contact.Kind.ADDRESS) {
        into.homes.add(own(contact));
      } else if (!contact.placeholder()) {
        Sort sort =
            switch (contact.kind()) {
              case MAIL -> Sort.MAIL;
              case PHONE -> Sort.PHONE;
              case PROFILE, ADDRESS -> Sort.HANDLE;
            };
        into.given.add(held(sort, own(contact)));
      }
    }
    for (Reference reference : applicant.references()) {
      for (Contact contact : reference.contacts()) {
        if (contact.kind() != Contact.Kind.ADDRESS && !contact.placeholder()) {
          into.given.add(held(Sort.VOUCH, own(contact)));
        }
      }
    }
    if (applicant.resume() != null) {
      for (long line : applicant.resume().fingerprint().lines()) {
        into.given.add(held(Sort.TEXT, Long.toHexString(line)));
      }
    }
    Applicant.Sent sent = applicant.sent();
    if (sent != null && sent.address() != null) {
      into.given.add(held(Sort.EGRESS, plain(sent.address())));
    }
  }

  /** The part of a contact's key that tells it from others. */
  private static String own(Contact contact) {
    return contact.key().substring(contact.key().indexOf(':') + 1);
  }

  /** What each object of a person's evidence weighs in its latest revision, if anything. */
  private static Map<String, Integer> latest(List<Evidence> evidence) {
    Map<String, Integer> weights = new HashMap<>();
    for (Evidence one : last(evidence)) {
      if (one.millinats() > 0 && !one.object().isEmpty()) {
        weights.merge(one.object(), one.millinats(), Math::max);
      }
    }
    return weights;
  }

  private static Collection<Evidence> last(List<Evidence> evidence) {
    Map<String, Evidence> last = new TreeMap<>();
    for (Evidence one : evidence) {
      last.merge(one.id(), one, (a, b) -> a.day() >= b.day() ? a : b);
    }
    return last.values();
  }

  private static int remote(List<Evidence> evidence) {
    return last(evidence).stream()
        .filter(one -> one.cause() == Cause.REMOTE_CONTROL)
        .mapToInt(Evidence::millinats)
        .max()
        .orElse(0);
  }

  /** What an object of indicators is here to one of those who share it. */
  private List<Links.Held> things(String object, int weight, Map<String, Integer> of) {
    String kind = object.substring(0, Math.max(0, object.indexOf(':')));
    int most = of.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return switch (kind) {
      case "egress" -> {
        if (most < GROUP || of.size() < 3) {
          yield List.of(held(Sort.LINE, object));
        }
        yield weight < GROUP_ELSEWHERE
            ? List.of(held(Sort.BASE, object))
            : List.of(held(Sort.BASE, object), held(Sort.BASE_AWAY, object));
      }
      case "device" -> List.of(held(Sort.DEVICE, object));
      case "factor" -> List.of(held(Sort.FACTOR, object));
      case "peripheral" -> List.of(held(Sort.PERIPHERAL, object));
      default -> List.of();
    };
  }

  /** What a base is to one of those who have it. */
  private List<Links.Held> things(String id, Bases.Base base) {
    String name = "base of " + base.members().firstKey();
    if (!base.several()) {
      return List.of(held(Sort.BASE_OF_TWO, name));
    }
    // A firm's network may lie anywhere.
    return base.home() && base.members().get(id) == Traces.Place.FAR
        ? List.of(held(Sort.BASE, name), held(Sort.BASE_AWAY, name))
        : List.of(held(Sort.BASE, name));
  }

  private Links.Held held(Sort sort, String value) {
    return new Links.Held(
        sort.name().toLowerCase(Locale.ROOT), pseudonym.apply(sort.name() + "\n" + value));
  }

  private static List<Given> contacts(List<Claim> claims, Set<String> homes) {
    Set<Given> contacts = new LinkedHashSet<>();
    for (Claim claim : claims) {
      if (claim instanceof Claim.Contact contact) {
        String text = contact.value();
        Given given =
            switch (contact.contact()) {
              case PHONE -> given(Sort.PHONE, Contact.phone(text, Set.of(), "", 0, null), text);
              case PRIVATE_MAIL -> given(Sort.MAIL, Contact.mail(text, "", 0), text);
              // A computer that goes to the worker's home is no sign of anything.
              case SHIP_TO ->
                  homes.contains(address(text)) ? null : given(Sort.SHIP_TO, null, address(text));
              case PAY_TOKEN -> given(Sort.BANK, null, text);
              case HOME_ADDRESS -> null;
            };
        if (given != null) {
          contacts.add(given);
        }
      }
    }
    return List.copyOf(contacts);
  }

  /**
   * A contact in normal form, else as it is written; null when it is too short to be one's own, or
   * a word where a number is meant, or a number of which only the end is told.
   */
  private static @Nullable Given given(Sort sort, @Nullable Contact normal, String text) {
    String value =
        normal != null
            ? own(normal)
            : sort == Sort.PHONE ? text.replaceAll("[^0-9]", "") : plain(text);
    boolean nobodys =
        sort == Sort.BANK
            && (value.chars().noneMatch(Character::isDigit) || MASKED.matcher(text).find());
    return value.length() < 5 || nobodys ? null : new Given(sort, value);
  }

  private static Set<String> homes(List<Claim> claims) {
    Set<String> homes = new TreeSet<>();
    for (Claim claim : claims) {
      if (claim instanceof Claim.Contact contact
          && contact.contact() == Claim.ContactKind.HOME_ADDRESS) {
        homes.add(address(contact.value()));
      }
    }
    return homes;
  }

  private static String address(String text) {
    Contact address = Contact.address(text, "", 0);
    return address == null ? plain(text) : own(address);
  }

  private static String plain(String value) {
    return value.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}@.]+", " ").strip();
  }

  // --- what is there beyond things ------------------------------------------------------------

  /** Whose hands meet, and who is driven from outside on a base of several. */
  Rings.Rhythm rhythm() {
    return this::beyond;
  }

  private List<Tie.Line> beyond(String left, String right) {
    Set<String> devices = new TreeSet<>();
    Bases.Base base = bases.get(left);
    boolean onBase = base != null && base.equals(bases.get(right));
    boolean standing = onBase;
    for (String object : sharedBy.getOrDefault(left, Set.of())) {
      Map<String, Integer> of = shared.getOrDefault(object, Map.of());
      if (of.containsKey(right)) {
        if (object.startsWith("device:")) {
          devices.add(object);
        }
        standing |= standing(object, of);
      }
    }
    List<Tie.Line> lines = new ArrayList<>();
    add(Hours.between(hours(left, devices), hours(right, devices)), lines);
    if (onBase) {
      add(together.starts(left, right), lines);
    }
    add(
        together.falls(left, right, base != null && onBase ? base.members().keySet() : Set.of()),
        lines);
    int one = remote.getOrDefault(left, 0);
    int other = remote.getOrDefault(right, 0);
    if (standing && one >= DRIVEN && other >= DRIVEN) {
      int millibits = (int) Math.min(REMOTE, Math.round((one + other) * 1000L / MILLINATS_A_BIT));
      lines.add(
          new Tie.Line(
              Sort.Level.RING,
              Mechanism.REMOTE,
              "remote control",
              "",
              2,
              millibits,
              "what they share stands in one place, and records of both show remote control that"
                  + " colleagues lack"));
    }
    return lines;
  }

  private static void add(Tie.@Nullable Line line, List<Tie.Line> lines) {
    if (line != null) {
      lines.add(line);
    }
  }

  /** Whether a shared thing stands where both computers do: a base, a dock, a key in a drawer. */
  private boolean standing(String object, Map<String, Integer> of) {
    return object.startsWith("peripheral:")
        || object.startsWith("factor:")
        || things(object, 0, of).stream().anyMatch(held -> held.sort().equals(small(Sort.BASE)));
  }

  private SortedMap<Integer, long[]> hours(String id, Set<String> without) {
    return hours.computeIfAbsent(id + "\n" + without, key -> work.apply(id, without));
  }
}
