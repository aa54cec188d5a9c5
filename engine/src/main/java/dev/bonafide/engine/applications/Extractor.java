package dev.bonafide.engine.applications;

import dev.bonafide.hiring.Picture;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the text out of PDF, Word, HTML and like documents, somewhere where that can do no harm.
 */
public interface Extractor {
  /** Says of every document that nothing here can take its text out. */
  Extractor NONE =
      files ->
          files.stream()
              .map(
                  f ->
                      Extracted.failed("a PDF, Word or HTML document, and nothing to read it with"))
              .toList();

  /**
   * What came of one document.
   *
   * @param text empty for a picture, null when it could not be read
   * @param why why it could not be read; null when it could
   * @param author as the file names its author; null when it names none
   * @param pictures those in it, or itself
   * @param documentId the id that copies of one file keep; null when there is none
   */
  record Extracted(
      @Nullable String text,
      @Nullable String why,
      @Nullable String author,
      @Nullable String documentId,
      List<Picture> pictures) {
    public Extracted {
      pictures = List.copyOf(pictures);
    }

    static Extracted failed(String why) {
      return new Extracted(null, why, null, null, List.of());
    }
  }

  /** One for each file, in order. Never throws for what a document holds. */
  List<Extracted> extract(List<Path> files);
}
