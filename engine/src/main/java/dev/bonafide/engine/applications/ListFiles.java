package dev.bonafide.engine.applications;

import dev.bonafide.engine.intake.Walk;
import dev.bonafide.hiring.Context;
import dev.bonafide.hiring.Published;
import dev.bonafide.hiring.Schools;
import dev.bonafide.hiring.documents.Documents;
import dev.bonafide.hiring.documents.ListFile;
import dev.bonafide.knowledge.disposablemail.DisposableMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lists that an employer brings: schools and their web domains, disposable mail domains,
 * advertisements, published indicators. What a file is, is told from its content.
 *
 * @param advertisements texts of job advertisements: what applicants take from them is nobody's own
 */
record ListFiles(Context.Lists lists, List<String> advertisements) {

  static ListFiles read(List<Path> folders, List<String> notes) {
    Context.Lists builtIn = Context.Lists.builtIn();
    List<DisposableMail> mail = new ArrayList<>(builtIn.disposableMail());
    List<Schools.School> schools = new ArrayList<>();
    List<Published.Indicator> published = new ArrayList<>();
    List<String> advertisements = new ArrayList<>();
    for (Walk.Found file : Walk.of(folders, null).found()) {
      String text = text(file.path());
      switch (text == null ? new ListFile.Unknown("no text") : ListFile.read(text)) {
        case ListFile.OfSchools(List<Schools.School> found) -> schools.addAll(found);
        case ListFile.OfDomains(List<String> domains) -> mail.add(new DisposableMail(domains));
        case ListFile.OfIndicators(List<Published.Indicator> found, int leftOut) -> {
          published.addAll(found);
          notes.add(
              file.shown()
                  + ": "
                  + found.size()
                  + " published indicators"
                  + (leftOut == 0 ? "" : ", " + leftOut + " of kinds that no applicant holds"));
        }
        case ListFile.OfProse(String prose) -> advertisements.add(prose);
        case ListFile.Unknown(String why) -> notes.add(file.shown() + ": not used: " + why);
      }
    }
    return new ListFiles(
        new Context.Lists(
            builtIn.technologies(),
            mail,
            builtIn.mailDrops(),
            builtIn.numberBrands(),
            schools.isEmpty() ? null : new Schools(schools),
            new Published(published)),
        advertisements);
  }

  private static @Nullable String text(Path file) {
    try {
      return Documents.text(Files.readAllBytes(file));
    } catch (IOException e) {
      return null;
    }
  }
}
