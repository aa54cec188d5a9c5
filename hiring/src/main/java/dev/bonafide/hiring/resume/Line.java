package dev.bonafide.hiring.resume;

/**
 * A line of a document, for quoting.
 *
 * @param number 1-based line of the text that was handed in
 * @param text as written, without the white space around it
 */
public record Line(int number, String text, Section section) {}
