package dev.bonafide.indicators.concurrentuse;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Indicator;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.indicators.View;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hands in two places at once: acts that need a hand in the same five minutes from fixed lines far
 * apart ({@link Apart}), local input on two computers ({@link TwoKeyboards}), or a change of place
 * faster than an airliner ({@link Leap}).
 */
@AutoService(Indicator.class)
public final class ConcurrentUse implements Indicator {
  static final Card CARD =
      new Card(
          "concurrent-use",
          "Hands in two places at once",
          "Acts that need a hand come in the same five minutes, on several days, from two computers on"
              + " fixed lines more than 50 kilometres apart; or two computers are unlocked at the same"
              + " time; or the place changes faster than an airliner. Phones, VPNs, relays, carriers,"
              + " data centres and addresses of many colleagues do not count.",
          "One person has one pair of hands. Two operators behind one account have two: reports by"
              + " Mandiant (2024-09), Unit 42 (2024-11) and Microsoft (2025) describe accounts that are"
              + " worked from a laptop that a facilitator hosts and from elsewhere.",
          Card.Stage.WORK,
          Cause.OPERATOR,
          false,
          Set.of(
              Kind.SIGN_IN,
              Kind.FACTOR_USED,
              Kind.MESSAGE,
              Kind.PAGE_VIEW,
              Kind.FILE_READ,
              Kind.FILE_WRITE,
              Kind.CODE_REVIEW,
              Kind.DEVICE_LOGON,
              Kind.DEVICE_UNLOCK),
          List.of(),
          57,
          12,
          45,
          Map.of(
              Explanation.SECOND_DEVICE, 400,
              Explanation.DEVICE_REPLACED, 400,
              Explanation.HOUSEHOLD, 500,
              Explanation.PAIR_WORK, 300,
              Explanation.IT_SUPPORT, 300,
              Explanation.ALWAYS_ON, 500,
              Explanation.TRAVELLER, 700,
              Explanation.TAKEN_OVER, 200),
          "The distance between the two lines: the same two computers on one line, or a phone as the"
              + " second device, say nothing.",
          "Call the worker on a number from the HR record at a time when both places are active, and"
              + " ask which device is in front of them; check with IT whether somebody supports them"
              + " remotely.",
          15,
          List.of("T1078", "T1078.004", "T1219"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Outcome evaluate(View view, Days range) {
    if (view.addresses().isEmpty() && view.devices().isEmpty()) {
      return Outcome.kept(CARD, "no record names an address or a device");
    }
    List<Evidence> evidence = new ArrayList<>();
    Apart.tell(view, range, evidence);
    TwoKeyboards.tell(view, range, evidence);
    Leap.tell(view, range, evidence);
    return new Outcome.Spoke(evidence);
  }
}
