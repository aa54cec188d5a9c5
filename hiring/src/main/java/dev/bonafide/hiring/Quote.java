package dev.bonafide.hiring;

/**
 * The words that a fact speaks of, for the eyes of whoever may see the application.
 *
 * @param document what a person calls the document; "application form" for a field of it
 * @param line 1-based line, 0 for a field of a form
 */
public record Quote(String document, int line, String text) {}
