package dev.bonafide.report;

import dev.bonafide.engine.applications.Fairness;
import dev.bonafide.engine.applications.Fairness.Group;
import dev.bonafide.engine.applications.Fairness.Grouping;

/** Pass rates of groups that the user defines. */
public final class FairnessPage {
  private FairnessPage() {}

  /** The page as text; its charset is UTF-8. */
  public static String html(Fairness fairness) {
    return RecruiterCards.page(
        "Fairness",
        Html.of(
            """
            <div class="rep"><header class="mast"><span class="brand">Bonafide</span><span>Fairness of a screening</span></header>
            <main id="main"><h1>Who passes without a question</h1>
            <p class="sub">The groups come from your table and were read after the screening; no check can see them. A group of {} and more whose rate lies below four fifths of the highest is named: look at the checks that ask it most, and at their ordinary causes, before you use them.</p>
            {}</main></div>
            """,
            Fairness.FEWEST,
            Html.each(fairness.groupings(), FairnessPage::section)));
  }

  private static Html section(Grouping grouping) {
    return Html.of(
        "<section><h2>{}</h2><div class=\"scroll\"><table><thead><tr><th scope=\"col\">Group</th><th scope=\"col\""
            + " class=\"num\">Applications</th><th scope=\"col\" class=\"num\">Pass</th><th scope=\"col\""
            + " class=\"num\">Of the highest</th><th scope=\"col\">To look at</th><th scope=\"col\">Asked by</th></tr></thead><tbody>{}</tbody></table></div></section>",
        Words.capital(grouping.name()),
        Html.each(grouping.groups(), FairnessPage::row));
  }

  private static Html row(Group group) {
    StringBuilder asked = new StringBuilder();
    group.asked().forEach((slug, n) -> asked.append(slug).append(' ').append(n).append("; "));
    return Html.of(
        "<tr><th scope=\"row\">{}</th><td class=\"num\">{}</td><td class=\"num\">{} %</td><td class=\"num\">{} %</td><td>{}</td><td class=\"small\">{}</td></tr>",
        group.name(),
        Words.count(group.applications()),
        Math.round(group.passRate() * 100),
        Math.round(group.ratio() * 100),
        group.look()
            ? "below four fifths"
            : group.applications() < Fairness.FEWEST ? "too few to tell" : "",
        asked.toString());
  }
}
