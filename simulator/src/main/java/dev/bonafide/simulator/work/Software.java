package dev.bonafide.simulator.work;

import dev.bonafide.simulator.people.Drive;
import dev.bonafide.simulator.people.Errand;
import dev.bonafide.simulator.people.Machine;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.vendor.Act;
import dev.bonafide.simulator.vendor.InstallAct;
import dev.bonafide.simulator.world.Chance;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is put on one of the employer's Windows machines, and by whom: the company's deployment tool
 * gives everybody a package a week, people add a program now and then, and so does whoever needs a
 * way in.
 */
final class Software {
  private static final long MINUTE = 60_000L;

  private static final List<String> DEPLOYED =
      List.of(
          "Parley Chat",
          "Browser Enterprise",
          "Inventory Agent",
          "Office Runtime",
          "PDF Reader",
          "VPN Client",
          "Desktop Runtime",
          "Endpoint Sensor");

  private static final List<String> BY_HAND =
      List.of(
          "7-Zip",
          "Notepad++",
          "Git",
          "Node.js",
          "Python",
          "DBeaver",
          "Postman",
          "VLC media player",
          "KeePassXC",
          "Wireshark",
          "PowerToys",
          "FileZilla Client",
          "WinMerge",
          "Obsidian");

  private final Person person;
  private final Machine machine;
  private final Chance chance;
  private final Set<String> known = new HashSet<>();
  private long acts;

  Software(Person person, Machine machine, Chance chance) {
    this.person = person;
    this.machine = machine;
    this.chance = chance;
  }

  private boolean logged() {
    return machine.managed() && machine.system() == Machine.Os.WINDOWS;
  }

  /** A day on which somebody was there. */
  void day(long day, Presence first, Chance draw, Consumer<Act> tell) {
    if (!logged()) {
      return;
    }
    long week = Math.floorDiv(day, 7);
    if (Math.floorMod(day, 7L) == Math.floorMod(machine.name("ring"), 5L)) {
      Chance roll = Chance.of(week).at("deployed");
      String product = roll.pick(DEPLOYED) + " " + (4 + Math.floorMod(week, 40L)) + ".0";
      install(first.from() + draw.between(8, 90) * MINUTE, product, false, false, tell);
    }
    Chance hand = draw.at("by hand");
    double often =
        switch (person.role()) {
          case ENGINEER, IT -> 0.014;
          case DATA -> 0.01;
          default -> 0.003;
        };
    if (hand.happens(often)) {
      String product = BY_HAND.get(Math.min(hand.geometric(0.18), BY_HAND.size() - 1));
      long at = first.from() + hand.between(10, 200) * MINUTE;
      install(at, product, hand.happens(0.15), true, tell);
    }
    Drive drive = first.hand().drive();
    if (drive != null) {
      for (String program : drive.programs()) {
        if (known.add(program)) {
          install(first.from() - MINUTE, program, false, true, tell);
        }
      }
    }
  }

  void run(Errand.Install install, Presence presence, Chance draw, Consumer<Act> tell) {
    if (logged()) {
      long at = presence.from() + draw.between(5, 60) * MINUTE;
      install(at, install.product(), install.removed(), true, tell);
    }
  }

  private void install(
      long at, String product, boolean removed, boolean byHand, Consumer<Act> tell) {
    if (at < person.closedMilli()) {
      tell.accept(
          new InstallAct(
              at, chance.at("act", ++acts).name(), person, machine, product, removed, byHand));
    }
  }
}
