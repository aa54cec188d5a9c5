package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.dates.Dates;
import dev.bonafide.hiring.dates.PartialDate;
import dev.bonafide.hiring.resume.Job;
import dev.bonafide.hiring.resume.Line;
import dev.bonafide.hiring.resume.Resume;
import dev.bonafide.hiring.resume.Section;
import dev.bonafide.knowledge.technology.Technologies;
import dev.bonafide.knowledge.technology.Technology;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A job that ended before the technology it names was public, or more years with one than it has.
 * Both dates are read in the applicant's favour, and a year of margin is given on top.
 */
final class TechnologyBeforeRelease implements Check {
  /** A mistake of a year is no fraud. */
  static final int MARGIN_DAYS = 365;

  private static final int YEAR = 365;
  private static final int MOST_NAMED = 3;

  /** Words that make a line speak of another time than that of the job. */
  private static final Pattern OTHER_TIME =
      Pattern.compile(
          "(?<!\\p{L})(?:before|prior to|pre|predecessor|precursor|forerunner|similar to|inspired|equivalent"
              + "|became|become|later|nowadays|today|now|currently|future|since (?:been |then )?(?:migrated|moved"
              + "|replaced|rewritten)|eventually|ancestor|would (?:later )?be|evolved|successor|renamed|known as"
              + "|learning|interest(?:ed)? in)(?!\\p{L})|-(?:like|style|esque)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SENTENCE = Pattern.compile("[.;()|\\t]|\\s[-–—]\\s");
  private static final Pattern AND = Pattern.compile(",|/|\\s(?:and|&|or|und|et|y|e)\\s");

  /** "8+ years of professional experience with ...". */
  private static final Pattern YEARS_WITH =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})\\s*\\+?\\s*(?:or more\\s+)?(?:years?|yrs?)['’]?\\s+(?:of\\s+)?"
              + "(?:(?:professional|hands-on|solid|strong|extensive|commercial|industry|industrial|proven"
              + "|practical|relevant|working|work|production|real-world|deep)\\s+)*"
              + "(?:(?:experience|exp\\.?|expertise)\\s+)?"
              + "(?:(?:of|in|with|using|on|as an?|working with|working on|developing with|developing in)\\s+)+"
              + "(?:the\\s+)?",
          Pattern.CASE_INSENSITIVE);

  /** "Kubernetes (8 years)", "Kubernetes: 8+ yrs". */
  private static final Pattern NAME_YEARS =
      Pattern.compile(
          "^\\W*(\\S.{0,38}?)\\s*[-–—:(]*\\s*(\\d{1,2})\\s*\\+?\\s*(?:years?|yrs?)\\)?\\.?$",
          Pattern.CASE_INSENSITIVE);

  /** What follows a technology without changing what is meant. */
  private static final Pattern WORK =
      Pattern.compile(
          "\\s+(?:development|programming|engineering|administration|projects?|applications?|apps?|stack"
              + "|developer|engineer|experience|services|technologies|ecosystem)$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ITEM = Pattern.compile("[,;|•·]|\\)\\s*(?=,|;|$)");

  private static final String[] INNOCENT = {
    "the dates of the job are rounded or wrong",
    "the work went on after the job, or the list is one for all jobs",
    "a product is called by its later name",
    "early access, or work inside the maker",
    "a résumé service or writing aid added words"
  };

  private static final Card CARD =
      Cards.card(
          "src-tech-anachronism",
          "A technology before it existed",
          "A job that ended more than a year before the first public version of a technology that its"
              + " lines name; or more years of experience with one than it has existed, and a year.",
          "Made-up careers are written from today's job advertisements (DTEX, October 2024; FBI IC3,"
              + " January 2025 on reused résumé text).",
          Cause.APPLICATION,
          List.of("a résumé with dated jobs"),
          Map.of(),
          "The quiet look-alike's job spans the date, or misses it by less than a year.",
          "Ask what they built with it then, and which version; compare with the employer's own"
              + " record of the dates.",
          10,
          List.of("T1585"));

  @Override
  public Card card() {
    return CARD;
  }

  private record Hit(Technology technology, Job job, Line line, long gap) {}

  @Override
  public void look(Look look) {
    Resume resume = look.resume();
    if (resume == null) {
      return;
    }
    jobs(look, resume);
    years(look, resume);
  }

  private static void jobs(Look look, Resume resume) {
    Technologies technologies = look.context().lists().technologies();
    boolean dated = false;
    Map<Technology, Hit> worst = new LinkedHashMap<>();
    for (Job job : resume.jobs()) {
      long end = job.span().lastEnd();
      if (end == Long.MAX_VALUE) {
        continue; // it goes on, or nobody says when it ended
      }
      dated = true;
      for (Line line : job.body()) {
        hits(technologies.in(line.text()), job, line, end, worst);
      }
      for (String title : job.titles()) {
        hits(technologies.in(title), job, job.heading(), end, worst);
      }
    }
    if (worst.isEmpty()) {
      if (!dated) {
        look.abstain("no job with an end was recognised in the résumé");
      }
      return;
    }
    List<Hit> hits = new ArrayList<>(worst.values());
    hits.sort(Comparator.comparingLong((Hit h) -> -h.gap).thenComparing(h -> h.technology.name()));
    Hit first = hits.getFirst();
    Look.Draft fact =
        look.fact(
                weight(first.gap, 600, 1000, 1400) + 150 * Math.min(2, hits.size() - 1),
                sentence(first)
                    + (hits.size() > 1
                        ? " The same holds for "
                            + (hits.size() - 1)
                            + " more of the technologies named."
                        : ""))
            .about("job")
            .innocent(INNOCENT)
            .ask(
                "Please tell us about your work with "
                    + first.technology.name()
                    + " in the job "
                    + first.job.span().text()
                    + ": what did you build, and with which version?");
    hits.stream().limit(MOST_NAMED).forEach(h -> fact.quote(h.job.heading()).quote(h.line));
  }

  private static void hits(
      List<Technology> named, Job job, Line line, long end, Map<Technology, Hit> worst) {
    for (Technology technology : named) {
      long gap = technology.earliest().toEpochDay() - end;
      if (gap > MARGIN_DAYS
          && !ofTheEmployer(technology, job)
          && !OTHER_TIME.matcher(line.text()).find()) {
        worst.merge(
            technology, new Hit(technology, job, line, gap), (a, b) -> b.gap > a.gap ? b : a);
      }
    }
  }

  /** The staff of a maker has it first; the maker is often called like the product. */
  private static boolean ofTheEmployer(Technology technology, Job job) {
    String product = technology.name().toLowerCase(Locale.ROOT);
    for (Line line : job.head()) {
      String head = line.text().toLowerCase(Locale.ROOT);
      boolean maker =
          technology.makers().stream().anyMatch(m -> word(head, m.toLowerCase(Locale.ROOT)));
      boolean named = job.employers().stream().anyMatch(e -> e.equals(product) || word(e, product));
      if (maker || named) {
        return true;
      }
    }
    return false;
  }

  private static boolean word(String text, String word) {
    int at = text.indexOf(word);
    return at >= 0
        && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
        && (at + word.length() == text.length()
            || !Character.isLetterOrDigit(text.charAt(at + word.length())));
  }

  private static String sentence(Hit hit) {
    PartialDate end = hit.job.span().to();
    return hit.technology.name()
        + " is named for a job that ended in "
        + (end == null ? "" : end.text())
        + "; its "
        + hit.technology.kind().text()
        + " was "
        + date(hit.technology)
        + ".";
  }

  private static String date(Technology technology) {
    PartialDate first = Dates.iso(technology.first());
    return first == null ? "" : (first.day() > 0 ? "on " : "in ") + first.text();
  }

  private static int weight(long gapDays, int one, int two, int four) {
    if (gapDays >= 4 * YEAR) {
      return four;
    }
    return gapDays >= 2 * YEAR ? two : one;
  }

  // --- years of experience -----------------------------------------------------------------------

  private record Years(Technology oldest, int years, Line line, long gap) {}

  private static void years(Look look, Resume resume) {
    Technologies technologies = look.context().lists().technologies();
    Years worst = null;
    for (Line line : resume.lines()) {
      if (line.section() == Section.REFERENCES) {
        continue;
      }
      for (Years claim : claims(line, technologies, look.day())) {
        if (claim.gap > MARGIN_DAYS
            && (worst == null || claim.gap > worst.gap)
            && !OTHER_TIME.matcher(line.text()).find()) {
          worst = claim;
        }
      }
    }
    if (worst != null) {
      long has = (look.day() - worst.oldest.earliest().toEpochDay()) / YEAR;
      look.fact(
              weight(worst.gap, 400, 800, 1200),
              worst.years
                  + " years with "
                  + worst.oldest.name()
                  + " are claimed; its "
                  + worst.oldest.kind().text()
                  + " was "
                  + date(worst.oldest)
                  + (has < 1 ? ", less than a year" : ", " + has + (has == 1 ? " year" : " years"))
                  + " before the application.")
          .about("years")
          .quote(worst.line)
          .innocent(
              "years with the field, not with this one product",
              "a slip or a rounded number",
              "early access, or work inside the maker",
              "a résumé service or writing aid added words")
          .ask(
              "You write of "
                  + worst.years
                  + " years with "
                  + worst.oldest.name()
                  + ". When and where did you first use it?");
    }
  }

  private static List<Years> claims(Line line, Technologies technologies, long day) {
    List<Years> claims = new ArrayList<>();
    String small = line.text().toLowerCase(Locale.ROOT);
    boolean years = small.contains("year") || small.contains("yr");
    if (!years || line.text().chars().noneMatch(c -> c >= '0' && c <= '9')) {
      return claims;
    }
    Matcher m = YEARS_WITH.matcher(line.text());
    while (m.find()) {
      String rest = SENTENCE.split(line.text().substring(m.end()), 2)[0];
      claim(
          List.of(AND.split(rest, -1)),
          Integer.parseInt(m.group(1)),
          line,
          technologies,
          day,
          claims);
    }
    for (String item : ITEM.split(line.text(), -1)) {
      Matcher n = NAME_YEARS.matcher(item.strip());
      if (n.matches() && !YEARS_WITH.matcher(item).find()) {
        claim(List.of(n.group(1)), Integer.parseInt(n.group(2)), line, technologies, day, claims);
      }
    }
    return claims;
  }

  /**
   * The claim may mean any of the things listed, so the oldest of them counts; and when one of them
   * is no technology of the list, it may be older than all.
   */
  private static void claim(
      List<String> items,
      int years,
      Line line,
      Technologies technologies,
      long day,
      List<Years> claims) {
    Technology oldest = null;
    for (String item : items) {
      if (item.isBlank()) {
        continue;
      }
      Technology technology = technologies.named(WORK.matcher(item.strip()).replaceFirst(""));
      if (technology == null) {
        return;
      }
      if (oldest == null || technology.earliest().isBefore(oldest.earliest())) {
        oldest = technology;
      }
    }
    if (oldest != null) {
      long start = day - Math.round(years * 365.25);
      claims.add(new Years(oldest, years, line, oldest.earliest().toEpochDay() - start));
    }
  }
}
