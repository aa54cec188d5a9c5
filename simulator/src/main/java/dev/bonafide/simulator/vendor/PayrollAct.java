package dev.bonafide.simulator.vendor;

import dev.bonafide.simulator.people.Errand;
import dev.bonafide.simulator.people.Machine;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Line;

/**
 * A change in payroll of where the pay goes, or of where its owner is reached.
 *
 * @param line where it was done: by the worker through self service, or from a desk of HR
 */
public record PayrollAct(
    long time, long id, Person person, Machine machine, Line line, Errand.Pay change)
    implements Act.Row {

  /** The first row of the table. */
  public static final String HEADER =
      "Changed At,Worker ID,Field Changed,Old Value,New Value,Account Type,Changed By,Channel,IP,IP"
          + " Country,Approver";

  @Override
  public Feed feed() {
    return Feed.PAYROLL;
  }

  @Override
  public boolean human() {
    return change.self();
  }

  @Override
  public String row() {
    boolean self = change.self();
    return Csv.row(
        Stamp.second(time),
        person.workerId(),
        change.field().words(),
        "****" + Math.floorMod(Chance.mix(id + 1), 10_000L),
        "****" + Math.floorMod(Chance.mix(id + 2), 10_000L),
        change.kind(),
        self ? person.workerId() : "hr.desk",
        self ? "self service" : "HR desk",
        self
            ? line.address(time, machine.number())
            : "10.20.0." + (2 + Math.floorMod(Chance.mix(id + 3), 9L)),
        self ? line.shown().code() : "",
        self ? "" : "payroll lead");
  }
}
