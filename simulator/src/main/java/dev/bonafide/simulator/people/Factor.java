package dev.bonafide.simulator.people;

import dev.bonafide.simulator.world.Ids;

/**
 * The phone that approves sign-ins.
 *
 * @param phone the machine; its Okta device id is what two accounts share when they share a phone
 * @param number the phone number behind text messages and calls
 */
public record Factor(Machine phone, String number) {
  /** The enrolment of this phone for one account. */
  public String enrolment(long account) {
    return Ids.mixed("opf", phone.name("enrolment") ^ account, 17);
  }

  /** The end of the number, as vendors mask it. */
  public String masked() {
    return "+X XXX-XXX-" + number.substring(number.length() - 4);
  }
}
