package dev.bonafide.indicators.sharedthing;

import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Course;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Use;
import dev.bonafide.indicators.View;
import dev.bonafide.indicators.Words;
import dev.bonafide.knowledge.EgressClass;
import dev.bonafide.knowledge.Network;
import dev.bonafide.logbook.Facet;
import dev.bonafide.logbook.Thing;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One monitor, dock or dongle, known by its serial number, on the computers of several workers
 * (detection.md 1.11). Desks of an office are shared by design, and a monitor that one hands to the
 * next is not shared.
 */
final class SharedPeripheral {
  /** More people than this: a desk's. */
  private static final int DESK = 5;

  /** A help desk carries no monitor from worker to worker, and a couple has a declared tie. */
  private static final Map<Explanation, Integer> SHARES =
      Map.of(
          Explanation.HOUSEHOLD, 300,
          Explanation.CO_WORKING, 500,
          Explanation.IT_SUPPORT, 600,
          Explanation.DEVICE_REPLACED, 500);

  /** Judgement: a number in an inventory may be old; two days in turns are no error. */
  private static final Episode.Weighed SEEN = new Episode.Weighed(1500, 800, SHARES);

  private static final Episode.Weighed IN_TURNS = new Episode.Weighed(3000, 900, SHARES);

  private SharedPeripheral() {}

  static void tell(View view, Days range, List<Evidence> evidence) {
    for (Use use : view.peripherals()) {
      Thing thing = new Thing(Thing.Sort.PERIPHERAL, use.id());
      String text = view.around().shared(thing) ? view.around().text(use.id()) : null;
      if (text != null && numbered(text)) {
        tell(view, range, use, thing, evidence);
      }
    }
  }

  private static void tell(View view, Days range, Use use, Thing thing, List<Evidence> evidence) {
    History history = new History(view, thing, false);
    TreeMap<Integer, Act> acts = new TreeMap<>();
    find(view.machineDays(), use.id(), acts);
    find(view.days(), use.id(), acts);
    Course course = new Course(SharedThing.CARD, view.person(), Episode.of(thing), Company.WINDOW);
    for (int day : acts.keySet()) {
      Company company = Company.of(use, history, false, day);
      int people = company.others().isEmpty() ? 0 : company.between(1);
      boolean desk = company.everybody() > DESK || perhapsInOffice(view, day);
      Episode.Weighed weighed =
          people == 0 || desk
              ? new Episode.Weighed(0, 0)
              : company.between(2) > 0 ? IN_TURNS : SEEN;
      Episode episode = course.step(day, weighed.millinats());
      if (episode == null || !range.contains(day)) {
        continue;
      }
      Act first = acts.ceilingEntry(company.mine().first()).getValue();
      Act now = Objects.requireNonNull(acts.get(day));
      evidence.add(
          episode.revision(
              day,
              first.at(),
              now.at(),
              weighed,
              Direction.SUBJECT,
              (weighed.millinats() == 0
                      ? "A monitor or dock is shared as those of a desk are"
                      : "One monitor or dock, by its serial number, hangs on the computers of this worker"
                          + " and of "
                          + Sharing.others(people)
                          + " without a declared tie")
                  + ", between "
                  + Words.day(company.mine().first())
                  + " and "
                  + Words.day(day)
                  + ".",
              List.of(first.cite(), now.cite())));
    }
  }

  private static void find(List<AccountDay> pages, long object, NavigableMap<Integer, Act> acts) {
    for (AccountDay on : pages) {
      if (!on.page().kinds().contains(Kind.PERIPHERAL)
          && !on.page().kinds().contains(Kind.DISPLAY)) {
        continue;
      }
      for (int i = 0; i < on.size(); i++) {
        if (on.page().id(i, Facet.DETAIL1) == object) {
          acts.merge(on.day(), new Act(on, i), (a, b) -> Act.ORDER.compare(a, b) <= 0 ? a : b);
        }
      }
    }
  }

  /**
   * Whether the worker was in an office that day, or may have been: what hangs on the computer
   * there is a desk's, and who goes through an exit may sit anywhere.
   */
  private static boolean perhapsInOffice(View view, int day) {
    boolean home = false;
    boolean hidden = false;
    for (Use address : view.addresses()) {
      int i = address.indexOf(day);
      Network network = i < 0 ? null : address.network(i);
      if (network != null) {
        if (view.egressClass(network, day) == EgressClass.OFFICE) {
          return true;
        }
        boolean may = view.mayBeHome(address, i);
        home |= may;
        hidden |= !may;
      }
    }
    return hidden && !home;
  }

  /**
   * Whether the text ends in a serial number, after a word that names the model. A model alone
   * looks like a number too, and cheap makers print one number on all that they sell.
   */
  static boolean numbered(String text) {
    List<String> words = new ArrayList<>(List.of(text.strip().split("\\s+", -1)));
    String last = words.removeLast();
    boolean model = false;
    for (String word : words) {
      model |= word.length() >= 4 && word.chars().anyMatch(Character::isDigit);
    }
    return model
        && last.length() >= 6
        && last.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-')
        && last.chars().filter(Character::isDigit).count() >= 2
        && last.chars().distinct().count() >= 4
        && !last.startsWith("0000")
        && !last.startsWith("1234")
        && !last.startsWith("0123");
  }
}
