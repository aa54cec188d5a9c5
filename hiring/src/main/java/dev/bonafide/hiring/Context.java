package dev.bonafide.hiring;

import dev.bonafide.knowledge.disposablemail.DisposableMail;
import dev.bonafide.knowledge.maildrops.MailDrops;
import dev.bonafide.knowledge.numberbrands.NumberBrands;
import dev.bonafide.knowledge.technology.Technologies;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What applications are held against. A newer list judges old applications anew.
 *
 * @param asOfDay UTC epoch day of the run: an application without a day is taken to be of this one
 * @param known earlier applications, workers and leavers
 * @param related pairs of {@link Applicant#person} keys of whom a relation is declared, written
 *     {@link #pair}
 * @param jobAds the texts of the advertisements: what applicants take from them is nobody's own
 * @param lists what the world knows
 */
public record Context(
    long asOfDay, List<Traces> known, Set<String> related, List<String> jobAds, Lists lists) {

  /**
   * The lists that checks read; an employer's own stand beside those of the program.
   *
   * @param schools null when the employer brings none: then schools are not looked up
   * @param published the employer's lists of published indicators; the program brings none
   */
  public record Lists(
      Technologies technologies,
      List<DisposableMail> disposableMail,
      List<MailDrops> mailDrops,
      NumberBrands numberBrands,
      @Nullable Schools schools,
      Published published) {

    public Lists {
      disposableMail = List.copyOf(disposableMail);
      mailDrops = List.copyOf(mailDrops);
    }

    /** The lists of this program alone. */
    public static Lists builtIn() {
      return new Lists(
          Technologies.builtIn(),
          List.of(DisposableMail.builtIn()),
          List.of(MailDrops.builtIn()),
          NumberBrands.builtIn(),
          null,
          new Published(List.of()));
    }
  }

  public Context {
    known = List.copyOf(known);
    related = Set.copyOf(related);
    jobAds = List.copyOf(jobAds);
  }

  /** Nothing to hold applications against but each other and the lists of this program. */
  public static Context of(long asOfDay) {
    return new Context(asOfDay, List.of(), Set.of(), List.of(), Lists.builtIn());
  }

  public Context withKnown(List<Traces> traces) {
    return new Context(asOfDay, traces, related, jobAds, lists);
  }

  public Context withRelated(Set<String> pairs) {
    return new Context(asOfDay, known, pairs, jobAds, lists);
  }

  public Context withJobAds(List<String> texts) {
    return new Context(asOfDay, known, related, texts, lists);
  }

  public Context with(Lists other) {
    return new Context(asOfDay, known, related, jobAds, other);
  }

  /** The form in which two related persons stand in {@link #related}. */
  public static String pair(String person, String other) {
    return person.compareTo(other) <= 0 ? person + "\n" + other : other + "\n" + person;
  }

  /** Whether the employer knows of a relation between two people. */
  public boolean related(String person, String other) {
    return related.contains(pair(person, other));
  }
}
