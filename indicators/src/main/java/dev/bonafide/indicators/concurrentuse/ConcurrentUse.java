package dev.bonafide.indicators.concurrentuse;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Indicator;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.indicators.View;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hands in two places at once: acts that need a hand in the same five minutes from fixed lines far
 * apart ({@link Apart}) or from a fixed line and out of an exit that hides its place ({@link
 * Behind}), local input on two computers ({@link TwoKeyboards}), or a change of place faster than
 * an airliner ({@link Leap}).
 */
@AutoService(Indicator.class)
public final class ConcurrentUse implements Indicator {
  static final Card CARD =
      new Card(
          "concurrent-use",
          "Hands in two places at once",
          "On several days two computers on fixed lines more than 50 kilometres apart are "
              + "used in the same five minutes; or two computers are unlocked at the same moment; "
              + "or the work moves faster than an airliner. Phones, VPNs, privacy relays, mobile "
              + "carriers, data centres and offices do not count.",
          "One person has one pair of hands. The advisory of the US State Department, "
              + "Treasury and FBI of 16 May 2022 names log-ins from several addresses and "
              + "countries within a short time; in a case that Verizon published in 2013 a "
              + "developer sat at his desk while his account was used from another country, "
              + "nearly every day for months.",
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
          "The distance: the same two computers on one line, or a phone as the second "
              + "device, say nothing.",
          "Call the worker, on the number in the HR record, at an hour when both places are "
              + "usually active, and ask which computer is in front of them; ask IT whether "
              + "anybody supports them remotely.",
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
    Behind.tell(view, range, evidence);
    TwoKeyboards.tell(view, range, evidence);
    Leap.tell(view, range, evidence);
    return new Outcome.Spoke(evidence);
  }

  /** The first three and the last three of acts in their order, as the records to show. */
  static List<Citation> ends(List<Act> acts) {
    List<Citation> cited = new ArrayList<>();
    for (Act act : acts.subList(0, Math.min(3, acts.size()))) {
      cited.add(act.cite());
    }
    for (Act act : acts.subList(Math.max(0, acts.size() - 3), acts.size())) {
      cited.add(act.cite());
    }
    return cited;
  }
}
