package dev.bonafide.engine;

import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The small facts of all pages of an organisation, as a host keeps them. */
public interface Facts {
  /** All accounts with a page, {@code source:key}. */
  Collection<String> accounts();

  /** The days on which an account has a page, in order. */
  int[] days(String account);

  /** Tells each page once. */
  void forEach(Consumer<PageFact> to);

  /** Whether the account does all by the clock, see {@link Machines}. */
  boolean byTheClock(String account);

  /** How records name an endpoint; null when nobody said. */
  @Nullable String text(long endpoint);
}
