package dev.bonafide.hiring.documents;

import dev.bonafide.hiring.Traces;
import java.util.List;

/** Workers and former workers, as an HR list has them. */
public record Workers(List<Worker> workers) {

  /**
   * One of them.
   *
   * @param applicant the id of the application through which the worker came; empty when unknown
   */
  public record Worker(Traces traces, String applicant) {}

  public Workers {
    workers = List.copyOf(workers);
  }

  /**
   * Reads an HR list.
   *
   * @param asOfDay UTC epoch day; whose last day lies before it is a former worker
   * @return empty when the text is no table of people with an id and a contact
   */
  public static Workers read(String text, long asOfDay) {
    Table table = Table.read(text);
    return new Workers(table == null ? List.of() : Rows.workers(table, asOfDay));
  }
}
