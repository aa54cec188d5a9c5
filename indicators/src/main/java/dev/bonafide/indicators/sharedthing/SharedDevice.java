package dev.bonafide.indicators.sharedthing;

import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Use;
import dev.bonafide.indicators.View;
import dev.bonafide.logbook.Thing;
import dev.bonafide.model.Evidence;
import java.util.List;

/**
 * One computer at which several workers act. Handing it on is not sharing; a visit by support is
 * not either; a computer that many use is a shared one by design.
 */
final class SharedDevice {
  /** Days on which the other must have used it, in between: a support visit is shorter. */
  private static final int DAYS = 3;

  /** More people than this: a kiosk, a laboratory, a hot desk, a virtual desktop host. */
  private static final int KIOSK = 8;

  /** Somebody who uses so many computers within 28 days looks after them. */
  private static final int TECHNICIAN = 8;

  /**
   * Judgement: one operator with several identities seldom has more than a handful on one machine.
   */
  private static final Episode.Weighed ONE_OTHER = new Episode.Weighed(1500, 700);

  private static final Episode.Weighed MORE = new Episode.Weighed(2500, 900);

  private SharedDevice() {}

  static void tell(View view, Days range, List<Evidence> evidence) {
    for (Use device : view.devices()) {
      Sharing.tell(
          view,
          range,
          device,
          new Thing(Thing.Sort.DEVICE, device.id()),
          true,
          (on, i) -> view.device(on, i) == device.id(),
          (company, day) -> grade(view, company, day),
          evidence);
    }
  }

  private static Sharing.Grade grade(View view, Company company, int day) {
    int people = company.between(DAYS);
    if (people == 0 || company.mine().size() < 2) {
      return Sharing.Grade.NOTHING;
    }
    if (company.everybody() > KIOSK) {
      return Sharing.Grade.harmless("So many workers use the computer that it is a shared one");
    }
    if (technician(view, day)) {
      return Sharing.Grade.harmless("This worker looks after many computers");
    }
    return new Sharing.Grade(
        people == 1 ? ONE_OTHER : MORE,
        "This worker and " + Sharing.others(people) + " used the same computer in turns");
  }

  private static boolean technician(View view, int day) {
    int devices = 0;
    for (Use device : view.devices()) {
      for (int i = device.size() - 1; i >= 0; i--) {
        if (device.day(i) <= day
            && device.day(i) > day - Company.WINDOW
            && device.humanBins(i) > 0) {
          devices++;
          break;
        }
      }
    }
    return devices >= TECHNICIAN;
  }
}
