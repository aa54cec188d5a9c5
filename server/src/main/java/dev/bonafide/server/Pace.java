package dev.bonafide.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often each of many may do something in a span of time; kept in memory. */
final class Pace {
  private static final int KEYS = 10_000;

  private final int most;
  private final Duration span;
  private final Clock clock;
  private final Map<String, Count> counts = new ConcurrentHashMap<>();

  private record Count(Instant began, int times) {}

  Pace(int most, Duration span, Clock clock) {
    this.most = most;
    this.span = span;
    this.clock = clock;
  }

  /** Counts one time of somebody; whether it is still within the pace. */
  boolean count(String who) {
    Instant now = clock.instant();
    if (counts.size() > KEYS) {
      counts.values().removeIf(count -> !now.isBefore(count.began.plus(span)));
    }
    return counts.merge(
                who,
                new Count(now, 1),
                (was, one) ->
                    now.isBefore(was.began.plus(span)) ? new Count(was.began, was.times + 1) : one)
            .times
        <= most;
  }

  long seconds() {
    return span.toSeconds();
  }
}
