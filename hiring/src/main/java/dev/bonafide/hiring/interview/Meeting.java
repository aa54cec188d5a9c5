package dev.bonafide.hiring.interview;

import java.util.List;
import java.util.Set;

/**
 * A meeting report: who joined, from where and with what.
 *
 * @param document what a person calls it
 */
public record Meeting(String document, List<Participant> participants) {

  /**
   * One joining.
   *
   * @param label the name that was shown; read only to find the applicant's line
   * @param applicant the applicant's id when the report names one; empty else
   * @param line 1-based line of the row
   * @param raw the row's own words, for its hash
   * @param recordId of the row
   * @param day UTC epoch day of the joining; {@link dev.bonafide.hiring.Applicant#UNKNOWN} when
   *     nothing says so
   * @param address from which it came; empty when unknown
   * @param countries that the report places the address in; empty when it does not
   * @param network owner of the address's network, as the report writes it; empty when unknown
   * @param camera as the program named it; empty when unknown
   * @param microphone as the program named it; empty when unknown
   * @param computer an id that is one computer's own; empty when unknown
   * @param roundTripMillis 0 when unknown
   */
  public record Participant(
      String label,
      String applicant,
      int line,
      String raw,
      long recordId,
      long day,
      String address,
      Set<String> countries,
      String network,
      String camera,
      String microphone,
      String computer,
      int roundTripMillis) {}

  public Meeting {
    participants = List.copyOf(participants);
  }
}
