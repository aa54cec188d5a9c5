package dev.bonafide.assessment;

import dev.bonafide.model.Abstained;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is weighed of one person.
 *
 * @param person the pseudonym, also when the run reveals names: it orders equal scores
 * @param evidence every revision of every episode, in any order, duplicates allowed
 * @param claims this person's claims only; context among them can lower the score, never raise it
 * @param abstained the indicators that could not speak
 */
public record Subject(
    String person, List<Evidence> evidence, List<Claim> claims, List<Abstained> abstained) {

  public Subject {
    evidence = List.copyOf(evidence);
    claims = List.copyOf(claims);
    abstained = List.copyOf(abstained);
  }

  public Subject(String person, List<Evidence> evidence, List<Claim> claims) {
    this(person, evidence, claims, List.of());
  }

  /** The same person with more evidence. */
  public Subject with(List<Evidence> more) {
    List<Evidence> all = new ArrayList<>(evidence);
    all.addAll(more);
    return new Subject(person, all, claims, abstained);
  }

  /** The same person as if this cause had left no trace: "without network evidence ...". */
  public Subject without(Cause cause) {
    return new Subject(
        person, evidence.stream().filter(e -> e.cause() != cause).toList(), claims, abstained);
  }
}
