package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.Quote;
import dev.bonafide.hiring.Traces;
import dev.bonafide.hiring.Traces.Vouch;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * People who vouch for each other: in pairs, in short circles, or several who all name the same
 * referees for different employers.
 */
final class ReferenceRing implements Check {
  /** Longer circles happen by chance among many applicants (linking.md 4.5). */
  private static final int LONGEST_CIRCLE = 4;

  private static final Card CARD =
      Cards.card(
          "ref-vouching-ring",
          "People who vouch for each other",
          "The referee is an applicant for whom this applicant, or a circle of at most four, vouches in"
              + " turn; or two or more applicants name the same two referees for different employers.",
          "Personas that one operator controls vouch for each other (GTIG, April 2025).",
          Cause.APPLICATION,
          List.of("references with contacts"),
          Map.of(),
          "The quiet look-alikes worked at one employer and name the same manager, or each other, for"
              + " the same time there.",
          "Reach the referees through the employers' own switchboards.",
          20,
          List.of("T1585"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    if (look.traces().vouches().isEmpty()) {
      look.abstain("no references were handed in");
      return;
    }
    List<Traces> circle = circle(look);
    if (!circle.isEmpty()) {
      boolean oneFirm = oneFirm(look.traces(), circle);
      Look.Draft fact =
          look.fact(
                  oneFirm ? 300 : 900,
                  circle.size() == 1
                      ? "This applicant and another vouch for each other"
                          + (oneFirm ? ", for one employer." : ".")
                      : circle.size() + 1 + " applicants vouch for each other in a circle.")
              .about("circle")
              .on(record(look))
              .since(ContactReuse.firstDay(circle))
              .quote(new Quote("references", 0, "a referee is an applicant"))
              .innocent(
                  "colleagues who lost their jobs together and vouch for each other",
                  "a contact typed into the wrong row")
              .ask("When and where did you and this referee work together?");
      circle.forEach(fact::with);
      if (oneFirm) {
        fact.corroborates();
      }
    }
    sameReferees(look);
  }

  private static long record(Look look) {
    Applicant applicant = look.applicant();
    return applicant.references().getFirst().recordId();
  }

  /** The others on the shortest circle of vouching through this applicant; empty when none. */
  private static List<Traces> circle(Look look) {
    List<List<Traces>> paths = new ArrayList<>();
    paths.add(List.of(look.traces()));
    Set<String> seen = new HashSet<>(Set.of(look.traces().person()));
    for (int length = 1; length <= LONGEST_CIRCLE; length++) {
      List<List<Traces>> longer = new ArrayList<>();
      for (List<Traces> path : paths) {
        for (Traces next : referees(path.getLast(), look)) {
          if (length > 1 && next.person().equals(look.traces().person())) {
            return path.subList(1, path.size());
          }
          if (seen.add(next.person())) {
            List<Traces> more = new ArrayList<>(path);
            more.add(next);
            longer.add(more);
          }
        }
      }
      paths = longer;
    }
    return List.of();
  }

  /** The people in the pool whom a person names as referees, in a fixed order. */
  private static List<Traces> referees(Traces of, Look look) {
    List<Traces> found = new ArrayList<>();
    for (Vouch vouch : of.vouches()) {
      for (long contact : vouch.referee()) {
        List<Traces> holders = look.pool().withContact(contact);
        if (Pool.people(holders) > Pool.MOST_PEOPLE) {
          continue;
        }
        for (Traces holder : holders) {
          boolean own = holder.person().equals(of.person());
          if (!own && holder.standing() == Traces.Standing.APPLICANT) {
            found.add(holder);
          }
        }
      }
    }
    return found;
  }

  /** Whether all on the circle say that they worked at one known employer. */
  private static boolean oneFirm(Traces self, List<Traces> circle) {
    Set<Long> firms = new HashSet<>();
    self.vouches().forEach(v -> firms.add(v.firm()));
    Set<Long> common = new HashSet<>(firms);
    for (Traces other : circle) {
      Set<Long> theirs = new HashSet<>();
      other.vouches().forEach(v -> theirs.add(v.firm()));
      common.retainAll(theirs);
    }
    common.remove(0L);
    return !common.isEmpty();
  }

  private static void sameReferees(Look look) {
    Map<String, Traces> others = new TreeMap<>();
    Map<String, Integer> shared = new TreeMap<>();
    Map<String, Integer> otherFirm = new TreeMap<>();
    for (Vouch vouch : look.traces().vouches()) {
      Set<String> counted = new HashSet<>();
      for (long contact : vouch.referee()) {
        List<Traces> clients =
            Pool.others(look.pool().vouchedBy(contact), look.traces(), look.context());
        if (Pool.people(clients) + 1 > Pool.MOST_PEOPLE) {
          continue; // a reference service
        }
        for (Traces client : clients) {
          if (counted.add(client.id())) {
            others.put(client.id(), client);
            shared.merge(client.id(), 1, Integer::sum);
            otherFirm.merge(client.id(), differs(vouch, client, contact) ? 1 : 0, Integer::sum);
          }
        }
      }
    }
    List<Traces> ring = new ArrayList<>();
    for (Map.Entry<String, Traces> other : others.entrySet()) {
      if (shared.getOrDefault(other.getKey(), 0) >= 2
          && otherFirm.getOrDefault(other.getKey(), 0) >= 1) {
        ring.add(other.getValue());
      }
    }
    if (!ring.isEmpty()) {
      int people = Pool.people(ring);
      Look.Draft fact =
          look.fact(
                  people > 1 ? 1400 : 1100,
                  (people == 1 ? "Another applicant names" : people + " other applicants name")
                      + " two or more of the same referees, for another employer.")
              .about("referees")
              .on(record(look))
              .since(ContactReuse.firstDay(ring))
              .quote(new Quote("references", 0, "the same referees for different employers"))
              .innocent(
                  "colleagues who moved from one employer to another together",
                  "one firm under two names",
                  "an agency's contact persons")
              .ask("When and where did you work with each of your referees?");
      ring.forEach(fact::with);
    }
  }

  /** Whether the referee speaks for this applicant and for the other at two known employers. */
  private static boolean differs(Vouch vouch, Traces client, long contact) {
    for (Vouch theirs : client.vouches()) {
      if (theirs.referee().contains(contact) && theirs.firm() != 0 && vouch.firm() != 0) {
        return theirs.firm() != vouch.firm();
      }
    }
    return false;
  }
}
