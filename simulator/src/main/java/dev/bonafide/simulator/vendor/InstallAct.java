package dev.bonafide.simulator.vendor;

import dev.bonafide.simulator.people.Machine;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.world.Chance;
import tools.jackson.core.JsonGenerator;

/**
 * A program was installed on an employer's Windows machine or removed from it: the installer's own
 * record in the Application log, as an EVTX file reads in JSON.
 *
 * @param product the program and its version
 * @param removed it was taken off the machine
 * @param byHand the worker did it; else the company's deployment tool, as the system
 */
public record InstallAct(
    long time,
    long id,
    Person person,
    Machine machine,
    String product,
    boolean removed,
    boolean byHand)
    implements Act.Json {

  @Override
  public Feed feed() {
    return Feed.WINDOWS;
  }

  @Override
  public boolean human() {
    return byHand;
  }

  @Override
  public void write(JsonGenerator out) {
    out.writeStartObject();
    out.writeObjectPropertyStart("Event");
    out.writeObjectPropertyStart("System");
    attribute(out, "Provider", "Name", "MsiInstaller");
    out.writeNumberProperty("EventID", removed ? 1034 : 1033);
    out.writeNumberProperty("Level", 4);
    out.writeNumberProperty("Task", 0);
    out.writeNumberProperty("Opcode", 0);
    out.writeStringProperty("Keywords", "0x80000000000000");
    attribute(
        out,
        "TimeCreated",
        "SystemTime",
        Stamp.ticks(time + machine.skewMilli(), Math.floorMod(id, 10_000L)));
    out.writeNumberProperty("EventRecordID", Math.floorMod(Chance.mix(id), 900_000L));
    out.writeStringProperty("Channel", "Application");
    out.writeStringProperty("Computer", machine.host() + ".corp.bonafide-works.example");
    attribute(out, "Security", "UserID", byHand ? person.account().sid() : "S-1-5-18");
    out.writeEndObject();
    out.writeObjectPropertyStart("EventData");
    out.writeArrayPropertyStart("Data");
    out.writeString(product);
    out.writeString("1033");
    out.writeString("0");
    out.writeEndArray();
    out.writeEndObject();
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void attribute(JsonGenerator out, String of, String name, String value) {
    out.writeObjectPropertyStart(of);
    out.writeObjectPropertyStart("#attributes");
    out.writeStringProperty(name, value);
    out.writeEndObject();
    out.writeEndObject();
  }
}
