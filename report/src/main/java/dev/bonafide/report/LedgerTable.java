package dev.bonafide.report;

import dev.bonafide.engine.Findings.LedgerLine;
import dev.bonafide.engine.Findings.Person;
import dev.bonafide.model.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The ledger as a waterfall: a table row per line with its own picture on a shared axis, so that
 * picture and figures can't come apart.
 */
public record LedgerTable(Person person, Axis axis, Map<String, String> numbers) {

  /** The axis of the person's ledger: wider than the score's where a sum on the way runs beyond. */
  public static LedgerTable of(Person person, Axis axis, Map<String, String> numbers) {
    double most =
        rows(person).stream().mapToDouble(row -> row.after() / Weight.DECIBAN).max().orElse(0);
    return new LedgerTable(person, axis.wide(400).reaching(most), numbers);
  }

  /**
   * A line with what it shows: tenths of a deciban that add up exactly over the rows, because each
   * is the difference of two rounded running sums.
   */
  public record Row(LedgerLine line, long before, long after, long tenths) {}

  public static List<Row> rows(Person person) {
    List<Row> rows = new ArrayList<>();
    long sum = 0;
    for (LedgerLine line : person.ledger()) {
      long after = sum + line.millinats();
      rows.add(new Row(line, sum, after, tenths(after) - tenths(sum)));
      sum = after;
    }
    return rows;
  }

  static long tenths(long millinats) {
    return Math.round(millinats / Weight.DECIBAN * 10);
  }

  public Html section(String id) {
    List<Row> rows = rows(person);
    return Html.of(
        """
        <section><h3>Ledger</h3>
        <p class="sub">Each bar starts where the one above ended and points the way it moves the score. Filled bars are evidence; pale bars are settings and arithmetic.</p>
        <div class="scroll" tabindex="0" role="group" aria-label="Ledger"><table class="led">
        <thead><tr><th scope="col">Line</th><th scope="col" class="bar">{}<span class="vh">Picture</span></th><th scope="col" class="num">dB</th><th scope="col" class="num">millinats</th><th scope="col">Evidence</th></tr></thead>
        <tbody>
        {}{}</tbody></table></div>
        <p class="alt"><b>In words.</b> {}</p></section>
        """,
        axis.head(),
        Html.each(rows, row -> row(id, row)),
        total(),
        inWords());
  }

  private Html row(String id, Row row) {
    LedgerLine line = row.line();
    return Html.of(
        """
        <tr><th scope="row"><b>{}</b><br><span class="small mut">{}</span></th><td class="bar">{}</td>\
        <td class="num v">{}</td><td class="num small dim">{}</td><td class="small">{}</td></tr>
        """,
        title(line),
        line.fact(),
        picture(row),
        Words.tenths(row.tenths()),
        Words.millinats(line.millinats()),
        line.evidence() == null ? arithmetic(line) : link(id, line.evidence()));
  }

  private Html picture(Row row) {
    // The first line, the base rate, runs from even odds.
    double from = axis.ofMillinats(row.before());
    double to = axis.ofMillinats(row.after());
    double point = Math.clamp(to - from, -5, 5);
    Html joint =
        row.before() == 0
            ? Html.NOTHING
            : Html.of(
                "<line x1=\"{}\" x2=\"{}\" y1=\"0\" y2=\"50%\" class=\"joint\"/>", from, from);
    return Html.of(
        """
        <svg width="{}" aria-hidden="true">{}{}\
        <line x1="{}" x2="{}" y1="50%" y2="100%" class="joint"/>\
        <svg y="50%" class="free"><path d="M{} -9H{}L{} 0L{} 9H{}z" class="{}"/></svg></svg>""",
        axis.width(),
        axis.lines(),
        joint,
        to,
        to,
        from,
        to - point,
        to,
        to - point,
        from,
        paint(row.line()));
  }

  private static String paint(LedgerLine line) {
    return !line.line().equals("evidence") ? "pale" : line.millinats() < 0 ? "for" : "against";
  }

  private Html total() {
    return Html.of(
        """
        <tr class="tot"><th scope="row"><b>Score</b><br><span class="small mut">{}, exact sum</span></th><td class="bar">{}</td>\
        <td class="num v">{}</td><td class="num small dim">{}</td><td class="small mut">range {} to {} dB; 0 is even odds</td></tr>
        """,
        Words.count(person.ledger().size(), "line", "lines"),
        axis.bar(person.decibans(), People.low(person), People.high(person), People.over(person)),
        decibans(person.millinats()),
        Words.millinats(person.millinats()),
        Words.score(People.low(person)),
        Words.score(People.high(person)));
  }

  private static String title(LedgerLine line) {
    return switch (line.line()) {
      case "prior" -> "Base rate";
      case "setting" -> "Setting";
      case "decay" -> "Age: " + Words.cause(line.cause());
      case "discount" -> "One cause: " + Words.cause(line.cause());
      case "innocent" -> "Innocent explanations";
      default -> Words.title(line.indicator() == null ? line.line() : line.indicator());
    };
  }

  private static Html arithmetic(LedgerLine line) {
    String word =
        switch (line.line()) {
          case "prior", "setting" -> "setting of the run";
          case "innocent" -> "see above";
          default -> "arithmetic";
        };
    return Html.of("<span class=\"mut\">{}</span>", word);
  }

  private Html link(String id, String evidence) {
    String number = numbers.getOrDefault(evidence, evidence);
    return Html.of("<a class=\"eid\" href=\"#{}-{}\">{}</a>", id, number, number);
  }

  private String inWords() {
    long against = 0;
    long speaks = 0;
    long innocent = 0;
    long arithmetic = 0;
    long start = 0;
    for (LedgerLine line : person.ledger()) {
      switch (line.line()) {
        case "prior", "setting" -> start += line.millinats();
        case "evidence" -> {
          if (line.millinats() < 0) {
            speaks += line.millinats();
          } else {
            against += line.millinats();
          }
        }
        case "innocent" -> innocent += line.millinats();
        default -> arithmetic += line.millinats();
      }
    }
    StringBuilder words = new StringBuilder("From ");
    words.append(decibans(start)).append(" dB the evidence adds ").append(decibans(against));
    if (speaks != 0) {
      words.append(", and counter-evidence ").append(decibans(speaks));
    }
    if (tenths(arithmetic) != 0) {
      words.append(". Age and shared causes change that by ").append(decibans(arithmetic));
    }
    words.append(". Innocent explanations change it by ").append(decibans(innocent));
    words.append(". The score is ").append(decibans(person.millinats())).append(" dB, ");
    words.append(People.over(person) ? "above" : "below").append(" the review line of ");
    words.append(Words.tenths(Math.round(axis.review() * 10)));
    return words.append(" dB. It does not say what happened.").toString();
  }

  private static String decibans(long millinats) {
    return Words.tenths(tenths(millinats));
  }
}
