package dev.bonafide.simulator.people;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Something innocent that anybody may have beside their archetype, the guilty too: overlays are no
 * labels.
 */
public enum Overlay {
  /** A commercial VPN since before they were hired. */
  PRIVACY_VPN("privacy-vpn", 0.06),
  /** Never turns the camera on. */
  CAMERA_AVERSE("camera-averse", 0.08),
  /** All traffic through the company's VPN. */
  FULL_TUNNEL("full-tunnel", 0.18),
  /** A docked machine that never sleeps. */
  DOCKED("docked", 0.06),
  /** Works from a co-working place most days. */
  CO_WORKING("co-working", 0.05),
  /** Stays signed in for weeks on a trusted browser. */
  STAYS_SIGNED_IN("stays-signed-in", 0.08),
  /** Got another laptop within the time. */
  DEVICE_REPLACED("device-replaced", 0.03),
  /** Got another mail address within the time. */
  RENAMED("renamed", 0.02),
  /** Has a network KVM on the desk at home, for other machines as well. */
  HOME_KVM("home-kvm", 0.01),
  /** Keeps the machine awake with a program. */
  JIGGLER("jiggler", 0.015),
  /** Works in the evening and at weekends on a computer of their own. */
  PRIVATE_COMPUTER("private-computer", 0.09),
  /** Develops on a rented server, and signs in from there. */
  RENTED_SERVER("rented-server", 0.004),
  /** Reaches the employer's machine from elsewhere with a remote-access program. */
  REMOTE_TOOL("remote-tool", 0.03),
  /** Now and then the home's line is down, and the phone lends its own. */
  HOTSPOT("hotspot", 0.12),
  /** A browser's privacy relay, as a phone maker sells it with its cloud. */
  PRIVACY_RELAY("privacy-relay", 0.05),
  /** Has another job beside this one: present, but for half the time. */
  OVER_EMPLOYED("over-employed", 0.02),
  /** Lives at a colleague's for half the week, without being a couple to anybody. */
  FLATMATE("flatmate", 0.006),
  /** Works fewer days. */
  PART_TIME("part-time", 0.07),
  /** Leaves within the time, and the account is closed within hours. */
  LEAVER("leaver", 0.014),
  /** Leaves within the time; a phone goes on fetching mail for days, by itself. */
  LATE_DEPROVISION("late-deprovision", 0.004),
  /** Reads and writes by a screen reader or by voice: input that no keyboard made. */
  ASSISTIVE("assistive-technology", 0.02),
  /** Away for weeks in the middle, on leave that was agreed. */
  SABBATICAL("sabbatical", 0.005),
  /** Paid to attack the company: refused sign-ins, malware, a rented server, remote tools. */
  PEN_TESTER("pen-tester", 0.002),
  /** The laptop is repaired for some days, and another one lent. */
  LOANER("loaner", 0.008),
  /** Leaves the laptop on at home, and reaches it through the system's own remote desktop. */
  OWN_DESKTOP("own-desktop", 0.02),
  /** Works far too long: a launch, a quarter's end, one's own firm once. */
  LONG_HOURS("long-hours", 0.02),
  /** A day on the laptop, and from the late afternoon on the company's desktop for heavy work. */
  TWO_COMPUTERS("two-computers", 0.01),
  /** Begins to look after a tool of the team: gives rights to others, never did before. */
  NEW_OWNER("new-owner", 0.01),
  /** Looks after pipelines: secrets, runners, checks and protections are their trade. */
  PIPELINE_OWNER("pipeline-owner", 0.05),
  /** Sets a new project up: repository, protection, secrets and keys within a day. */
  NEW_PROJECT("new-project", 0.02),
  /** Moves to another home within the time; bank and telephone may change too. */
  MOVES("moves-house", 0.006),
  /** Lost the phone, on a journey for some, and got new factors from the help desk. */
  LOST_PHONE("lost-phone", 0.012),
  /** HR wrote an end date too early, and corrects it later by another row. */
  RETRO_HR("retro-hr", 0.003);

  static final Set<Overlay> ABOUT_LEAVING =
      Collections.unmodifiableSet(EnumSet.of(LEAVER, LATE_DEPROVISION, RETRO_HR));

  private final String slug;
  private final double share;

  Overlay(String slug, double share) {
    this.slug = slug;
    this.share = share;
  }

  public String slug() {
    return slug;
  }

  /** Probability for each person. */
  public double share() {
    return share;
  }
}
