package dev.bonafide.hiring.interview;

import dev.bonafide.hiring.interview.Meeting.Participant;
import java.util.List;

/**
 * One interview.
 *
 * @param transcript without cues when there is only a meeting report
 * @param candidate the label under which the applicant's words stand; empty when unknown
 * @param day UTC epoch day on which it took place
 * @param roundTripMillis network round trip of the applicant in the meeting, 0 when unknown: it is
 *     taken off every answer's delay
 * @param joined the applicant's joinings of the meeting; empty without a report
 */
public record Interview(
    Transcript transcript,
    String candidate,
    long day,
    int roundTripMillis,
    List<Participant> joined) {

  public Interview {
    joined = List.copyOf(joined);
  }
}
