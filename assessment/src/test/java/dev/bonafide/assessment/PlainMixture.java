package dev.bonafide.assessment;

import dev.bonafide.model.Cause;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The same mixture written down a second time, as slowly and plainly as can be: fractions instead
 * of millinats, minute by minute instead of spans, without fading.
 */
final class PlainMixture {
  private PlainMixture() {}

  static double millinats(List<Evidence> evidence, List<Claim> claims) {
    Map<Evidence, Double> documented = new HashMap<>();
    for (Evidence e : evidence) {
      double least = e.millinats();
      for (Explanation d : e.remaining().keySet()) {
        double removed = (e.millinats() - kept(e, d)) * covered(e, claims, d);
        least = Math.min(least, e.millinats() - removed);
      }
      documented.put(e, least);
    }
    double mixture = 0;
    for (Explanation k : Explanation.values()) {
      double pi = Figures.perMille(k) / 1000.0;
      mixture += pi * 0.2 * Math.exp(-against(evidence, Map.of(), k));
      mixture += pi * 0.8 * Math.exp(-against(evidence, documented, k));
    }
    return -1000 * Math.log(mixture);
  }

  private static double against(
      List<Evidence> evidence, Map<Evidence, Double> documented, Explanation k) {
    double sum = 0;
    for (Cause cause : Cause.values()) {
      List<Double> plus = new ArrayList<>();
      List<Double> minus = new ArrayList<>();
      double share = 0;
      double cap = Figures.cap(cause);
      for (Evidence e : evidence) {
        if (e.cause() != cause) {
          continue;
        }
        double kept = Math.min(kept(e, k), documented.getOrDefault(e, 1e9));
        (kept > 0 ? plus : minus).add(kept);
        if (e.millinats() > 0) {
          share = Math.max(share, kept / e.millinats());
          if (e.indicator().equals("marathon-activity")
              && e.toMilli() - e.fromMilli() >= 72 * 3_600_000L) {
            cap = Math.max(cap, Math.min(5000, e.millinats()));
          }
        }
      }
      plus.sort((a, b) -> Double.compare(b, a));
      minus.sort(Double::compare);
      double total = Math.min(share * cap, discounted(plus)) + discounted(minus);
      sum += Math.max(-1500, total) / 1000;
    }
    return sum;
  }

  private static double kept(Evidence e, Explanation k) {
    Integer named = e.remaining().get(k);
    return named == null || k == Explanation.ORDINARY
        ? e.millinats()
        : Math.min(named, e.millinats());
  }

  private static double discounted(List<Double> sorted) {
    double sum = 0;
    for (int i = 0; i < sorted.size(); i++) {
      sum += Math.pow(0.4, i) * sorted.get(i);
    }
    return sum;
  }

  /** The share of the evidence's minutes that lie in a context of the explanation. */
  private static double covered(Evidence e, List<Claim> claims, Explanation k) {
    if (e.fromMilli() == e.toMilli()) {
      return inContext(e.fromMilli(), claims, k) ? 1 : 0;
    }
    long covered = 0;
    long steps = 20_000;
    double step = (double) (e.toMilli() - e.fromMilli()) / steps;
    for (int i = 0; i < steps; i++) {
      if (inContext((long) (e.fromMilli() + (i + 0.5) * step), claims, k)) {
        covered++;
      }
    }
    return (double) covered / steps;
  }

  private static boolean inContext(long milli, List<Claim> claims, Explanation k) {
    for (Claim claim : claims) {
      if (claim instanceof Claim.Context c
          && milli >= c.fromMilli() - 14 * 3_600_000L
          && milli < c.toMilli() + 14 * 3_600_000L) {
        boolean explains =
            switch (c.context()) {
              case ROSTER -> k == Explanation.OTHER_HOURS || k == Explanation.ON_CALL;
              case ON_CALL -> k == Explanation.ON_CALL;
              case TRAVEL -> k == Explanation.TRAVELLER;
              case LEAVE -> k == Explanation.TRAVELLER || k == Explanation.CARER;
              case RELATION -> k == Explanation.HOUSEHOLD;
            };
        if (explains) {
          return true;
        }
      }
    }
    return false;
  }
}
