package dev.bonafide.sources;

import dev.bonafide.model.Kind;
import java.util.Set;

/**
 * A log source, described.
 *
 * @param slug the name in accounts, outputs and commands, e.g. {@code okta}
 * @param title the name that people know
 * @param kinds the kinds of events that it can give; empty for a directory or a list of claims
 * @param people whether it says which accounts, devices or claims belong to whom
 * @param how how to get the log, in one or two sentences
 */
public record SourceCard(String slug, String title, Set<Kind> kinds, boolean people, String how) {
  public SourceCard {
    kinds = Set.copyOf(kinds);
  }
}
