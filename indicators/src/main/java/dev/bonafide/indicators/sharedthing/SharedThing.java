package dev.bonafide.indicators.sharedthing;

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
 * A factor, a computer or a home line that several people use who have nothing to do with one
 * another: {@link SharedFactor}, {@link SharedDevice}, {@link SharedLine}, {@link
 * SharedPeripheral}. Of the others it sees a pseudonym, days, a declared tie and whether the
 * claimed address is the same.
 */
@AutoService(Indicator.class)
public final class SharedThing implements Indicator {
  static final Card CARD =
      new Card(
          "shared-thing",
          "One device, factor or home line, several workers",
          "The same second factor, the same computer, the same monitor or dock by its serial "
              + "number or, day after day, the same home line is used by several workers who have declared neither a relation nor one address. "
              + "Offices, campuses, mobile carriers, VPNs and things that many people use are "
              + "left out.",
          "One operator with several identities, and a host of many laptops, leave the same "
              + "thing in several accounts. Mandiant (May 2025) found two workers' laptops on one "
              + "line that neither had claimed; Microsoft (December 2025) reports one device that "
              + "confirms the sign-ins of several accounts; Okta publishes a rule for it.",
          Card.Stage.WORK,
          Cause.CO_LOCATION,
          false,
          Set.of(
              Kind.SIGN_IN,
              Kind.FACTOR_USED,
              Kind.FACTOR_ENROLLED,
              Kind.DEVICE_LOGON,
              Kind.DEVICE_UNLOCK,
              Kind.PERIPHERAL,
              Kind.DISPLAY,
              Kind.MESSAGE),
          List.of(),
          27,
          0,
          90,
          Map.of(
              Explanation.HOUSEHOLD, 200,
              Explanation.CO_WORKING, 300,
              Explanation.IT_SUPPORT, 250,
              Explanation.PAIR_WORK, 400,
              Explanation.DEVICE_REPLACED, 300,
              Explanation.RECORD_ERROR, 600,
              Explanation.TAKEN_OVER, 400),
          "What is declared: the same line, computer or factor of a couple, or of two "
              + "workers with one address, says nothing.",
          "Compare the shipping and home addresses of those who share it, and ask each of "
              + "them separately where their computer stands; ask IT whether the computer or "
              + "token is meant to be shared.",
          20,
          List.of("T1078", "T1111", "T1219"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Outcome evaluate(View view, Days range) {
    if (view.addresses().isEmpty()
        && view.devices().isEmpty()
        && view.factors().isEmpty()
        && view.peripherals().isEmpty()) {
      return Outcome.kept(CARD, "no record names an address, a device or a factor");
    }
    List<Evidence> evidence = new ArrayList<>();
    SharedFactor.tell(view, range, evidence);
    SharedDevice.tell(view, range, evidence);
    SharedLine.tell(view, range, evidence);
    SharedPeripheral.tell(view, range, evidence);
    return new Outcome.Spoke(evidence);
  }
}
