package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Schools;
import dev.bonafide.hiring.resume.Resume;
import dev.bonafide.hiring.resume.Study;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A school under a web domain that is not its own. */
final class SchoolDomain implements Check {
  private static final Card CARD =
      Cards.card(
          "src-school-domain",
          "A school under a foreign web domain",
          "The résumé gives a web domain for a school, and the employer's list knows the school, but"
              + " under other domains.",
          "Sites of schools are imitated to answer verification requests (US-ROK advisory, October"
              + " 2023; seized look-alike sites, US Department of Justice, October 2023).",
          Cause.APPLICATION,
          List.of("the employer's own list of schools", "a school with a web domain on the résumé"),
          Map.of(),
          "The quiet look-alike's school is not in the list at all: lists have gaps.",
          "Verify the degree through contact details found independently.",
          15,
          List.of("T1583.001"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    Resume resume = look.resume();
    Schools schools = look.context().lists().schools();
    if (resume == null || schools == null) {
      look.abstain("no list of schools was brought");
      return;
    }
    for (Study study : resume.studies()) {
      if (study.school() == null || study.domain() == null) {
        continue;
      }
      Set<String> own = schools.domainsOf(study.school());
      String domain = study.domain();
      boolean its =
          own.stream()
              .anyMatch(
                  d -> domain.equals(d) || domain.endsWith("." + d) || d.endsWith("." + domain));
      if (!own.isEmpty() && !its) {
        look.fact(
                schools.knows(domain) ? 300 : 700,
                "A school is given under a web domain that is not among those that the employer's list"
                    + " has for it.")
            .about(domain)
            .quote(study.heading())
            .innocent(
                "a new or old domain of the school, or that of a faculty or alumni club",
                "a school of the same name",
                "a slip")
            .ask("Under which address can we verify this degree?");
      }
    }
  }
}
