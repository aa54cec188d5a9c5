package dev.bonafide.engine;

import dev.bonafide.engine.directory.Devices;
import dev.bonafide.engine.directory.Directory;
import dev.bonafide.logbook.ThingBooks;
import dev.bonafide.model.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whose an account is on a day. A person's account is theirs on every day. A device's own account
 * (records without a person) belongs to whom the device was assigned, else to the only person with
 * interactive logons on it that day, else to nobody (DESIGN 10.5).
 */
final class Ownership implements ThingBooks.Owners {
  private final Facts facts;
  private final Directory directory;
  private final Devices devices;
  private final Map<Long, Long> deviceOf = new HashMap<>();
  private final Map<Long, @Nullable String> keyOf = new HashMap<>();
  private final Map<Long, List<Long>> ofDevice = new HashMap<>();
  private final Map<Long, NavigableMap<Integer, Set<String>>> logons = new HashMap<>();

  Ownership(Facts facts, Directory directory, Devices devices) {
    this.facts = facts;
    this.directory = directory;
    this.devices = devices;
  }

  /** Learns an account, and from what its page says who logged on to which device. */
  void learn(PageFact fact) {
    String name = fact.account();
    long account = Term.of(name).id();
    if (!keyOf.containsKey(account)) {
      keyOf.put(account, directory.person(name));
      if (Directory.ofDevice(name)) {
        ofDevice.put(account, behind(name));
      }
    }
    for (long endpoint : fact.endpoints()) {
      device(endpoint);
    }
    String person = keyOf.get(account);
    if (person != null) {
      for (long endpoint : fact.logons()) {
        if (device(endpoint) != Term.NONE) {
          logons
              .computeIfAbsent(device(endpoint), d -> new TreeMap<>())
              .computeIfAbsent(fact.day(), d -> new TreeSet<>())
              .add(person);
        }
      }
    }
  }

  /**
   * The device behind an account such as {@code defender:device/4f2a}: as its source writes it in
   * acts, {@code defender:4f2a}, then by what may be a serial or a host name.
   */
  private List<Long> behind(String account) {
    String key = account.substring(account.indexOf('/') + 1);
    String source = account.substring(0, account.indexOf(':') + 1);
    return List.of(devices.id(Term.of(source + key)), devices.id(Term.of(key)));
  }

  /** One id for all names of a device; the id itself where it is unknown. Learned ids only. */
  long deviceOf(long endpoint) {
    Long known = deviceOf.get(endpoint);
    return known == null ? endpoint : known;
  }

  private long device(long endpoint) {
    Long known = deviceOf.get(endpoint);
    if (known == null) {
      String text = facts.text(endpoint);
      known = text == null ? endpoint : devices.id(new Term(endpoint, text));
      deviceOf.put(endpoint, known);
    }
    return known;
  }

  /** The key of the person who has the account on that day; null when nobody has. */
  @Override
  public @Nullable String person(long account, int day) {
    List<Long> names = ofDevice.get(account);
    if (names == null) {
      return keyOf.get(account);
    }
    String holder = null;
    for (long device : names) {
      holder = holder == null ? holder(device, day) : holder;
    }
    return holder;
  }

  private @Nullable String holder(long device, int day) {
    Set<String> assigned = new TreeSet<>();
    for (Devices.Assignment assignment : devices.assignments(device)) {
      if (assignment.fromDay() <= day && day <= assignment.toDay()) {
        String key = directory.resolve(assignment.worker());
        if (key != null) {
          assigned.add(key);
        }
      }
    }
    if (assigned.size() == 1) {
      return assigned.iterator().next();
    }
    NavigableMap<Integer, Set<String>> days = logons.get(device);
    Set<String> people = days == null ? Set.of() : days.getOrDefault(day, Set.of());
    return people.size() == 1 ? people.iterator().next() : null;
  }
}
