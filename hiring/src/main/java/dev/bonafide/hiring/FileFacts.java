package dev.bonafide.hiring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document's file says of itself; whoever opens the file hands it in. Only equality between
 * people is looked at.
 *
 * @param document what a person calls the file
 * @param recordId id of its bytes
 * @param author as the file names its author; null when it names none
 * @param documentId the id that copies of one file keep (XMP {@code DocumentID}, Word {@code
 *     docId}); null when there is none
 * @param pictures those in it, or itself
 */
public record FileFacts(
    String document,
    long recordId,
    @Nullable String author,
    @Nullable String documentId,
    List<Picture> pictures) {
  public FileFacts {
    pictures = List.copyOf(pictures);
  }

  public FileFacts(
      String document, long recordId, @Nullable String author, @Nullable String documentId) {
    this(document, recordId, author, documentId, List.of());
  }
}
