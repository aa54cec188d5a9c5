package dev.bonafide.linking.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Two names word by word, in whatever order.
 *
 * <p>Each pair of like words (or of two or three words that are written together on one side)
 * counts its weight times its likeness. What remains on both sides contradicts and costs its full
 * weight; what remains on one side costs less, and least when the list only knows more of the name:
 * the score is matched / (matched weights + costs).
 *
 * @param score 0 to 1, the sum of the effects of the reasons
 */
record Alignment(double score, List<Hit.Reason> why) {
  private static final double CONTRADICTION = 1.15;
  private static final double SURPLUS_ASKED_PERSON = 0.8;
  private static final double SURPLUS_ASKED = 1.0;
  private static final double SURPLUS_LISTED = 0.25;

  /** One name of a person identifies nobody. */
  private static final double SURPLUS_LISTED_FOR_ONE_WORD = 0.45;

  /** What an initial weighs that stands against another one, or against a name. */
  private static final double OTHER_INITIAL = 0.9;

  /** When no word of a person's name is quite the same, every one of them is a guess. */
  private static final double ALL_GUESSED = 0.85;

  private static final double QUITE_THE_SAME = 0.88;

  /** The most words that may be written together. */
  private static final int TOGETHER = 3;

  /** A run of words on both sides that are like each other. */
  private record Option(int fromA, int toA, int fromB, int toB, double likeness, double weight) {
    double worth() {
      return weight * likeness * likeness;
    }
  }

  /** What remains costs at least so much. */
  static double leastCost(double contradicts, double asked) {
    return CONTRADICTION * contradicts + SURPLUS_ASKED_PERSON * (asked - contradicts);
  }

  static Alignment of(Words asked, Words listed, Sort sort, ToDoubleFunction<Words.Word> weight) {
    List<Words.Word> a = asked.words();
    List<Words.Word> b = listed.words();
    List<Option> options = options(a, b, weight);
    options.sort(
        (p, q) -> {
          int byWorth = Double.compare(q.worth(), p.worth());
          int byA = byWorth != 0 ? byWorth : Integer.compare(p.fromA, q.fromA);
          return byA != 0 ? byA : Integer.compare(p.fromB, q.fromB);
        });
    boolean[] usedA = new boolean[a.size()];
    boolean[] usedB = new boolean[b.size()];
    List<Option> taken = new ArrayList<>();
    double whole = 0;
    double telling = 0;
    for (Option option : options) {
      if (free(usedA, option.fromA, option.toA) && free(usedB, option.fromB, option.toB)) {
        use(usedA, option.fromA, option.toA);
        use(usedB, option.fromB, option.toB);
        taken.add(option);
        whole += option.weight;
        for (int i = option.fromA; i < option.toA; i++) {
          telling += tells(a.get(i)) ? 1 : 0;
        }
      }
    }
    double leftA = left(a, usedA, weight);
    double leftB = left(b, usedB, weight);
    boolean person = sort == Sort.PERSON;
    if (person && otherInitial(a, usedA, b, usedB)) {
      leftA = Math.max(leftA, OTHER_INITIAL);
      leftB = Math.max(leftB, OTHER_INITIAL);
    }
    double contradiction = Math.min(leftA, leftB);
    long named = a.stream().filter(Alignment::tells).count();
    double cost =
        CONTRADICTION * contradiction
            + (person ? SURPLUS_ASKED_PERSON : SURPLUS_ASKED) * (leftA - contradiction)
            + (person && named <= 1 ? SURPLUS_LISTED_FOR_ONE_WORD : SURPLUS_LISTED)
                * (leftB - contradiction);
    double all = whole + cost;
    // Only words that half of all companies have.
    double factor = telling == 0 && (named > 0 || b.stream().anyMatch(Alignment::tells)) ? 0.6 : 1;
    if (person && taken.stream().noneMatch(o -> o.likeness >= QUITE_THE_SAME)) {
      factor *= ALL_GUESSED;
    }
    List<Hit.Reason> why = new ArrayList<>();
    double score = 0;
    for (Option option : taken) {
      double effect = all == 0 ? 0 : factor * option.weight * option.likeness / all;
      score += effect;
      why.add(
          new Hit.Reason(
              text(a, option.fromA, option.toA)
                  + (option.likeness == 1 ? " = " : " ~ ")
                  + text(b, option.fromB, option.toB)
                  + (option.likeness == 1
                      ? ""
                      : String.format(Locale.ROOT, " (%.2f)", option.likeness)),
              effect));
    }
    remaining("not in the list's name: ", a, usedA, why);
    remaining("only in the list's name: ", b, usedB, why);
    return new Alignment(score, why);
  }

  private static List<Option> options(
      List<Words.Word> a, List<Words.Word> b, ToDoubleFunction<Words.Word> weight) {
    List<Option> options = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < b.size(); j++) {
        double like = Likeness.of(a.get(i), b.get(j));
        if (like > 0) {
          double of = (weight.applyAsDouble(a.get(i)) + weight.applyAsDouble(b.get(j))) / 2;
          if (like < 1 && (a.get(i).letters().length == 1 || b.get(j).letters().length == 1)) {
            of = Math.min(weight.applyAsDouble(a.get(i)), weight.applyAsDouble(b.get(j)));
          }
          options.add(new Option(i, i + 1, j, j + 1, like, of));
        }
      }
    }
    together(a, b, weight, false, options);
    together(b, a, weight, true, options);
    return options;
  }

  /** Words that are written together on one side. */
  private static void together(
      List<Words.Word> many,
      List<Words.Word> one,
      ToDoubleFunction<Words.Word> weight,
      boolean swapped,
      List<Option> options) {
    for (int i = 0; i + 1 < many.size(); i++) {
      Words.Word joined = many.get(i);
      boolean initial = joined.letters().length == 1;
      double of = weight.applyAsDouble(many.get(i));
      for (int to = i + 2; to <= Math.min(many.size(), i + TOGETHER); to++) {
        Words.Word last = many.get(to - 1);
        if (!joinable(joined) || !(joinable(last) || shortForm(last))) {
          break;
        }
        joined = joined.join(last);
        initial |= last.letters().length == 1;
        of += weight.applyAsDouble(last);
        for (int j = 0; j < one.size(); j++) {
          if (Math.abs(joined.letters().length - one.get(j).letters().length) > 2
              || joined.letters().length < 4) {
            continue;
          }
          double like = 0.98 * Likeness.of(joined, one.get(j));
          // An initial belongs to a word only where the two are written together.
          if (like >= (initial ? 0.98 : 0.8)) {
            options.add(
                swapped
                    ? new Option(j, j + 1, i, to, like, of)
                    : new Option(i, to, j, j + 1, like, of));
          }
        }
      }
    }
  }

  /** SiemensAG, AcmeLtd. */
  private static boolean shortForm(Words.Word word) {
    return word.role() == Lexis.Role.FORM && word.letters().length <= 4;
  }

  private static boolean joinable(Words.Word word) {
    return word.role() != Lexis.Role.FORM && word.role() != Lexis.Role.NUMBER;
  }

  private static boolean tells(Words.Word word) {
    return switch (word.role()) {
      case NAME, COMMON, NUMBER -> true;
      case INITIAL, GENERIC, PARTICLE, TITLE, FORM -> false;
    };
  }

  private static boolean free(boolean[] used, int from, int to) {
    for (int i = from; i < to; i++) {
      if (used[i]) {
        return false;
      }
    }
    return true;
  }

  private static void use(boolean[] used, int from, int to) {
    for (int i = from; i < to; i++) {
      used[i] = true;
    }
  }

  private static double left(
      List<Words.Word> words, boolean[] used, ToDoubleFunction<Words.Word> weight) {
    double left = 0;
    for (int i = 0; i < used.length; i++) {
      left += used[i] ? 0 : weight.applyAsDouble(words.get(i));
    }
    return left;
  }

  /** Whether an initial remains on one side, and something that it can't stand for on the other. */
  private static boolean otherInitial(
      List<Words.Word> a, boolean[] usedA, List<Words.Word> b, boolean[] usedB) {
    return (remains(a, usedA, true) && remains(b, usedB, false))
        || (remains(a, usedA, false) && remains(b, usedB, true));
  }

  private static boolean remains(List<Words.Word> words, boolean[] used, boolean initial) {
    for (int i = 0; i < used.length; i++) {
      Lexis.Role role = words.get(i).role();
      boolean name = role == Lexis.Role.NAME || role == Lexis.Role.COMMON;
      if (!used[i] && (role == Lexis.Role.INITIAL || (!initial && name))) {
        return true;
      }
    }
    return false;
  }

  private static String text(List<Words.Word> words, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i > from ? " " : "").append(words.get(i).letters());
    }
    return text.toString();
  }

  private static void remaining(
      String what, List<Words.Word> words, boolean[] used, List<Hit.Reason> why) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < used.length; i++) {
      if (!used[i]) {
        text.append(text.isEmpty() ? what : " ").append(words.get(i).letters());
      }
    }
    if (!text.isEmpty()) {
      why.add(new Hit.Reason(text.toString(), 0));
    }
  }
}
