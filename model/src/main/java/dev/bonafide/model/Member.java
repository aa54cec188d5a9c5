package dev.bonafide.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A directory row: these names belong to one account, or to one worker. HR rows, identity-provider
 * user lists and SaaS member lists say so.
 *
 * @param account {@code source:key} of the row's own account; for an HR row {@code hr:workerId}
 * @param aliases the other names of the same account or worker
 * @param service the row itself says that this is no person (bot, integration, shared mailbox)
 */
public record Member(String account, List<Alias> aliases, boolean service) implements Reading {

  public Member {
    aliases = List.copyOf(aliases);
  }

  /** What sort of name an alias is; the order is the order of trust when two disagree. */
  public enum AliasKind {
    /** The employer's id of the worker. */
    WORKER_ID,
    /** The applicant id under which the worker was hired. */
    APPLICANT_ID,
    /** A work mail address or UPN: joins accounts by itself. */
    MAIL,
    /** Another system's account, written {@code source:key}. */
    ACCOUNT,
    /** Security identifier. */
    SID,
    /** A login without a domain: joins only when it fits exactly one worker, and as inferred. */
    LOGIN,
    /** A private address: never joins accounts; read by record linkage and the vault only. */
    PRIVATE_MAIL,
    /** Read by the vault, by inferred logins, by record linkage and names screening only. */
    DISPLAY_NAME
  }

  /** One name. */
  public record Alias(AliasKind kind, String value) {}

  /** The first alias of a kind, null when there is none. */
  public @Nullable String alias(AliasKind kind) {
    for (Alias alias : aliases) {
      if (alias.kind() == kind) {
        return alias.value();
      }
    }
    return null;
  }
}
