package dev.bonafide.engine.applications;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.documents.Inbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Applications as linking reads them: who applied, with contacts, referees, text and network.
 * Nothing is judged here.
 *
 * @param notes what could not be read or joined, and why
 */
public record ApplicantList(List<Applicant> applicants, List<String> notes) {
  /** Nobody applied. */
  public static final ApplicantList NONE = new ApplicantList(List.of(), List.of());

  /** Reads folders of applications. */
  public static ApplicantList read(List<Path> folders, @Nullable Path out, Extractor extractor) {
    ApplicationFiles.Folder folder = ApplicationFiles.read(folders, out, extractor);
    Inbox.Sorted sorted = Inbox.sort(folder.received());
    List<String> notes = new ArrayList<>();
    for (ScreeningFindings.Document document : folder.documents()) {
      if (document.why() != null) {
        notes.add(document.path() + ": " + document.why());
      }
    }
    sorted.alone().forEach((path, why) -> notes.add(path + ": " + why));
    return new ApplicantList(sorted.applicants(), List.copyOf(notes));
  }
}
