package dev.bonafide.linking.rings;

/**
 * A thing that a persona has.
 *
 * @param value in normal form: two values are the same thing when they are equal
 */
public record Hold(Sort sort, String value) {}
