package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.hiring.contact.Phones;
import dev.bonafide.hiring.resume.Job;
import dev.bonafide.hiring.resume.Resume;
import dev.bonafide.hiring.resume.Study;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A telephone number of a country in which the applicant declares to live, work and study nowhere.
 * The country itself says nothing; people keep the number of where they came from, and then that
 * place stands in their résumé.
 */
final class PhoneElsewhere implements Check {
  private static final Card CARD =
      Cards.card(
          "src-phone-elsewhere",
          "A telephone number of nowhere in the résumé",
          "All telephone numbers belong to the plan of a country in which the applicant declares no"
              + " residence, job or school.",
          "A contradiction between two things that one person declared; published cases name numbers"
              + " that do not fit the claimed place (FBI IC3, July 2025).",
          Cause.APPLICATION,
          List.of("where the applicant lives", "a dated job with its country"),
          Map.of(),
          "The quiet look-alike's number is of a country that stands somewhere in the résumé.",
          "Call the number while the applicant is in the video call.",
          2,
          List.of());

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    Set<String> lives = look.applicant().livesIn();
    Resume resume = look.applicant().resume();
    if (lives.isEmpty() || resume == null) {
      look.abstain("nothing says where the applicant lives");
      return;
    }
    Set<String> declared = new TreeSet<>(lives);
    boolean placedJob = false;
    for (Job job : resume.jobs()) {
      declared.addAll(job.countries());
      placedJob |= !job.countries().isEmpty();
    }
    for (Study study : resume.studies()) {
      declared.addAll(study.countries());
    }
    if (!placedJob) {
      look.abstain("no job says its country, so the number may well be of an earlier home");
      return;
    }
    Contact first = null;
    for (Contact contact : look.applicant().allContacts()) {
      if (contact.kind() == Contact.Kind.PHONE) {
        String country = Phones.country(contact);
        if (country == null || declared.contains(country)) {
          return;
        }
        first = first == null ? contact : first;
      }
    }
    if (first != null) {
      look.fact(
              250,
              "The telephone number belongs to a country in which the applicant declares no residence,"
                  + " job or school.")
          .quote(first)
          .innocent(
              "an earlier home, or a partner's, that the résumé does not name",
              "a number for travel or an internet number",
              "a recent move")
          .ask("Under which number can we reach you where you live now?")
          .corroborates();
    }
  }
}
