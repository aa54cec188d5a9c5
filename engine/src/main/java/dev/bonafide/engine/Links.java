package dev.bonafide.engine;

import dev.bonafide.linking.rings.Hold;
import dev.bonafide.linking.rings.Persona;
import dev.bonafide.linking.rings.Rings;
import dev.bonafide.linking.rings.Sort;
import dev.bonafide.linking.rings.Tie;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * People who share things, as the findings list them. What two share is what indicators have found
 * shared, with offices, households, kiosks and carriers already taken out, and what their claims
 * have in common: telephone, mail, payment, the address of deliveries. Names are never read.
 */
final class Links {
  /** From here on, in millinats, a shared line is the base of a group and no pair's coincidence. */
  private static final int GROUP = 1500;

  /** A contact that more than one in so many people give is the employer's, or an agency's. */
  private static final int COMMON = 10;

  private static final double MILLINATS_A_BIT = 693.1471805599453;

  private Links() {}

  /**
   * A person of the run.
   *
   * @param id the pseudonym
   * @param shown as outputs show the person
   * @param relatives pseudonyms of those whom a declared relation ties to the person
   */
  record Member(
      String id,
      String shown,
      List<Evidence> evidence,
      List<Claim> claims,
      Set<String> relatives) {}

  /** Whom the claims name as relations, as far as they are known. */
  static Set<String> relatives(List<Claim> claims, Function<String, @Nullable String> known) {
    Set<String> relatives = new TreeSet<>();
    for (Claim claim : claims) {
      if (claim instanceof Claim.Context context
          && context.context() == Claim.ContextKind.RELATION) {
        String other = context.other();
        String id = other == null ? null : known.apply(other);
        if (id != null) {
          relatives.add(id);
        }
      }
    }
    return relatives;
  }

  /** Operators, rings and farms, by kind and id. */
  static List<Findings.Cluster> clusters(List<Member> members) {
    Map<String, String> shown = new HashMap<>();
    members.forEach(member -> shown.put(member.id, member.shown));
    Rings rings = Rings.of(personas(members), Rings.Rhythm.UNKNOWN, List.of());
    List<Findings.Cluster> clusters = new ArrayList<>();
    Set<List<String>> operators = new HashSet<>();
    for (Rings.Cluster cluster : rings.clusters(Sort.Level.OPERATOR)) {
      operators.add(cluster.members());
      clusters.add(cluster("operator", cluster, shown));
    }
    for (Rings.Cluster cluster : rings.clusters(Sort.Level.RING)) {
      boolean farm = farm(cluster);
      if (farm || !operators.contains(cluster.members())) {
        clusters.add(cluster(farm ? "farm" : "ring", cluster, shown));
      }
    }
    clusters.sort(Comparator.comparing(Findings.Cluster::kind).thenComparing(Findings.Cluster::id));
    return clusters;
  }

  /** Three and more whom a common base ties. */
  private static boolean farm(Rings.Cluster cluster) {
    long onBase =
        cluster.because().stream()
            .filter(
                tie ->
                    tie.lines().stream()
                        .anyMatch(line -> line.topic().equals("base") && line.millibits() > 0))
            .count();
    return cluster.members().size() >= 3 && onBase >= 2;
  }

  private static Findings.Cluster cluster(
      String kind, Rings.Cluster cluster, Map<String, String> shown) {
    List<String> because = new ArrayList<>();
    for (Tie tie : cluster.because()) {
      StringBuilder fact = new StringBuilder();
      for (Tie.Line line : tie.lines()) {
        if (line.millibits() > 0) {
          fact.append(fact.isEmpty() ? "" : "; ")
              .append(
                  String.format(
                      Locale.ROOT,
                      "%s (%s, %.1f bits)",
                      line.topic(),
                      line.text(),
                      line.millibits() / 1000.0));
        }
      }
      because.add(
          shown.getOrDefault(tie.left(), tie.left())
              + " and "
              + shown.getOrDefault(tie.right(), tie.right())
              + " share "
              + fact);
    }
    List<String> ids =
        cluster.members().stream().map(id -> shown.getOrDefault(id, id)).sorted().toList();
    return new Findings.Cluster(
        kind + "-" + ids.get(0),
        kind,
        ids,
        Math.round(cluster.weakest(cluster.level()) / 1000.0 * MILLINATS_A_BIT),
        because);
  }

  private static List<Persona> personas(List<Member> members) {
    Map<String, Map<String, Integer>> weights = new HashMap<>(); // object -> person -> millinats
    Map<Hold, Integer> givers = new HashMap<>();
    Map<String, Set<Hold>> contacts = new HashMap<>();
    for (Member member : members) {
      latest(member.evidence)
          .forEach(
              (object, millinats) ->
                  weights.computeIfAbsent(object, o -> new HashMap<>()).put(member.id, millinats));
      Set<Hold> given = contacts(member.claims);
      contacts.put(member.id, given);
      given.forEach(hold -> givers.merge(hold, 1, Integer::sum));
    }
    int common = Math.max(3, members.size() / COMMON);
    List<Persona> personas = new ArrayList<>();
    for (Member member : members) {
      Set<Hold> holds = new HashSet<>();
      weights.forEach(
          (object, of) -> {
            Sort sort = sort(object, of);
            if (of.containsKey(member.id) && sort != null) {
              holds.add(new Hold(sort, object));
            }
          });
      for (Hold hold : contacts.getOrDefault(member.id, Set.of())) {
        if (givers.getOrDefault(hold, 0) <= common) {
          holds.add(hold);
        }
      }
      personas.add(new Persona(member.id, home(member.claims), member.relatives, holds));
    }
    return personas;
  }

  /** What each object of a person's evidence weighs in its latest revision, if anything. */
  private static Map<String, Integer> latest(List<Evidence> evidence) {
    Map<String, Evidence> latest = new HashMap<>();
    for (Evidence one : evidence) {
      if (!one.object().isEmpty()) {
        latest.merge(one.id(), one, (a, b) -> a.day() >= b.day() ? a : b);
      }
    }
    Map<String, Integer> weights = new HashMap<>();
    for (Evidence one : latest.values()) {
      if (one.millinats() > 0) {
        weights.merge(one.object(), one.millinats(), Math::max);
      }
    }
    return weights;
  }

  /** What a thing of indicators is here; null when it is nothing that two can share. */
  private static @Nullable Sort sort(String object, Map<String, Integer> of) {
    if (of.size() < 2) {
      return null;
    }
    String kind = object.substring(0, Math.max(0, object.indexOf(':')));
    int most = of.values().stream().mapToInt(m -> m).max().orElse(0);
    return switch (kind) {
      case "egress" -> most >= GROUP && of.size() >= 3 ? Sort.BASE : Sort.EGRESS;
      case "device" -> Sort.DEVICE;
      case "factor" -> Sort.FACTOR;
      case "peripheral" -> Sort.PERIPHERAL;
      default -> null;
    };
  }

  private static Set<Hold> contacts(List<Claim> claims) {
    Set<Hold> holds = new HashSet<>();
    for (Claim claim : claims) {
      if (claim instanceof Claim.Contact contact) {
        String value = plain(contact.value());
        Sort sort =
            switch (contact.contact()) {
              case PHONE -> Sort.PHONE;
              case PRIVATE_MAIL -> Sort.MAIL;
              case SHIP_TO -> Sort.SHIP_TO;
              case PAY_TOKEN -> Sort.BANK;
              case HOME_ADDRESS -> null;
            };
        if (sort != null && value.length() >= 5) {
          holds.add(new Hold(sort, sort == Sort.PHONE ? value.replaceAll("[^0-9]", "") : value));
        }
      }
    }
    return holds;
  }

  private static String home(List<Claim> claims) {
    Set<String> homes = new TreeSet<>();
    for (Claim claim : claims) {
      if (claim instanceof Claim.Contact contact
          && contact.contact() == Claim.ContactKind.HOME_ADDRESS) {
        homes.add(plain(contact.value()));
      }
    }
    return homes.isEmpty() ? "" : homes.iterator().next();
  }

  private static String plain(String value) {
    return value.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}@.]+", " ").strip();
  }
}
