package dev.bonafide.report;

import dev.bonafide.engine.Findings.LedgerLine;
import dev.bonafide.engine.Findings.Person;
import dev.bonafide.model.Weight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Questions that the page asks a person's findings. */
public final class People {
  /** A person with their place in the list, from 1. */
  public record Ranked(int rank, Person person) {
    /** The page's name for the person: ids of an HR file may hold anything. */
    public String anchor() {
      return "person-" + rank;
    }
  }

  private People() {}

  /** At most so many of the people whom the question admits, best first. */
  public static List<Ranked> first(List<Person> people, int most, Predicate<Person> admits) {
    List<Ranked> found = new ArrayList<>();
    for (int i = 0; i < people.size() && found.size() < most; i++) {
      if (admits.test(people.get(i))) {
        found.add(new Ranked(i + 1, people.get(i)));
      }
    }
    return found;
  }

  public static boolean over(Person person) {
    return !person.band().equals("none");
  }

  public static List<LedgerLine> evidence(Person person) {
    return person.ledger().stream().filter(l -> l.line().equals("evidence")).toList();
  }

  /** What carries most, either way, first. */
  public static List<LedgerLine> strongest(Person person, int most) {
    return evidence(person).stream()
        .sorted(Comparator.comparingLong((LedgerLine l) -> -Math.abs(l.millinats())))
        .limit(most)
        .toList();
  }

  /** Evidence ids with their numbers on this page: E-1, E-2 ... in the order of the ledger. */
  public static Map<String, String> numbers(Person person) {
    Map<String, String> numbers = new LinkedHashMap<>();
    for (LedgerLine line : evidence(person)) {
      if (line.evidence() != null) {
        numbers.putIfAbsent(line.evidence(), "E-" + (numbers.size() + 1));
      }
    }
    return numbers;
  }

  /** Decibans of the base rate that the findings start from; 1 in 3,000 where nobody is listed. */
  public static double base(List<Person> people) {
    return people.stream()
        .flatMap(p -> p.ledger().stream())
        .filter(l -> l.line().equals("prior"))
        .findFirst()
        .map(l -> l.millinats() / Weight.DECIBAN)
        .orElse(-34.77);
  }

  public static double low(Person person) {
    return person.interval().isEmpty() ? person.decibans() : person.interval().getFirst();
  }

  public static double high(Person person) {
    return person.interval().isEmpty() ? person.decibans() : person.interval().getLast();
  }

  /** What a band says, in words. */
  public static String band(String band) {
    return switch (band) {
      case "watch" -> "Watch: over the line with one cause";
      case "review" -> "Review: over the line with two causes";
      case "urgent" -> "Urgent: a contradiction that no honest life produces";
      case "none" -> "Below the review line";
      default -> band;
    };
  }
}
