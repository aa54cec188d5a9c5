package dev.bonafide.engine;

import dev.bonafide.engine.directory.Devices;
import dev.bonafide.engine.directory.Directory;
import dev.bonafide.logbook.Facet;
import dev.bonafide.logbook.Lexicon;
import dev.bonafide.logbook.Page;
import dev.bonafide.logbook.ThingBooks;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Term;
import java.util.EnumSet;
import java.util.HashMap;
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
  private static final Set<Kind> INTERACTIVE = EnumSet.of(Kind.DEVICE_LOGON, Kind.DEVICE_UNLOCK);

  private final Lexicon lexicon;
  private final Directory directory;
  private final Devices devices;
  private final Map<Long, Long> deviceOf = new HashMap<>();
  private final Map<Long, @Nullable String> keyOf = new HashMap<>();
  private final Map<Long, Long> ofDevice = new HashMap<>();
  private final Map<Long, NavigableMap<Integer, Set<String>>> logons = new HashMap<>();

  Ownership(Lexicon lexicon, Directory directory, Devices devices) {
    this.lexicon = lexicon;
    this.directory = directory;
    this.devices = devices;
  }

  /** Learns an account, {@code source:key}, and from its page who logged on to which device. */
  void learn(long account, String name, int day, Page page) {
    if (!keyOf.containsKey(account)) {
      keyOf.put(account, directory.person(name));
      if (Directory.ofDevice(name)) {
        String key = name.substring(name.indexOf('/') + 1);
        ofDevice.put(account, devices.id(new Term(Term.of(key).id(), key)));
      }
    }
    for (long endpoint : page.ids(Facet.ENDPOINT)) {
      device(endpoint);
    }
    String person = keyOf.get(account);
    if (person != null && page.kinds().stream().anyMatch(INTERACTIVE::contains)) {
      for (int i = 0; i < page.size(); i++) {
        long endpoint = page.id(i, Facet.ENDPOINT);
        if (INTERACTIVE.contains(page.kind(i)) && device(endpoint) != Term.NONE) {
          logons
              .computeIfAbsent(device(endpoint), d -> new TreeMap<>())
              .computeIfAbsent(day, d -> new TreeSet<>())
              .add(person);
        }
      }
    }
  }

  /** One id for all names of a device; the id itself where it is unknown. Learned ids only. */
  long deviceOf(long endpoint) {
    Long known = deviceOf.get(endpoint);
    return known == null ? endpoint : known;
  }

  private long device(long endpoint) {
    Long known = deviceOf.get(endpoint);
    if (known == null) {
      String text = lexicon.text(endpoint);
      known = text == null ? endpoint : devices.id(new Term(endpoint, text));
      deviceOf.put(endpoint, known);
    }
    return known;
  }

  /** The key of the person who has the account on that day; null when nobody has. */
  @Override
  public @Nullable String person(long account, int day) {
    Long device = ofDevice.get(account);
    return device == null ? keyOf.get(account) : holder(device, day);
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
