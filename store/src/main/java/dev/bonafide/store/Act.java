package dev.bonafide.store;

import java.time.Instant;

/**
 * Who does something, and when: given with everything that changes the store, and written down.
 *
 * @param actor the user's name, or a word in brackets for a program, e.g. {@code (import)}
 */
public record Act(String actor, Instant at) {
  long milli() {
    return at.toEpochMilli();
  }
}
