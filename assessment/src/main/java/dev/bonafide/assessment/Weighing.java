package dev.bonafide.assessment;

import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The evidence of one person at the close of one day against each innocent life, in integer
 * millinats.
 *
 * <p>A life is an explanation k of the closed list, with the person's documents true (probability
 * {@link Figures#DOCUMENT}) or not. Against a life, an evidence keeps the smallest of what remains
 * against k and, where documents are true, against each documented explanation, in proportion to
 * the part of its span that they cover. What it keeps is never more than its weight against an
 * ordinary life, so no life can raise a score.
 *
 * <p>Inside a cause: what is kept fades with age, is sorted by size and discounted by powers of
 * {@link Figures#REPEAT}, and capped. Every step is monotone in what the evidence keeps, hence: a
 * life that explains more leaves less, and evidence that speaks for nobody never lowers a score.
 */
final class Weighing {
  private static final double DAY_MILLIS = 86_400_000.0;

  /**
   * One evidence.
   *
   * @param card the card of its indicator
   * @param faded what its age leaves of it, 0 to 1
   * @param documented millinats that remain where the documents are true, before fading
   */
  record Item(Evidence evidence, Card card, double faded, double documented) {

    /** Its weight now against an ordinary life. */
    long now() {
      return against(Explanation.ORDINARY, false);
    }

    /** Millinats it keeps against a life, after fading. */
    long against(Explanation k, boolean documents) {
      return Math.round(faded * kept(k, documents));
    }

    /** Millinats it keeps against a life, before fading. */
    private double kept(Explanation k, boolean documents) {
      double undocumented = remaining(evidence, k);
      return documents ? Math.min(undocumented, documented) : undocumented;
    }

    /** The share of a weight above 0 that it keeps. */
    private double share(Explanation k, boolean documents) {
      return Math.max(0, kept(k, documents) / evidence.millinats());
    }
  }

  private final Map<Cause, List<Item>> items = new EnumMap<>(Cause.class);
  private final Set<Explanation> named = EnumSet.noneOf(Explanation.class);
  private final Map<Explanation, Double> removedByDocuments = new EnumMap<>(Explanation.class);

  /**
   * @param evidence at most one revision of each episode, in a fixed order
   * @param close first millisecond after the day
   */
  Weighing(List<Evidence> evidence, Documents documents, Map<String, Card> cards, long close) {
    for (Evidence e : evidence) {
      Card card = cards.get(e.indicator());
      if (card == null) {
        throw new IllegalArgumentException("no card describes the indicator " + e.indicator());
      }
      double faded = faded(e, card, close);
      double left = e.millinats();
      for (Explanation k : documents.explanations()) {
        double removed = (e.millinats() - remaining(e, k)) * documents.coverage(k, e);
        if (removed > 0) {
          left = Math.min(left, e.millinats() - removed);
          removedByDocuments.merge(k, removed * faded, Double::sum);
        }
      }
      for (Explanation k : e.remaining().keySet()) {
        if (remaining(e, k) < e.millinats()) {
          named.add(k);
        }
      }
      items.computeIfAbsent(e.cause(), c -> new ArrayList<>()).add(new Item(e, card, faded, left));
    }
  }

  /** 2 to the minus age in half-lives; age runs from the evidence's end to the close of the day. */
  private static double faded(Evidence e, Card card, long close) {
    if (card.decayDays() == Integer.MAX_VALUE) {
      return 1;
    }
    double age = Math.max(0, (close - e.toMilli()) / DAY_MILLIS);
    return StrictMath.pow(2, -age / card.decayDays());
  }

  /**
   * What remains against an explanation: never more than everything, and everything if ordinary.
   */
  private static int remaining(Evidence e, Explanation k) {
    return k == Explanation.ORDINARY
        ? e.millinats()
        : Math.min(e.millinats(), e.remaining().getOrDefault(k, e.millinats()));
  }

  Set<Cause> causes() {
    return items.keySet();
  }

  List<Item> items(Cause cause) {
    return items.getOrDefault(cause, List.of());
  }

  List<Item> items() {
    return items.values().stream().flatMap(List::stream).toList();
  }

  /** Whether the explanation takes something off some evidence. */
  boolean explains(Explanation k) {
    return named.contains(k);
  }

  /** The explanation for which documents speak most; {@link Explanation#ORDINARY} for none. */
  Explanation documented() {
    Explanation most = Explanation.ORDINARY;
    for (Explanation k : removedByDocuments.keySet()) {
      if (removedByDocuments.get(k) > removedByDocuments.getOrDefault(most, 0.0)) {
        most = k;
      }
    }
    return most;
  }

  /** The weight of everything against a life. */
  long against(Explanation k, boolean documents) {
    long sum = 0;
    for (Cause cause : items.keySet()) {
      sum += against(cause, k, documents);
    }
    return sum;
  }

  /** The weight of one cause against a life: fresh part, discounted, capped. */
  long against(Cause cause, Explanation k, boolean documents) {
    List<Item> all = items(cause);
    long[] kept = new long[all.size()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = all.get(i).against(k, documents);
    }
    Arrays.sort(kept);
    double forIt = 0;
    double factor = 1;
    for (int i = kept.length - 1; i >= 0 && kept[i] > 0; i--, factor *= Figures.REPEAT) {
      forIt += factor * kept[i];
    }
    double counter = 0;
    factor = 1;
    for (int i = 0; i < kept.length && kept[i] < 0; i++, factor *= Figures.REPEAT) {
      counter += factor * kept[i];
    }
    // The cap falls on what accuses, before counter-evidence: a flood may not drown it.
    return Math.max(Figures.FLOOR, Math.round(Math.min(forIt, cap(cause, k, documents)) + counter));
  }

  /**
   * The cap of a cause against a life: its cap times the largest share that any of its evidence
   * keeps. Without the share, an explanation of part of a large weight would take nothing off a
   * cause that stands at its cap.
   */
  double cap(Cause cause, Explanation k, boolean documents) {
    double cap = Figures.cap(cause);
    double share = 0;
    for (Item item : items(cause)) {
      if (item.evidence.millinats() > 0) {
        share = Math.max(share, item.share(k, documents));
        cap =
            Math.max(cap, Math.min(ownCap(item.evidence), item.faded * item.evidence.millinats()));
      }
    }
    return share * cap;
  }

  /** The cap of one evidence that may pass the cap of its cause; 0 for all others. */
  private static int ownCap(Evidence e) {
    return e.indicator().equals(Figures.MARATHON)
            && e.toMilli() - e.fromMilli() >= Figures.MARATHON_MILLIS
        ? Figures.MARATHON_CAP
        : 0;
  }
}
