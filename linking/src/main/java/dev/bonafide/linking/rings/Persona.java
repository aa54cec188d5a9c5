package dev.bonafide.linking.rings;

import java.util.Set;

/**
 * A persona: an applicant, a worker, a referee; what somebody claims to be. Its name and birth date
 * are not here: they are made to differ.
 *
 * @param home the claimed postal address in normal form, empty when it is not known
 * @param relatives personas whom a declared relation ties to this one
 * @param holds what it has in hand or gave as its own
 */
public record Persona(String id, String home, Set<String> relatives, Set<Hold> holds) {
  public Persona {
    relatives = Set.copyOf(relatives);
    holds = Set.copyOf(holds);
  }

  /** A persona of whom no relation is declared. */
  public static Persona of(String id, String home, Set<Hold> holds) {
    return new Persona(id, home, Set.of(), holds);
  }

  /** Whether people of one home, or a declared relation, would explain what two share. */
  boolean household(Persona other) {
    return (!home.isEmpty() && home.equals(other.home))
        || relatives.contains(other.id)
        || other.relatives.contains(id);
  }
}
