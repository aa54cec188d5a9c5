package dev.bonafide.engine.directory;

import dev.bonafide.model.Claim;
import dev.bonafide.model.Member;
import dev.bonafide.model.Member.Alias;
import dev.bonafide.model.Member.AliasKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are one person.
 *
 * <p>With an HR list a person is a worker; an account is theirs when a row names it, when a
 * verified address or security id leads to exactly one worker, or, marked as inferred, when its
 * login can be made from exactly one worker's name. Without one, a person is the accounts that
 * share a verified address. What leads to several workers is left to nobody and reported.
 * Similarity is never enough.
 */
public final class Directory {
  /** How an account came to its person, or why it has none. */
  public enum Standing {
    /** A directory says so, or a verified address. */
    MATCHED("matched"),
    /** Its login can be made from exactly one worker's name. */
    INFERRED("inferred from the login"),
    /** No person: a program's account. */
    SERVICE("service account"),
    /** Records of a device itself. */
    DEVICE("a device's own account"),
    /** Leads to several workers. */
    CONFLICT("its names lead to several workers"),
    /** Leads to nobody. */
    UNMATCHED("no worker or address found for it");

    private final String words;

    Standing(String words) {
      this.words = words;
    }

    /** What a person reads. */
    public String words() {
      return words;
    }
  }

  /**
   * A person.
   *
   * @param key the worker id as {@code hr:id}, else the smallest account
   * @param hr whether an HR row stands behind it
   * @param accounts sorted
   * @param claims this person's claims, in a fixed order
   * @param names what the vault keeps: display names and addresses, sorted
   */
  public record Person(
      String key, boolean hr, List<String> accounts, List<Claim> claims, List<String> names) {}

  /**
   * A security id that is one account's in the world: of a domain or machine (S-1-5-21 with three
   * random parts) or of Entra (S-1-12-1). All others name the same built-in account everywhere, and
   * macOS gives every first user S-1-5-21-501.
   */
  private static final Pattern SID_OF_ONE =
      Pattern.compile("s-1-(?:5-21|12-1)-\\d+-\\d+-\\d+-\\d+");

  private final Map<String, Person> people = new TreeMap<>();
  private final Map<String, Standing> standings = new TreeMap<>();
  private final Map<String, String> personOf = new HashMap<>();
  private final Map<String, String> workerNames = new HashMap<>();
  private final Map<String, Set<String>> applications = new HashMap<>();
  private int claimsOfNobody;

  private Directory() {}

  /**
   * Makes the directory.
   *
   * @param seen accounts that occur in records, {@code source:key}
   * @param machines accounts whose rhythm is a program's
   */
  public static Directory of(Roll roll, Collection<String> seen, Set<String> machines) {
    Directory directory = new Directory();
    directory.make(roll, seen, machines);
    return directory;
  }

  /** Every person, by key. */
  public Collection<Person> people() {
    return people.values();
  }

  /** How each account stands, by account. */
  public Map<String, Standing> standings() {
    return standings;
  }

  /** The key of the person whose account this is; null when there is none. */
  public @Nullable String person(String account) {
    return personOf.get(account);
  }

  public @Nullable Person byKey(String key) {
    return people.get(key);
  }

  /** The applicant ids under which HR lists the person; empty when it lists none. */
  public Set<String> applications(String key) {
    return applications.getOrDefault(key, Set.of());
  }

  /** The key of the other person whom documented context names; null when there is none. */
  public @Nullable String other(Claim claim) {
    return claim instanceof Claim.Context context && context.other() != null
        ? resolve(context.other())
        : null;
  }

  /** The key of the person whom a worker id, address or account names; null when there is none. */
  public @Nullable String resolve(String worker) {
    String folded = Logins.fold(worker);
    String key = workerNames.get("w:" + folded);
    if (key == null) {
      key = workerNames.get("m:" + folded);
    }
    if (key == null) {
      key = workerNames.get("n:" + folded);
    }
    return key == null || key.isEmpty() ? personOf.get(worker) : key;
  }

  /** Claims whose worker is nobody we know. */
  public int claimsOfNobody() {
    return claimsOfNobody;
  }

  /** Whether this is the account of a device and not of a person. */
  public static boolean ofDevice(String account) {
    int colon = account.indexOf(':');
    return colon > 0 && account.startsWith("device/", colon + 1);
  }

  private static boolean ofHr(Member member) {
    return member.account().startsWith("hr:");
  }

  // --- making it -----------------------------------------------------------------------------

  private final Map<String, Set<String>> strongNames = new TreeMap<>();
  private final Map<String, Set<String>> logins = new HashMap<>();
  private final Map<String, Set<String>> displayNames = new HashMap<>();
  private final Map<String, Set<String>> workers = new TreeMap<>();

  private void make(Roll roll, Collection<String> seen, Set<String> machines) {
    Set<String> service = new HashSet<>(machines);
    for (String account : seen) {
      strongNames.computeIfAbsent(account, a -> new TreeSet<>());
    }
    for (Member member : roll.members()) {
      String account = ofHr(member) ? "hr:" + workerId(member) : member.account();
      Map<String, Set<String>> into = ofHr(member) ? workers : strongNames;
      Set<String> names = into.computeIfAbsent(account, a -> new TreeSet<>());
      for (Alias alias : member.aliases()) {
        addName(account, names, alias);
      }
      if (member.service()) {
        service.add(account);
      }
    }
    roll.aliases()
        .forEach(
            (account, names) -> {
              Set<String> strong = strongNames.computeIfAbsent(account, a -> new TreeSet<>());
              for (String name : names) {
                addName(account, strong, new Alias(kindOf(name), name));
              }
            });
    if (workers.isEmpty()) {
      byAddress(service);
    } else {
      byWorker(service);
    }
    claims(roll.claims());
  }

  private static String workerId(Member member) {
    String id = member.alias(AliasKind.WORKER_ID);
    return (id == null ? member.account().substring(3) : id).strip();
  }

  private static AliasKind kindOf(String alias) {
    return alias.indexOf('@') > 0 ? AliasKind.MAIL : AliasKind.LOGIN;
  }

  private void addName(String account, Set<String> names, Alias alias) {
    String value = Logins.fold(alias.value());
    if (value.isEmpty()) {
      return;
    }
    switch (alias.kind()) {
      case WORKER_ID -> names.add("w:" + value);
      case MAIL -> names.add("m:" + value);
      case SID -> {
        if (SID_OF_ONE.matcher(value).matches()) {
          names.add("s:" + value);
        }
      }
      case ACCOUNT -> names.add("a:" + alias.value().strip());
      case LOGIN -> logins.computeIfAbsent(account, a -> new TreeSet<>()).add(value);
      case DISPLAY_NAME ->
          displayNames.computeIfAbsent(account, a -> new TreeSet<>()).add(alias.value().strip());
      case APPLICANT_ID ->
          applications.computeIfAbsent(account, a -> new TreeSet<>()).add(alias.value().strip());
      case PRIVATE_MAIL -> {}
    }
  }

  /** Every name of an account that is more than a likeness, its own key included. */
  private Set<String> strong(String account) {
    Set<String> names = new TreeSet<>(strongNames.getOrDefault(account, Set.of()));
    names.add("a:" + account);
    return names;
  }

  private boolean isService(String account, Set<String> service) {
    if (service.contains(account)) {
      return true;
    }
    Set<String> names = new TreeSet<>(logins.getOrDefault(account, Set.of()));
    for (String name : strongNames.getOrDefault(account, Set.of())) {
      if (name.startsWith("m:")) {
        names.add(name.substring(2));
      }
    }
    if (names.isEmpty()) {
      names.add(account.substring(account.indexOf(':') + 1));
    }
    return names.stream().map(Logins::login).anyMatch(Logins::looksLikeService);
  }

  // --- with an HR list -----------------------------------------------------------------------

  private void byWorker(Set<String> service) {
    workers.forEach(
        (key, names) -> {
          names.add("w:" + Logins.fold(key.substring(3)));
          names.add("a:" + key);
        });
    Map<String, Set<String>> owners = new HashMap<>();
    workers.forEach((key, names) -> names.forEach(name -> own(owners, name, key)));
    // Names spread from account to account, step by step, from those that lead to one worker.
    Map<String, String> matched = new TreeMap<>();
    Set<String> conflicts = new TreeSet<>();
    boolean moved = true;
    while (moved) {
      Map<String, String> step = new TreeMap<>();
      for (String account : strongNames.keySet()) {
        if (matched.containsKey(account) || conflicts.contains(account) || ofDevice(account)) {
          continue;
        }
        Set<String> leads = new TreeSet<>();
        strong(account).forEach(name -> leads.addAll(owners.getOrDefault(name, Set.of())));
        if (leads.size() == 1) {
          step.put(account, leads.iterator().next());
        } else if (leads.size() > 1) {
          conflicts.add(account);
        }
      }
      step.forEach((account, worker) -> strong(account).forEach(name -> own(owners, name, worker)));
      matched.putAll(step);
      moved = !step.isEmpty();
    }
    Map<String, String> inferred = inferred(matched, conflicts, service);
    Map<String, List<String>> accounts = new TreeMap<>();
    workers.keySet().forEach(key -> accounts.put(key, new ArrayList<>()));
    List<String> rest = new ArrayList<>();
    for (String account : strongNames.keySet()) {
      String worker = matched.getOrDefault(account, inferred.get(account));
      Standing standing =
          ofDevice(account)
              ? Standing.DEVICE
              : service.contains(account) || (worker == null && isService(account, service))
                  ? Standing.SERVICE
                  : matched.containsKey(account)
                      ? Standing.MATCHED
                      : worker != null
                          ? Standing.INFERRED
                          : conflicts.contains(account) ? Standing.CONFLICT : Standing.UNMATCHED;
      standings.put(account, standing);
      if (worker != null && standing != Standing.SERVICE) {
        accounts.getOrDefault(worker, new ArrayList<>()).add(account);
      } else if (standing == Standing.UNMATCHED) {
        rest.add(account);
      }
    }
    accounts.forEach((key, own) -> add(key, true, own));
    // People whom HR does not list are people all the same, when an address says who they are.
    rest.removeIf(account -> mails(account).isEmpty());
    groups(rest).forEach(group -> add(group.getFirst(), false, group));
  }

  private static void own(Map<String, Set<String>> owners, String name, String worker) {
    owners.computeIfAbsent(name, n -> new TreeSet<>()).add(worker);
  }

  /** Accounts whose login can be made from exactly one worker's name or address. */
  private Map<String, String> inferred(
      Map<String, String> matched, Set<String> conflicts, Set<String> service) {
    Map<String, Set<String>> makers = new HashMap<>();
    workers.forEach(
        (key, names) -> {
          for (String name : names) {
            if (name.startsWith("m:")) {
              own(makers, Logins.bare(Logins.login(name.substring(2))), key);
            }
          }
          for (String name : displayNames.getOrDefault(key, Set.of())) {
            Logins.from(name).forEach(login -> own(makers, login, key));
          }
          for (String login : logins.getOrDefault(key, Set.of())) {
            own(makers, Logins.bare(Logins.login(login)), key);
          }
        });
    Map<String, String> inferred = new TreeMap<>();
    for (String account : strongNames.keySet()) {
      if (matched.containsKey(account)
          || conflicts.contains(account)
          || ofDevice(account)
          || isService(account, service)) {
        continue;
      }
      Set<String> candidates = new TreeSet<>(logins.getOrDefault(account, Set.of()));
      mails(account).forEach(mail -> candidates.add(mail.substring(2)));
      candidates.add(account.substring(account.indexOf(':') + 1));
      Set<String> leads = new TreeSet<>();
      for (String candidate : candidates) {
        String login = Logins.login(candidate);
        leads.addAll(makers.getOrDefault(Logins.bare(login), Set.of()));
        leads.addAll(makers.getOrDefault(Logins.bare(Logins.person(login)), Set.of()));
      }
      if (leads.size() == 1) {
        inferred.put(account, leads.iterator().next());
      }
    }
    return inferred;
  }

  // --- without one ---------------------------------------------------------------------------

  private void byAddress(Set<String> service) {
    List<String> candidates = new ArrayList<>();
    List<String> bare = new ArrayList<>();
    for (String account : strongNames.keySet()) {
      if (ofDevice(account)) {
        standings.put(account, Standing.DEVICE);
      } else if (isService(account, service)) {
        standings.put(account, Standing.SERVICE);
      } else if (mails(account).isEmpty()) {
        bare.add(account);
      } else {
        candidates.add(account);
      }
    }
    Map<String, List<String>> accounts = new TreeMap<>();
    for (List<String> group : groups(candidates)) {
      accounts.put(group.getFirst(), new ArrayList<>(group));
      group.forEach(account -> standings.put(account, Standing.MATCHED));
    }
    if (candidates.isEmpty()) {
      // Nothing here has an address: an account is all that is known of a person.
      for (List<String> group : groups(bare)) {
        accounts.put(group.getFirst(), new ArrayList<>(group));
        group.forEach(account -> standings.put(account, Standing.UNMATCHED));
      }
    } else {
      byLocalPart(bare, accounts);
    }
    accounts.forEach((key, own) -> add(key, false, own));
  }

  /** A login that is the local part of exactly one person's addresses is inferred to be theirs. */
  private void byLocalPart(List<String> bare, Map<String, List<String>> accounts) {
    Map<String, Set<String>> owners = new HashMap<>();
    accounts.forEach(
        (key, own) ->
            own.forEach(
                account -> {
                  mails(account)
                      .forEach(
                          mail -> own(owners, Logins.bare(Logins.login(mail.substring(2))), key));
                  strong(account).forEach(name -> own(owners, name, key));
                  displayNames
                      .getOrDefault(account, Set.of())
                      .forEach(name -> Logins.from(name).forEach(login -> own(owners, login, key)));
                }));
    for (String account : bare) {
      Set<String> strong = new TreeSet<>();
      strong(account).forEach(name -> strong.addAll(owners.getOrDefault(name, Set.of())));
      Set<String> names = new TreeSet<>(logins.getOrDefault(account, Set.of()));
      names.add(account.substring(account.indexOf(':') + 1));
      Set<String> leads = new TreeSet<>(strong);
      if (strong.isEmpty()) {
        for (String name : names) {
          leads.addAll(owners.getOrDefault(Logins.bare(Logins.login(name)), Set.of()));
        }
      }
      List<String> own = leads.size() == 1 ? accounts.get(leads.iterator().next()) : null;
      if (own != null) {
        own.add(account);
        standings.put(account, strong.isEmpty() ? Standing.INFERRED : Standing.MATCHED);
      } else {
        standings.put(account, leads.isEmpty() ? Standing.UNMATCHED : Standing.CONFLICT);
      }
    }
  }

  // --- both ----------------------------------------------------------------------------------

  private Set<String> mails(String account) {
    Set<String> mails = new TreeSet<>(strongNames.getOrDefault(account, Set.of()));
    mails.removeIf(name -> !name.startsWith("m:"));
    return mails;
  }

  /** Accounts that share a strong name, in groups; each group and their list sorted. */
  private List<List<String>> groups(List<String> accounts) {
    Groups groups = new Groups();
    Map<String, String> first = new HashMap<>();
    for (String account : accounts) {
      groups.add(account);
      for (String name : strong(account)) {
        String other = first.putIfAbsent(name, account);
        if (other != null) {
          groups.join(other, account);
        }
      }
    }
    return List.copyOf(groups.all().values());
  }

  private void add(String key, boolean hr, List<String> accounts) {
    accounts.sort(null);
    Set<String> names = new TreeSet<>();
    List<String> all = new ArrayList<>(accounts);
    if (hr) {
      all.add(key);
    }
    for (String account : all) {
      Set<String> strong = hr && account.equals(key) ? workers.get(key) : strongNames.get(account);
      for (String name : strong == null ? Set.<String>of() : strong) {
        if (name.startsWith("m:")) {
          names.add(name.substring(2));
          workerNames.put(name, key);
        }
      }
      for (String shown : displayNames.getOrDefault(account, Set.of())) {
        names.add(shown);
        if (shown.indexOf(' ') > 0) {
          // Calendars say whose leave it is by name alone; a name of two people says nothing.
          workerNames.merge("n:" + Logins.fold(shown), key, (a, b) -> a.equals(b) ? a : "");
        }
      }
      names.addAll(logins.getOrDefault(account, Set.of()));
    }
    if (hr) {
      workerNames.put("w:" + Logins.fold(key.substring(3)), key);
    }
    accounts.forEach(account -> personOf.put(account, key));
    people.put(key, new Person(key, hr, List.copyOf(accounts), List.of(), List.copyOf(names)));
  }

  private void claims(List<Claim> claims) {
    Map<String, List<Claim>> of = new HashMap<>();
    for (Claim claim : claims) {
      String key = resolve(claim.worker());
      if (key == null) {
        claimsOfNobody++;
      } else {
        of.computeIfAbsent(key, k -> new ArrayList<>()).add(claim);
      }
    }
    of.forEach(
        (key, own) -> {
          own.sort(
              java.util.Comparator.comparingLong(Claim::recordId)
                  .thenComparing(claim -> claim.getClass().getSimpleName())
                  .thenComparing(Object::toString));
          people.computeIfPresent(
              key, (k, p) -> new Person(k, p.hr(), p.accounts(), List.copyOf(own), p.names()));
        });
  }
}
