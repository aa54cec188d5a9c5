package dev.bonafide.hiring.resume;

import dev.bonafide.hiring.resume.Job.Mark;
import dev.bonafide.hiring.resume.Study.Degree;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that say what kind of work or study a line speaks of. */
final class Marks {
  /** Of letters from here on nobody asks whether a word begins with them. */
  private static final char LETTERS = 0x80;

  private static final Words FULL_TIME =
      words("full[- ]?time|vollzeit|temps plein|tiempo completo");
  private static final Words PART_TIME =
      words("part[- ]?time|teilzeit|temps partiel|medio tiempo|tempo parcial|weekend|evenings?");
  private static final Words CONTRACT =
      words(
          "contract(?:or|ing)?|freelance[rd]?|freelancing|consult(?:ant|ing|ancy)|independent|client"
              + "|temporary|interim|self[- ]employed|selbst[äa]ndig|freiberuflich|upwork|fiverr|toptal"
              + "|c2c|corp[- ]to[- ]corp|w2 contract|per diem|gig");
  private static final Words OWN =
      words(
          "(?:co-?)?founder|(?:co-?)?founding|owner|board(?: member)?|advis[eo]r|mentor|partner|startup"
              + "|side project|own project|open source|maintainer|gr[üu]nder|inhaber");
  private static final Words STUDENT =
      words(
          "intern(?:ship)?|trainee|apprentice(?:ship)?|working student|werkstudent(?:in)?|praktikum"
              + "|praktikant(?:in)?|teaching assistant|research assistant|graduate assistant|tutor"
              + "|ph\\.?d|doctoral|postdoc(?:toral)?|fellow(?:ship)?|co-op|thesis|lecturer|stage|stagiaire");
  private static final Words VOLUNTEER = words("volunteer(?:ing)?|pro bono|ehrenamtlich|bénévole");
  private static final Words REMOTE =
      words(
          "remote(?:ly)?|work(?:ing)? from home|wfh|home[- ]?office|telecommut\\w+|distributed team"
              + "|fully distributed|télétravail|teletrabajo");
  private static final Words ONSITE = words("on-?site|in[- ]office|vor ort|presencial|sur site");
  private static final Words BESIDE =
      words(
          "part[- ]?time|distance|online|correspondence|evening|weekend|executive|extension|mooc"
              + "|coursera|edx|udacity|udemy|open university|fernuni(?:versit[äa]t)?|berufsbegleitend"
              + "|dual|self[- ]paced|remote|western governors|wgu|certificate|bootcamp|while working");
  private static final Words DOCTOR =
      words(
          "ph\\.?\\s?d|d\\.?phil|doctor(?:ate|al)?(?: of)?|dr\\. ?(?:rer|ing|med|phil)|doktor(?:at|and)?");
  private static final Words MASTER =
      words(
          "master(?:'?s|’s)?|m\\.?\\s?sc|m\\.?s\\.|ms in|msc|mba|m\\.?\\s?eng|meng|m\\.?tech|m\\.a\\.|ma in"
              + "|diplom(?:-?ingenieur|-?informatiker)?|magister|maestr[íi]a|mestrado|laurea magistrale");
  private static final Words BACHELOR =
      words(
          "bachelor(?:'?s|’s)?|b\\.?\\s?sc|b\\.?s\\.|bs in|bsc|b\\.?\\s?eng|beng|b\\.?tech|b\\.e\\.|b\\.a\\.|ba in"
              + "|b\\.?com|licence|licenciatura|licenciado|grado en|undergraduate|laurea triennale");

  /** Words of which a position has one; a part of a head with one of them is no employer. */
  private static final Words TITLE =
      words(
          "engineer(?:ing)?|developer|programmer|architect|manager|lead(?:er)?|director|head of|analyst"
              + "|designer|administrator|admin|scientist|consultant|specialist|officer|cto|ceo|cio|vp"
              + "|vice president|founder|intern|tester|qa|sdet|sre|devops|support|technician|expert"
              + "|coordinator|associate|assistant|representative|accountant|recruiter|writer|editor"
              + "|researcher|professor|teacher|lecturer|student|freelancer?|owner|principal|staff|senior"
              + "|junior|full[- ]?stack|front[- ]?end|back[- ]?end|entwickler(?:in)?|ingenieur(?:in)?"
              + "|leiter(?:in)?|berater(?:in)?|développeur|ingénieur|desarrollador|ingeniero"
              + "|desenvolvedor|sviluppatore|ontwikkelaar");

  private Marks() {}

  private static Words words(String alternatives) {
    Pattern pattern = Pattern.compile("(?:" + alternatives + ")(?![\\p{L}\\d])");
    BitSet first = new BitSet();
    for (char c = 0; c < LETTERS; c++) {
      Matcher m = pattern.matcher(String.valueOf(c));
      // Who reads to the end of one letter might have gone on.
      first.set(c, m.lookingAt() || m.hitEnd());
    }
    return new Words(pattern, first);
  }

  /**
   * Some words, in small letters. They are tried where a word begins that may be one of them, and
   * nowhere else: a matcher that looks behind at every letter takes most of the time that a résumé
   * costs.
   *
   * @param first the letters below {@link #LETTERS} with which one of the words may begin
   */
  private record Words(Pattern pattern, BitSet first) {
    boolean in(String small) {
      Matcher m = pattern.matcher(small).useTransparentBounds(true);
      boolean inside = false;
      for (int i = 0; i < small.length(); i++) {
        boolean begins = !inside;
        char c = small.charAt(i);
        inside = Character.isLetterOrDigit(c);
        if (begins
            && inside
            && (c >= LETTERS || first.get(c))
            && m.region(i, small.length()).lookingAt()) {
          return true;
        }
      }
      return false;
    }
  }

  /** What the head and body of a position say; the kind of contract only in the head. */
  static Set<Mark> ofJob(Collection<String> head, Collection<String> body, boolean volunteer) {
    String top = String.join("\n", head).toLowerCase(Locale.ROOT);
    String rest = String.join("\n", body).toLowerCase(Locale.ROOT);
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    mark(marks, Mark.FULL_TIME, FULL_TIME, top);
    mark(marks, Mark.PART_TIME, PART_TIME, top);
    mark(marks, Mark.CONTRACT, CONTRACT, top);
    mark(marks, Mark.OWN, OWN, top);
    mark(marks, Mark.STUDENT, STUDENT, top);
    mark(marks, Mark.VOLUNTEER, VOLUNTEER, top);
    mark(marks, Mark.REMOTE, REMOTE, top);
    mark(marks, Mark.REMOTE, REMOTE, rest);
    mark(marks, Mark.ONSITE, ONSITE, top);
    if (volunteer) {
      marks.add(Mark.VOLUNTEER);
    }
    return marks;
  }

  private static void mark(Set<Mark> marks, Mark mark, Words words, String text) {
    if (words.in(text)) {
      marks.add(mark);
    }
  }

  static boolean namesAPosition(String part) {
    return TITLE.in(part.toLowerCase(Locale.ROOT));
  }

  static boolean besideWork(String text) {
    return BESIDE.in(text.toLowerCase(Locale.ROOT));
  }

  /** The highest degree that a text names. */
  static Degree degree(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    if (DOCTOR.in(small)) {
      return Degree.DOCTOR;
    }
    if (MASTER.in(small)) {
      return Degree.MASTER;
    }
    return BACHELOR.in(small) ? Degree.BACHELOR : Degree.OTHER;
  }
}
