package dev.bonafide.indicators;

import dev.bonafide.model.Abstained;
import dev.bonafide.model.Evidence;
import java.util.List;

/** What an indicator has to say of one person: evidence, perhaps none, or why it cannot tell. */
public sealed interface Outcome {
  /** It looked. An empty list says that all it saw fits. */
  record Spoke(List<Evidence> evidence) implements Outcome {
    public Spoke {
      evidence = List.copyOf(evidence);
    }
  }

  /** It could not tell, which is neither good nor bad. */
  record Kept(Abstained why) implements Outcome {}

  /** It looked, and all fits. */
  static Outcome fits() {
    return new Spoke(List.of());
  }

  /** It could not tell. */
  static Outcome kept(dev.bonafide.model.Card card, String reason) {
    return new Kept(new Abstained(card.slug(), reason));
  }
}
