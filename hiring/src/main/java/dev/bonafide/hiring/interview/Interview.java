package dev.bonafide.hiring.interview;

/**
 * One interview.
 *
 * @param candidate the label under which the applicant's words stand; empty when unknown
 * @param day UTC epoch day on which it took place
 * @param roundTripMillis network round trip of the applicant in the meeting, 0 when unknown: it is
 *     taken off every answer's delay
 */
public record Interview(Transcript transcript, String candidate, long day, int roundTripMillis) {}
