package dev.bonafide.hiring;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A list of schools and their web domains that the employer brings: no such list is part of this
 * program.
 */
public final class Schools {
  /**
   * One school.
   *
   * @param domains the web domains that are its own, without {@code www.}
   */
  public record School(String name, Set<String> domains) {}

  private final Map<String, Set<String>> domainsByName = new HashMap<>();
  private final Set<String> domains = new TreeSet<>();

  public Schools(Collection<School> schools) {
    for (School school : schools) {
      Set<String> own = domainsByName.computeIfAbsent(fold(school.name()), n -> new TreeSet<>());
      for (String domain : school.domains()) {
        own.add(domain.toLowerCase(Locale.ROOT));
        domains.add(domain.toLowerCase(Locale.ROOT));
      }
    }
  }

  /** The domains of the school of that name; empty when the list does not know it. */
  public Set<String> domainsOf(String name) {
    return domainsByName.getOrDefault(fold(name), Set.of());
  }

  /** Whether the domain, or one above it, is some school's. */
  public boolean knows(String domain) {
    String rest = domain.toLowerCase(Locale.ROOT);
    while (!rest.isEmpty()) {
      if (domains.contains(rest)) {
        return true;
      }
      int dot = rest.indexOf('.');
      rest = dot < 0 ? "" : rest.substring(dot + 1);
    }
    return false;
  }

  private static String fold(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip()
        .replaceAll("^the ", "");
  }
}
