package dev.bonafide.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** How many requests were answered how, and how long that took, since the start. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Answered extends OncePerRequestFilter {
  /** Upper ends of the classes of time, in milliseconds. */
  private static final int[] MILLIS = {10, 25, 50, 100, 200, 500, 1000, 5000};

  /** Asked by programs all the time, also when nobody works. */
  private static final Set<String> PROBES = Set.of("/health", "/metrics");

  /** By the first digit of the status. */
  private final AtomicLongArray byStatus = new AtomicLongArray(6);

  private final AtomicLongArray byTime = new AtomicLongArray(MILLIS.length + 1);
  private final LongAdder nanos = new LongAdder();
  private volatile long last = System.nanoTime();
  private volatile boolean rested;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long began = System.nanoTime();
    boolean failed = true;
    try {
      chain.doFilter(request, response);
      failed = false;
    } finally {
      long took = System.nanoTime() - began;
      int status = failed ? 5 : Math.clamp(response.getStatus() / 100, 0, 5);
      byStatus.incrementAndGet(status);
      int slot = 0;
      while (slot < MILLIS.length && took > MILLIS[slot] * 1_000_000L) {
        slot++;
      }
      byTime.incrementAndGet(slot);
      nanos.add(took);
      if (!PROBES.contains(request.getRequestURI())) {
        last = began + took;
        rested = false;
      }
    }
  }

  /**
   * Whether nobody has asked for so long since the last time that this was true: then there is time
   * to give memory back.
   */
  boolean rests(Duration quiet) {
    if (rested || System.nanoTime() - last < quiet.toNanos()) {
      return false;
    }
    rested = true;
    return true;
  }

  /** Adds what Prometheus reads. */
  void write(StringBuilder text) {
    text.append("# HELP bonafide_http_answers Requests that were answered, by status.\n");
    text.append("# TYPE bonafide_http_answers counter\n");
    for (int status = 2; status < byStatus.length(); status++) {
      text.append(
          String.format(
              Locale.ROOT,
              "bonafide_http_answers{status=\"%dxx\"} %d\n",
              status,
              byStatus.get(status)));
    }
    text.append("# HELP bonafide_http_seconds How long answers took.\n");
    text.append("# TYPE bonafide_http_seconds histogram\n");
    long sum = 0;
    for (int slot = 0; slot <= MILLIS.length; slot++) {
      sum += byTime.get(slot);
      String end =
          slot == MILLIS.length
              ? "+Inf"
              : String.format(Locale.ROOT, "%.3f", MILLIS[slot] / 1000.0);
      text.append(
          String.format(Locale.ROOT, "bonafide_http_seconds_bucket{le=\"%s\"} %d\n", end, sum));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "bonafide_http_seconds_sum %.6f\nbonafide_http_seconds_count %d\n",
            nanos.sum() / 1e9,
            sum));
  }
}
