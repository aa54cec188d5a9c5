package dev.bonafide.engine.directory;

import dev.bonafide.model.Claim;
import dev.bonafide.model.DeviceFact;
import dev.bonafide.model.Event;
import dev.bonafide.model.Member;
import dev.bonafide.model.Reading;
import dev.bonafide.model.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that records say of people, accounts and devices. A set: order, repetition and splitting do
 * not matter. One thread fills one; {@link #add(Roll)} joins them.
 */
public final class Roll {
  private final Set<Member> members = new HashSet<>();
  private final Set<Claim> claims = new HashSet<>();
  private final Map<DeviceFact, Long> facts = new HashMap<>();
  private final Map<String, Set<String>> aliases = new HashMap<>();

  // The pair of an event is nearly always the pair of the one before, or one met long ago.
  private long lastAccount;
  private long lastAlias;
  private @Nullable DeviceFact lastFact;
  private long lastFactId;
  private final Set<Long> pairs = new HashSet<>();

  /** Takes what this reading says, if it says anything of who or what. */
  public void add(Reading reading) {
    switch (reading) {
      case Event event -> {
        Term alias = event.alias();
        if (alias != null) {
          alias(event.account(), alias);
        }
      }
      case Member member -> members.add(member);
      case Claim claim -> claims.add(claim);
      case DeviceFact fact -> {
        // Of most logs each record says the same of the same device.
        if (!says(fact, lastFact) || fact.recordId() < lastFactId) {
          lastFact = fact;
          lastFactId = fact.recordId();
          facts.merge(bare(fact), fact.recordId(), Math::min);
        }
      }
      default -> {}
    }
  }

  private static boolean says(DeviceFact a, @Nullable DeviceFact b) {
    return b != null
        && a.names().equals(b.names())
        && a.fromDay() == b.fromDay()
        && a.toDay() == b.toDay()
        && bare(a).equals(bare(b));
  }

  /** The same fact said by many records is one; the smallest record id stands for all. */
  public static DeviceFact bare(DeviceFact fact) {
    return withId(fact, 0);
  }

  private static DeviceFact withId(DeviceFact fact, long id) {
    return new DeviceFact(
        id,
        fact.names(),
        fact.worker(),
        fact.fromDay(),
        fact.toDay(),
        fact.model(),
        fact.os(),
        fact.address(),
        fact.zone(),
        fact.displays());
  }

  private void alias(Term account, Term alias) {
    if (account.id() == lastAccount && alias.id() == lastAlias) {
      return;
    }
    lastAccount = account.id();
    lastAlias = alias.id();
    if (pairs.add(dev.bonafide.model.Hash.combine(lastAccount, lastAlias))) {
      aliases.computeIfAbsent(account.text(), a -> new TreeSet<>()).add(alias.text());
    }
  }

  /** Takes a name that some record gives to an account. */
  public void alias(String account, String alias) {
    aliases.computeIfAbsent(account, a -> new TreeSet<>()).add(alias);
  }

  /** Takes what another roll says. */
  public void add(Roll other) {
    members.addAll(other.members);
    claims.addAll(other.claims);
    other.facts.forEach((fact, id) -> facts.merge(fact, id, Math::min));
    other.aliases.forEach(
        (account, names) -> aliases.computeIfAbsent(account, a -> new TreeSet<>()).addAll(names));
  }

  /** Directory rows, in a fixed order. */
  public List<Member> members() {
    return sorted(members, Comparator.comparing(Member::account).thenComparing(Member::toString));
  }

  /** The workers who came through an application, as {@code hr:id} by the application's id. */
  public Map<String, String> hired() {
    Map<String, String> hired = new HashMap<>();
    for (Member member : members()) {
      String applicant = member.alias(Member.AliasKind.APPLICANT_ID);
      String worker = member.alias(Member.AliasKind.WORKER_ID);
      if (applicant != null && member.account().startsWith("hr:")) {
        hired.putIfAbsent(
            applicant.strip(),
            "hr:" + (worker == null ? member.account().substring(3) : worker).strip());
      }
    }
    return hired;
  }

  /** Claims, in a fixed order. */
  public List<Claim> claims() {
    return sorted(claims, Comparator.comparing(Claim::worker).thenComparing(Object::toString));
  }

  /** What is said of devices, in a fixed order. */
  public List<DeviceFact> facts() {
    List<DeviceFact> all = new ArrayList<>();
    facts.forEach((fact, id) -> all.add(withId(fact, id)));
    all.sort(Comparator.comparing(DeviceFact::toString));
    return all;
  }

  /** The names that events give to accounts. */
  public Map<String, Set<String>> aliases() {
    return aliases;
  }

  private static <T> List<T> sorted(Set<T> set, Comparator<T> order) {
    List<T> all = new ArrayList<>(set);
    all.sort(order);
    return all;
  }
}
