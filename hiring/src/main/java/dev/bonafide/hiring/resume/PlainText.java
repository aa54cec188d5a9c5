package dev.bonafide.hiring.resume;

import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.hiring.contact.ContactFinder;
import dev.bonafide.hiring.dates.Dates;
import dev.bonafide.hiring.dates.Span;
import dev.bonafide.hiring.text.Fingerprint;
import dev.bonafide.knowledge.places.Places;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a résumé that came as lines of text: typed, or extracted from PDF, Word or HTML by whoever
 * calls. Extraction loses columns and indents, so a line that may belong to two entries belongs to
 * none: what this reader gives to a job is certain, what it leaves out is not missed by any check.
 */
public final class PlainText {
  private static final Pattern BULLET =
      Pattern.compile("^(?:[•●▪▫‣◦·∙*⁃➢➤►■□✓✔»–—-]|o(?=\\s)|\\(?\\d{1,2}[.)])\\s+");
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:key |main )?(?:technolog\\w+|tech(?: stack)?|stack|environment|tools|skills(?: used)?|languages"
              + "|frameworks|umgebung|technologien)\\b[^:]{0,20}:",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DOMAIN =
      Pattern.compile("(?:https?://)?(?:www\\.)?([\\w-]+(?:\\.[\\w-]+)*\\.\\p{L}{2,})(?:/\\S*)?");
  private static final Pattern SPACE = Pattern.compile("[\\s,]+");
  private static final String LINE_ENDS = "\r\n\f";
  private static final Pattern SCHOOL =
      Pattern.compile(
          "universit|college|institut|school|academy|polytechnic|hochschule|fachhochschule|école|ecole"
              + "|escuela|faculdade|politecnico|akademie",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** A line of a head is a name, not a sentence. */
  private static final int LONGEST_HEAD = 110;

  /** What stands beside the dates on the line of a head. */
  private static final int LONGEST_BESIDE_DATES = 90;

  private static final int HEAD_LINES_ABOVE = 3;
  private static final int HEAD_LINES_BELOW = 2;
  private static final int FEWEST_WORDS = 4;

  private final String document;
  private final List<Line> lines = new ArrayList<>();
  private final List<Boolean> afterBlank = new ArrayList<>();

  /** The dates of each line. */
  private final List<List<Dates.Found>> dates = new ArrayList<>();

  /** The lines that open a section. */
  private final BitSet headings = new BitSet();

  private PlainText(String document) {
    this.document = document;
  }

  /**
   * Reads a résumé.
   *
   * @param document what a person calls it
   * @param recordId id of the document's bytes
   * @param text its lines
   * @param ownName the applicant's name, to take it out of what is compared between people; it is
   *     read for nothing else. Empty when unknown: then the first line of the résumé is taken
   */
  public static Resume read(String document, long recordId, String text, String ownName) {
    PlainText reader = new PlainText(document);
    return reader.read(recordId, text, ownName);
  }

  /** The same résumé, without this name in what is compared between people. */
  public static Resume named(Resume resume, String ownName) {
    boolean known =
        ownName.isBlank()
            || (!resume.lines().isEmpty()
                && words(ownName).equals(words(resume.lines().getFirst().text())));
    return known
        ? resume
        : new Resume(
            resume.document(),
            resume.recordId(),
            resume.lines(),
            resume.jobs(),
            resume.studies(),
            resume.contacts(),
            resume.countries(),
            Fingerprint.of(
                prose(
                    resume.lines(),
                    i -> {
                      String line = resume.lines().get(i).text();
                      return Section.openedBy(line) != null || Dates.range(line) != null;
                    }),
                words(ownName)),
            resume.problems());
  }

  private static List<String> words(String name) {
    return List.of(SPACE.split(name, -1));
  }

  private Resume read(long recordId, String text, String ownName) {
    split(text);
    List<String> problems = new ArrayList<>();
    List<Job> jobs = new ArrayList<>();
    jobs.addAll(jobs(Section.EXPERIENCE));
    jobs.addAll(jobs(Section.VOLUNTEER));
    List<Study> studies = studies();
    if (lines.isEmpty()) {
      problems.add("the document holds no text: a scan, or protected; ask for a text version");
    } else if (jobs.isEmpty() && studies.isEmpty()) {
      problems.add("no entry with dates was recognised; only its text as a whole is compared");
    }
    Set<String> countries = countries();
    List<Contact> contacts = new ArrayList<>();
    for (Line line : lines) {
      boolean top = line.section() == Section.HEADER || line.section() == Section.OTHER;
      if (line.section() != Section.REFERENCES) {
        contacts.addAll(ContactFinder.in(line.text(), document, line.number(), top, countries));
      }
    }
    String name = ownName.isBlank() && !lines.isEmpty() ? lines.getFirst().text() : ownName;
    return new Resume(
        document,
        recordId,
        lines,
        jobs,
        studies,
        contacts,
        countries,
        Fingerprint.of(
            prose(lines, i -> headings.get(i) || Dates.range(dates.get(i)) != null), words(name)),
        problems);
  }

  private void split(String text) {
    Section section = Section.HEADER;
    boolean blank = true;
    int number = 0;
    for (int from = 0, end; from <= text.length(); from = next(text, end)) {
      end = lineEnd(text, from);
      number++;
      String line = text.substring(from, end).replace('\u00a0', ' ').strip();
      if (line.isEmpty()) {
        blank = true;
        continue;
      }
      List<Dates.Found> found = Dates.in(line);
      Section opened = found.isEmpty() ? Section.openedBy(line) : null;
      section = opened == null ? section : opened;
      headings.set(lines.size(), opened != null);
      lines.add(new Line(number, line, section));
      dates.add(found);
      afterBlank.add(blank || opened != null);
      blank = opened != null;
    }
  }

  private static int lineEnd(String text, int from) {
    int at = from;
    while (at < text.length() && LINE_ENDS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** Where the line after a line end begins: two signs may be one end. */
  private static int next(String text, int end) {
    return text.startsWith("\r\n", end) ? end + 2 : end + 1;
  }

  /**
   * What somebody wrote in own words.
   *
   * @param head whether a line opens a section or gives the dates of an entry
   */
  private static List<String> prose(List<Line> lines, IntPredicate head) {
    List<String> prose = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      switch (line.section()) {
        case SUMMARY, EXPERIENCE, VOLUNTEER, PROJECTS -> {
          if (!head.test(i)) {
            prose.add(line.text());
          }
        }
        case HEADER, EDUCATION, SKILLS, REFERENCES, OTHER -> {}
      }
    }
    return prose;
  }

  private Set<String> countries() {
    for (Line line : lines) {
      if (line.section() == Section.HEADER) {
        Set<String> found = Places.builtIn().countriesOf(line.text());
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return Set.of();
  }

  // --- entries ---------------------------------------------------------------------------------

  /** An entry: indexes of its lines. */
  private record Entry(int dated, int headFrom, int headTo, int bodyTo) {}

  private List<Entry> entries(Section section) {
    List<Integer> dated = dated(section, false);
    if (dated.isEmpty()) {
      dated = dated(section, true);
    }
    List<Entry> entries = new ArrayList<>();
    for (int e = 0; e < dated.size(); e++) {
      int at = dated.get(e);
      int first = e == 0 ? 0 : dated.get(e - 1) + 1;
      int from = at;
      while (from > first
          && at - from < HEAD_LINES_ABOVE
          && lines.get(from - 1).section() == section
          && !afterBlank.get(from)
          && mayBeHead(lines.get(from - 1).text())) {
        from--;
      }
      int to = at + 1;
      int limit = e + 1 < dated.size() ? dated.get(e + 1) : lines.size();
      while (to < limit
          && to - at <= HEAD_LINES_BELOW
          && lines.get(to).section() == section
          && !afterBlank.get(to)
          && mayBeHead(lines.get(to).text())
          && lines.get(to).text().length() <= LONGEST_HEAD / 2) {
        to++;
      }
      entries.add(new Entry(at, from, to, limit));
    }
    return entries;
  }

  private List<Integer> dated(Section section, boolean bullets) {
    List<Integer> dated = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.section() != section || BULLET.matcher(line.text()).find() != bullets) {
        continue;
      }
      boolean dates =
          section == Section.EDUCATION
              ? !this.dates.get(i).isEmpty()
              : Dates.range(this.dates.get(i)) != null;
      if (dates && bare(i).length() <= LONGEST_BESIDE_DATES) {
        dated.add(i);
      }
    }
    return dated;
  }

  /** A line without its dates. */
  private String bare(int line) {
    return Heads.withoutDates(lines.get(line).text(), dates.get(line));
  }

  private List<String> bare(int from, int to) {
    return IntStream.range(from, to).mapToObj(this::bare).toList();
  }

  private static boolean mayBeHead(String text) {
    return text.length() <= LONGEST_HEAD
        && !BULLET.matcher(text).find()
        && !LABEL.matcher(text).find()
        && !text.endsWith(".")
        && Section.openedBy(text) == null;
  }

  private List<Job> jobs(Section section) {
    List<Job> jobs = new ArrayList<>();
    List<Entry> entries = entries(section);
    for (int e = 0; e < entries.size(); e++) {
      Entry entry = entries.get(e);
      Line heading = lines.get(entry.dated);
      Dates.Found found = Dates.range(dates.get(entry.dated));
      if (found == null) {
        continue;
      }
      List<Line> head = lines.subList(entry.headFrom, entry.headTo);
      int end = e + 1 < entries.size() ? entries.get(e + 1).headFrom : entry.bodyTo;
      List<Line> body = body(section, entry.headTo, end, e + 1 < entries.size());
      List<String> texts = head.stream().map(Line::text).toList();
      List<String> bare = bare(entry.headFrom, entry.headTo);
      List<String> parts = Heads.parts(bare);
      jobs.add(
          new Job(
              found.span(),
              heading,
              head,
              Heads.employers(parts),
              Heads.titles(parts),
              body,
              Heads.countries(bare),
              Marks.ofJob(
                  texts, body.stream().map(Line::text).toList(), section == Section.VOLUNTEER)));
    }
    return jobs;
  }

  /**
   * The lines that certainly belong to the entry. Where another entry follows and no bullet or
   * blank line parts them, the last lines may be the head of that entry, so they are left out.
   */
  private List<Line> body(Section section, int from, int to, boolean another) {
    int end = from;
    while (end < to && lines.get(end).section() == section) {
      end++;
    }
    if (another && !afterBlank.get(end)) {
      int floor = Math.max(from, end - HEAD_LINES_ABOVE);
      while (end > floor
          && !BULLET.matcher(lines.get(end - 1).text()).find()
          && !LABEL.matcher(lines.get(end - 1).text()).find()
          && !lines.get(end - 1).text().endsWith(".")) {
        end--;
      }
    }
    List<Line> body = new ArrayList<>();
    for (Line line : lines.subList(from, Math.max(from, end))) {
      // A bare word may be a piece of a side column that extraction pushed in between.
      boolean bare =
          !BULLET.matcher(line.text()).find()
              && !LABEL.matcher(line.text()).find()
              && SPACE.split(line.text(), -1).length < FEWEST_WORDS;
      if (!bare) {
        body.add(line);
      }
    }
    return body;
  }

  private List<Study> studies() {
    List<Study> studies = new ArrayList<>();
    for (Entry entry : entries(Section.EDUCATION)) {
      Line heading = lines.get(entry.dated);
      List<Line> own = lines.subList(entry.headFrom, entry.headTo);
      List<String> texts = own.stream().map(Line::text).toList();
      List<String> bare = bare(entry.headFrom, entry.headTo);
      Dates.Found range = Dates.range(dates.get(entry.dated));
      Span span = range == null ? dates.get(entry.dated).getFirst().span() : range.span();
      String all = String.join("\n", texts);
      String school = school(bare);
      studies.add(
          new Study(
              Marks.degree(all),
              span,
              heading,
              own,
              school,
              domain(all),
              Heads.countries(bare),
              Marks.besideWork(all)));
    }
    return studies;
  }

  private static @Nullable String school(Collection<String> head) {
    for (String part : Heads.parts(head)) {
      if (SCHOOL.matcher(part).find()) {
        return part;
      }
    }
    return null;
  }

  private static @Nullable String domain(String text) {
    for (Matcher m = DOMAIN.matcher(text); m.find(); ) {
      if (m.group().startsWith("http")
          || m.group().startsWith("www.")
          || m.group().contains(".edu")) {
        return m.group(1).toLowerCase(Locale.ROOT);
      }
    }
    return null;
  }
}
