package dev.bonafide.engine.directory;

import dev.bonafide.model.DeviceFact;
import dev.bonafide.model.DeviceFact.Name;
import dev.bonafide.model.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which names are one device, and to whom it was assigned. Serials and vendor ids join names; a
 * host name joins only where it leads to one device: two machines may be called the same, and the
 * same machine may be called differently by each tool. Conflicts are reported and join nothing.
 */
public final class Devices {
  /** What firmware says when nobody wrote a serial: no two devices are one because of these. */
  private static final Pattern NO_SERIAL =
      Pattern.compile(
          "(?:to be filled by o\\.?e\\.?m\\.?|default string|system serial number|not specified"
              + "|not applicable|none|null|n/?a|unknown|invalid|chassis serial number|o\\.?e\\.?m\\.?"
              + "|0+|x+|f+|1234567890?|0?123456789|\\.+|-+|empty|no asset tag)?");

  /**
   * Names that half the machines of the world have: what a maker or a system calls each of them,
   * perhaps with the number that a Mac adds when it meets another of its name. A phone is called by
   * its owner, if at all, and a name with a blank is for display: neither is a host name.
   */
  private static final Pattern NO_HOST =
      Pattern.compile(
          ".*[\\s'\u2019()].*"
              + "|(?:.*[-_])?(?:iphone|ipad|ipod|apple-?watch|android|galaxy|pixel|oneplus|redmi|xiaomi"
              + "|huawei|nexus)(?:[-_0-9].*)?"
              + "|sm-[a-z]\\d.*"
              + "|(?:localhost|localdomain|unknown|none|null|(?:user|home|my|admin|the)?-?(?:pc|laptop|desktop"
              + "|notebook|computer|host|device|machine|workstation)|i?mac|mac-?(?:mini|studio|pro)"
              + "|macbook|macbook-?(?:pro|air)|ubuntu|debian|fedora|arch|kali|linux|raspberrypi|windows"
              + "|win(?:7|8|10|11)?|surface|chromebook)(?:[-_]?\\d{1,3})?");

  /** To whom a device belonged, and when: UTC epoch days, both included. */
  public record Assignment(String worker, long fromDay, long toDay) {}

  private final Map<String, Long> idOfName = new HashMap<>();
  private final Map<Long, List<Assignment>> assignments = new TreeMap<>();
  private final List<String> conflicts = new ArrayList<>();

  private Devices() {}

  /** Joins the names of all facts. */
  public static Devices of(Collection<DeviceFact> facts) {
    Devices devices = new Devices();
    devices.make(facts);
    return devices;
  }

  /**
   * One id for all names of a device. A name that no fact speaks of stands for itself; as a host
   * name, by its first label. A name that many devices have, such as {@code iPhone}, names none:
   * {@link Term#NONE}.
   *
   * @param endpoint as the record names it
   */
  public long id(Term endpoint) {
    if (endpoint.id() >>> 32 == 0) {
      return endpoint.id();
    }
    String folded = Logins.fold(endpoint.text());
    Long known = idOfName.get("v:" + folded);
    if (known == null) {
      known = idOfName.get("s:" + folded);
    }
    String label = label(folded);
    if (known == null) {
      known = idOfName.get("h:" + label);
    }
    if (known != null) {
      return known;
    }
    return label.indexOf(':') < 0 && NO_HOST.matcher(label).matches()
        ? Term.NONE
        : Term.textId("h:" + label);
  }

  /** Who had the device, sorted; empty when nobody is known. */
  public List<Assignment> assignments(long device) {
    return assignments.getOrDefault(device, List.of());
  }

  /** Names that lead to several devices, in words without the names themselves. */
  public List<String> conflicts() {
    return conflicts;
  }

  /** How many devices the facts speak of. */
  public int count() {
    return (int) idOfName.values().stream().distinct().count();
  }

  static String label(String host) {
    int dot = host.indexOf(':') < 0 ? host.indexOf('.') : -1;
    return dot > 0 ? host.substring(0, dot) : host;
  }

  private void make(Collection<DeviceFact> facts) {
    Groups groups = new Groups();
    // A vendor's id under which two serials are seen is no id of one device.
    Map<String, Set<String>> serialsOf = new HashMap<>();
    for (DeviceFact fact : facts) {
      List<String> serials = strong(fact, true);
      for (String id : strong(fact, false)) {
        serialsOf.computeIfAbsent(id, i -> new TreeSet<>()).addAll(serials);
      }
    }
    Set<String> torn = new TreeSet<>();
    serialsOf.forEach(
        (id, serials) -> {
          if (serials.size() > 1) {
            torn.add(id);
          }
        });
    for (DeviceFact fact : facts) {
      List<String> names = new ArrayList<>(strong(fact, true));
      for (String id : strong(fact, false)) {
        groups.add(id);
        if (!torn.contains(id)) {
          names.add(id);
        }
      }
      names.forEach(groups::add);
      names.forEach(name -> groups.join(names.getFirst(), name));
    }
    joinHosts(facts, groups, torn.size());
    groups.all().forEach((first, names) -> names.forEach(name -> idOfName.put(name, idOf(first))));
    assign(facts);
  }

  private static long idOf(String name) {
    return Term.textId(name);
  }

  private void joinHosts(Collection<DeviceFact> facts, Groups groups, int torn) {
    Map<String, Set<String>> leads = new TreeMap<>();
    for (DeviceFact fact : facts) {
      List<String> strong = new ArrayList<>(strong(fact, true));
      strong.addAll(strong(fact, false));
      for (String host : hosts(fact)) {
        Set<String> to = leads.computeIfAbsent(host, h -> new TreeSet<>());
        strong.forEach(name -> to.add(groups.of(name)));
      }
    }
    int ambiguous = 0;
    Map<String, List<String>> members = groups.all();
    for (Map.Entry<String, Set<String>> entry : leads.entrySet()) {
      groups.add(entry.getKey());
      if (compatible(entry.getValue(), members)) {
        entry.getValue().forEach(strong -> groups.join(entry.getKey(), strong));
      } else {
        ambiguous++;
      }
    }
    if (ambiguous > 0) {
      conflicts.add(ambiguous + " host names lead to several devices and join none");
    }
    if (torn > 0) {
      conflicts.add(torn + " vendor ids are seen with several serials and join none");
    }
  }

  /** Whether groups can be one device: at most one serial, and at most one id of each vendor. */
  private static boolean compatible(Set<String> strong, Map<String, List<String>> members) {
    Map<String, String> only = new HashMap<>();
    for (String group : strong) {
      Map<String, String> here = new HashMap<>();
      for (String name : members.getOrDefault(group, List.of())) {
        String sort = name.startsWith("s:") ? "s" : name.substring(0, name.indexOf(':', 2) + 1);
        here.put(sort, group);
      }
      for (Map.Entry<String, String> sort : here.entrySet()) {
        String other = only.putIfAbsent(sort.getKey(), group);
        if (other != null && !other.equals(group)) {
          return false;
        }
      }
    }
    return true;
  }

  private void assign(Collection<DeviceFact> facts) {
    Map<Long, Set<Assignment>> all = new TreeMap<>();
    for (DeviceFact fact : facts) {
      String worker = fact.worker();
      Long id = idOf(fact);
      if (worker != null && id != null) {
        all.computeIfAbsent(
                id,
                i ->
                    new TreeSet<>(
                        java.util.Comparator.comparing(Assignment::worker)
                            .thenComparing(Assignment::fromDay)
                            .thenComparing(Assignment::toDay)))
            .add(new Assignment(worker, fact.fromDay(), fact.toDay()));
      }
    }
    all.forEach((id, set) -> assignments.put(id, List.copyOf(set)));
  }

  private @Nullable Long idOf(DeviceFact fact) {
    List<String> names = new ArrayList<>(strong(fact, true));
    names.addAll(strong(fact, false));
    names.addAll(hosts(fact));
    return names.isEmpty() ? null : idOfName.get(names.getFirst());
  }

  private static List<String> strong(DeviceFact fact, boolean serials) {
    List<String> names = new ArrayList<>();
    for (Name name : fact.names()) {
      String value = Logins.fold(name.value());
      switch (name.kind()) {
        case SERIAL -> {
          if (serials && !NO_SERIAL.matcher(value).matches()) {
            names.add("s:" + value);
          }
        }
        case VENDOR_ID -> {
          if (!serials && value.length() > value.indexOf(':') + 1) {
            names.add("v:" + value);
          }
        }
        case FQDN, HOST -> {}
      }
    }
    return names;
  }

  private static List<String> hosts(DeviceFact fact) {
    List<String> names = new ArrayList<>();
    for (Name name : fact.names()) {
      switch (name.kind()) {
        case FQDN, HOST -> {
          String label = label(Logins.fold(name.value()));
          if (label.length() > 1 && !NO_HOST.matcher(label).matches()) {
            names.add("h:" + label);
          }
        }
        case SERIAL, VENDOR_ID -> {}
      }
    }
    return names;
  }
}
