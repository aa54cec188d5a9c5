package dev.bonafide.flink;

/**
 * What became of one revision of evidence.
 *
 * @param id id of the evidence; a later row for the same id and day replaces an earlier one
 * @param day UTC epoch day of the revision
 * @param withdrawn it no longer comes out of the pages: late records took its ground away
 * @param evidence the evidence as JSON, its citations not yet resolved to places
 */
public record EvidenceRow(
    String organisation, String id, long day, boolean withdrawn, String evidence) {}
