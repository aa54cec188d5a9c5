package dev.bonafide.indicators.rightsinreturn;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Course;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Indicator;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.indicators.Rights;
import dev.bonafide.indicators.View;
import dev.bonafide.logbook.Facet;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is given rights of an administrator, and gives such rights back to the one who gave
 * them, or on to others (detection.md 1.17: reciprocity inside a cluster). Who has the rights to
 * give has no need of the same from the receiver: in return they are given by people who hold doors
 * open for each other.
 */
@AutoService(Indicator.class)
public final class RightsInReturn implements Indicator {
  /** Two weeks, within which one right belongs to another. */
  private static final int WINDOW = 14;

  private static final int BEFORE = 56;

  /** Days of work before, without which nothing is known of what is usual. */
  private static final int DAYS_BEFORE = 5;

  /** Different rights that one receives, or gives on. */
  private static final int FEW = 2;

  private static final int MANY = 3;

  /** Judgement, under the cap of 1500 for rights. */
  private static final int RETURNED = 1500;

  private static final int PASSED_ON = 900;
  private static final int GOT_MANY = 700;
  private static final int GOT_FEW = 500;
  private static final int SD = 500;

  private static final Set<Kind> KINDS = EnumSet.of(Kind.GRANT, Kind.RIGHTS_GAINED);

  private static final Card CARD =
      new Card(
          "rights-in-return",
          "Given far-reaching rights, and gives them on",
          "Within two weeks somebody is given rights of an administrator or owner and gives such "
              + "rights to the very person who gave them; or gives two or more on to others, and never "
              + "gave any before; or receives two or more, and never had any before.",
          "DTEX (October 2024) describes workers who ask for the keys to the kingdom, manage the "
              + "access of others and let them in. That rights given in return say more than rights "
              + "given is our inference.",
          Card.Stage.PRIVILEGE,
          Cause.PRIVILEGE,
          false,
          Set.of(Kind.RIGHTS_GAINED),
          List.of(),
          56,
          0,
          60,
          Map.of(
              Explanation.IT_SUPPORT, 400,
              Explanation.AUTOMATION, 400,
              Explanation.HANDOVER, 400,
              Explanation.TAKEN_OVER, 300),
          "The other end: the same rights, received from one who gets none in return and not passed "
              + "on, weigh little or nothing.",
          "Ask the manager of each of them which task needs these rights, and who agreed.",
          15,
          List.of("T1098", "T1098.003"));

  @Override
  public Card card() {
    return CARD;
  }

  /** A right of an administrator, given or received. */
  private record Right(Act act, boolean given, String role, String other) {
    int day() {
      return act.on().day();
    }

    String said() {
      return role + " to " + other;
    }
  }

  @Override
  public Outcome evaluate(View view, Days range) {
    List<Right> rights = rights(view);
    List<Evidence> evidence = new ArrayList<>();
    if (rights.stream().anyMatch(right -> !right.given)) {
      tell(view, range, rights, evidence);
    }
    return new Outcome.Spoke(evidence);
  }

  private static List<Right> rights(View view) {
    List<Right> rights = new ArrayList<>();
    for (AccountDay on : view.days()) {
      boolean any = !Collections.disjoint(on.page().kinds(), KINDS);
      for (int i = 0; any && i < on.size(); i++) {
        if (KINDS.contains(on.page().kind(i))) {
          long object = on.page().id(i, Facet.DETAIL1);
          String text =
              object == Term.NONE || object == Term.OTHER ? null : view.around().text(object);
          String other = Rights.other(text);
          if (Rights.high(text) && !other.isEmpty() && !on.account().endsWith(":" + other)) {
            boolean given = on.page().kind(i) == Kind.GRANT;
            rights.add(new Right(new Act(on, i), given, Rights.role(text), other));
          }
        }
      }
    }
    rights.sort((a, b) -> Act.ORDER.compare(a.act, b.act));
    return rights;
  }

  private static void tell(View view, Days range, List<Right> rights, List<Evidence> evidence) {
    Course course = new Course(CARD, view.person(), "", 2 * WINDOW);
    Set<Integer> days = new TreeSet<>();
    rights.forEach(right -> days.add(right.day()));
    for (int day : days) {
      List<Right> got = new ArrayList<>();
      List<Right> gave = new ArrayList<>();
      for (Right right : rights) {
        if (right.day() <= day && right.day() > day - WINDOW) {
          (right.given ? gave : got).add(right);
        }
      }
      if (got.isEmpty()) {
        continue;
      }
      Right back = back(got, gave);
      int first = got.getFirst().day();
      boolean fresh =
          view.activeDays(first - BEFORE, first - 1) >= DAYS_BEFORE
              && rights.stream().noneMatch(r -> r.day() < first && r.day() >= first - BEFORE);
      long passed =
          gave.stream()
              .filter(r -> r.act.at() > got.getFirst().act.at())
              .map(Right::said)
              .distinct()
              .count();
      int received = new HashSet<>(got.stream().map(Right::role).toList()).size();
      int weight =
          back != null
              ? RETURNED
              : !fresh
                  ? 0
                  : passed >= FEW
                      ? PASSED_ON
                      : received >= MANY ? GOT_MANY : received >= FEW ? GOT_FEW : 0;
      Episode episode = weight == 0 ? null : course.step(day, weight);
      if (episode != null && range.contains(day)) {
        Right last = back != null ? back : gave.isEmpty() ? got.getLast() : gave.getLast();
        String fact =
            received
                + (received == 1 ? " right" : " rights")
                + " of an administrator or owner received within two weeks"
                + (back != null
                    ? ", and such a right given to one who gave them."
                    : passed >= FEW
                        ? ", and " + passed + " such rights given on to others; none were before."
                        : "; none were before.");
        evidence.add(revision(episode, day, got.getFirst().act, last.act, weight, fact));
      }
    }
  }

  /** A right that was given to one from whom one was received; null for none. */
  private static @Nullable Right back(List<Right> got, List<Right> gave) {
    for (Right given : gave) {
      for (Right received : got) {
        if (given.other.equals(received.other) && source(given.act).equals(source(received.act))) {
          return given;
        }
      }
    }
    return null;
  }

  private static String source(Act act) {
    String account = act.on().account();
    return account.substring(0, account.indexOf(':') + 1);
  }

  private static Evidence revision(
      Episode episode, int day, Act one, Act other, int weight, String fact) {
    boolean inOrder = Act.ORDER.compare(one, other) <= 0;
    Act first = inOrder ? one : other;
    Act last = inOrder ? other : one;
    List<Citation> cited = List.of(first.cite(), last.cite());
    return episode.revision(
        day,
        first.at(),
        last.at(),
        new Episode.Weighed(weight, SD),
        Direction.SUBJECT,
        fact,
        cited);
  }
}
