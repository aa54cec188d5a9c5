package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.FileFacts;
import dev.bonafide.hiring.Quote;
import dev.bonafide.hiring.Traces;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.List;
import java.util.Map;

/** Documents of different people that one file or one author lies behind. */
final class FileMetadata implements Check {
  private static final Card CARD =
      Cards.card(
          "src-file-metadata",
          "One file behind several documents",
          "The document names the same author, or keeps the same internal id, as that of another"
              + " applicant. What programs and shops write there, and what more than fourteen people share,"
              + " is left out; the author is compared with other documents, never with a name.",
          "Personas of one operator are written on one machine from one file (research by Insikt Group,"
              + " August 2026).",
          Cause.APPLICATION,
          List.of("the properties of a document's file"),
          Map.of(),
          "The quiet look-alike comes from a word processor's template or a public shop's site.",
          "Ask who helped with the document.",
          5,
          List.of());

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    Applicant applicant = look.applicant();
    if (applicant.files().isEmpty()) {
      look.abstain("no properties of files were handed in");
      return;
    }
    FileFacts file = applicant.files().getFirst();
    for (long id : look.traces().documentIds()) {
      shared(
          look,
          file,
          look.pool().withDocument(id),
          700,
          "keeps the internal id of a document",
          "id");
    }
    for (long author : look.traces().authors()) {
      shared(
          look,
          file,
          look.pool().withAuthor(author),
          500,
          "names the author of a document",
          "author");
    }
  }

  private static void shared(
      Look look, FileFacts file, List<Traces> holders, int weight, String what, String about) {
    List<Traces> others = Pool.others(holders, look.traces(), look.context());
    int people = Pool.people(others) + 1;
    if (others.isEmpty() || people > Pool.MOST_PEOPLE) {
      return;
    }
    Look.Draft fact =
        look.fact(
                weight,
                "The document "
                    + what
                    + " that "
                    + (people == 2 ? "another applicant" : (people - 1) + " other applicants")
                    + " sent.")
            .about(about)
            .on(file.recordId())
            .since(ContactReuse.firstDay(others))
            .quote(new Quote(file.document(), 0, "property of the file: " + about))
            .innocent(
                "an agency, friend or résumé service wrote both",
                "one template or one shared computer",
                "one person under an earlier and a later name")
            .ask("Who helped you with this document, and on what was it written?")
            .corroborates();
    others.forEach(fact::with);
  }
}
