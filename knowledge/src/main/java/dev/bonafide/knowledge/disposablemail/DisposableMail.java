package dev.bonafide.knowledge.disposablemail;

import dev.bonafide.knowledge.Table;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Mail domains that anybody can read without an account, or that vanish within hours. A relay that
 * forwards to a real mail box is none of them.
 */
public final class DisposableMail {
  private static final class BuiltIn {
    static final DisposableMail LIST =
        new DisposableMail(
            Table.read(DisposableMail.class, "list.tsv", 1).rows().stream()
                .map(List::getFirst)
                .toList());
  }

  private final Set<String> domains = new HashSet<>();

  /** A list of one's own: one domain each. */
  public DisposableMail(Collection<String> domains) {
    for (String domain : domains) {
      this.domains.add(domain.strip().toLowerCase(Locale.ROOT));
    }
  }

  /** The list of this program. */
  public static DisposableMail builtIn() {
    return BuiltIn.LIST;
  }

  /** Whether the domain, or one above it, stands in the list. */
  public boolean contains(String domain) {
    String rest = domain.strip().toLowerCase(Locale.ROOT);
    while (!rest.isEmpty()) {
      if (domains.contains(rest)) {
        return true;
      }
      int dot = rest.indexOf('.');
      rest = dot < 0 ? "" : rest.substring(dot + 1);
    }
    return false;
  }
}
