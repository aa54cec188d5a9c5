package dev.bonafide.flink;

import java.nio.charset.StandardCharsets;

/**
 * What became of one revision of evidence.
 *
 * @param id id of the evidence; a later row for the same id and day replaces an earlier one
 * @param day UTC epoch day of the revision
 * @param withdrawn it no longer comes out of the pages: late records took its ground away
 * @param evidence the evidence as JSON, its citations not yet resolved to places; empty when
 *     withdrawn
 */
public record EvidenceRow(
    String organisation, String id, long day, boolean withdrawn, String evidence) {
  static EvidenceRow of(Note note) {
    int cut = note.about().indexOf(' ');
    return new EvidenceRow(
        note.organisation(),
        note.about().substring(cut + 1),
        Long.parseLong(note.about().substring(0, cut)),
        note.isTakenBack(),
        new String(note.said(), StandardCharsets.UTF_8));
  }
}
