package dev.bonafide.indicators.sharedthing;

import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Use;
import dev.bonafide.indicators.View;
import dev.bonafide.logbook.Facet;
import dev.bonafide.logbook.Thing;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One phone, token or key that confirms the sign-ins of several workers. Strong (detection.md 1.7),
 * unless many share it, as a help desk's does.
 */
final class SharedFactor {
  /** More people than this on one day: a desk's or a test factor. */
  private static final int MANY = 5;

  /** What explains one factor for two: a desk, seldom a couple, no shared office. */
  private static final Map<Explanation, Integer> SHARES =
      Map.of(
          Explanation.HOUSEHOLD, 500,
          Explanation.CO_WORKING, 1000,
          Explanation.PAIR_WORK, 700,
          Explanation.DEVICE_REPLACED, 600);

  /** Judgement. */
  private static final Episode.Weighed ONE_OTHER = new Episode.Weighed(3000, 900, SHARES);

  private static final Episode.Weighed MORE_OTHERS = new Episode.Weighed(3500, 900, SHARES);

  private SharedFactor() {}

  static void tell(View view, Days range, List<Evidence> evidence) {
    for (Use factor : view.factors()) {
      if (names(view.around().text(factor.id()))) {
        Sharing.tell(
            view,
            range,
            factor,
            new Thing(Thing.Sort.FACTOR, factor.id()),
            true,
            (on, i) ->
                on.page().id(i, Facet.DETAIL1) == factor.id()
                    && (on.page().kind(i) == Kind.FACTOR_USED
                        || on.page().kind(i) == Kind.FACTOR_ENROLLED),
            SharedFactor::grade,
            evidence);
      }
    }
  }

  private static Sharing.Grade grade(Company company, int day) {
    int people = company.between(1);
    if (people == 0) {
      return Sharing.Grade.NOTHING;
    }
    if (people + company.tied() + 1 > MANY) {
      return Sharing.Grade.harmless("So many workers use the second factor that it is a desk's");
    }
    return new Sharing.Grade(
        people == 1 ? ONE_OTHER : MORE_OTHERS,
        "The same second factor confirmed sign-ins of this worker and of "
            + Sharing.others(people));
  }

  /**
   * Whether a text names one factor and not merely a sort of factor ({@code OKTA_VERIFY_PUSH}),
   * which half a company shares: it has a word of eight or more letters and digits with three
   * digits, and is no masked number.
   */
  static boolean names(@Nullable String text) {
    if (text == null) {
      return false;
    }
    for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
      long digits = word.chars().filter(c -> c >= '0' && c <= '9').count();
      if (word.length() >= 8 && digits >= 3 && !word.contains("xxx")) {
        return true;
      }
    }
    return false;
  }
}
