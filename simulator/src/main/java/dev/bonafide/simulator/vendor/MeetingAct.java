package dev.bonafide.simulator.vendor;

import dev.bonafide.simulator.people.Machine;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Ids;
import dev.bonafide.simulator.world.Line;

/**
 * Somebody took part in a meeting, written when they left.
 *
 * @param from when they joined
 * @param time when they left
 * @param meeting the number of the meeting
 * @param kind team, company or one-on-one
 * @param camera minutes with a picture
 * @param audio minutes with an open microphone
 * @param latency milliseconds to the server, as the client measured it
 * @param device the camera's name
 */
public record MeetingAct(
    long from,
    long time,
    long id,
    Person person,
    Machine machine,
    Line line,
    long meeting,
    String kind,
    int camera,
    int audio,
    int latency,
    String device)
    implements Act.Row {

  /** The first row of the table. */
  public static final String HEADER =
      "Meeting ID,Kind,Participant,Email,Join Time,Leave Time,Camera minutes,Audio minutes,Latency"
          + " ms,Host name,Camera,Microphone,Network,Public IP,Location";

  @Override
  public Feed feed() {
    return Feed.MEETINGS;
  }

  @Override
  public boolean human() {
    return true;
  }

  @Override
  public String row() {
    return Csv.row(
        "m-" + Ids.hex(meeting, 10),
        kind,
        person.name().full(),
        person.mail(Math.floorDiv(time, 86_400_000L)),
        Stamp.second(from),
        Stamp.second(time),
        Integer.toString(camera),
        Integer.toString(audio),
        Integer.toString(latency),
        machine.host(),
        device,
        Math.floorMod(Chance.mix(machine.number()), 3L) == 0 ? "Headset" : "Microphone Array",
        Math.floorMod(Chance.mix(machine.number() + 1), 4L) == 0 ? "wired" : "wifi",
        line.address(from, machine.number()),
        line.shown().city() + " (" + line.shown().code() + ")");
  }
}
