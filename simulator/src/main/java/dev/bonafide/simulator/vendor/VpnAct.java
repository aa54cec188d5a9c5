package dev.bonafide.simulator.vendor;

import dev.bonafide.simulator.people.Machine;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Ids;
import dev.bonafide.simulator.world.Line;

/**
 * A connection to the company's own VPN, written when it ended.
 *
 * @param from when it began
 * @param time when it ended
 * @param line where it came from
 * @param gateway city of the gateway
 */
public record VpnAct(
    long from,
    long time,
    long id,
    Person person,
    Machine machine,
    Line line,
    String gateway,
    long bytesIn,
    long bytesOut,
    String reason)
    implements Act.Row {

  /** The first row of the table. */
  public static final String HEADER =
      "Session ID,User,Session Start (UTC),Session End (UTC),Duration (s),Source IP,Source City,"
          + "Source Country,Source ASN,Source Org,Assigned IP,Gateway,Client OS,Host Name,Bytes In,"
          + "Bytes Out,End Reason";

  @Override
  public Feed feed() {
    return Feed.VPN;
  }

  @Override
  public boolean human() {
    return false;
  }

  @Override
  public String row() {
    long day = Math.floorDiv(time, 86_400_000L);
    boolean bare = Chance.mix(id) % 40 == 0; // some clients send no host name
    return Csv.row(
        Ids.hex(id, 16),
        Math.floorMod(Chance.mix(person.account().key()), 3L) == 0
            ? person.principal(day)
            : person.mail(day),
        Stamp.bare(from),
        Stamp.bare(time),
        Long.toString((time - from) / 1000),
        line.address(from, machine.number()),
        line.shown().city(),
        line.shown().code(),
        "AS" + line.carrier().asn(),
        line.carrier().name(),
        "10.8." + Math.floorMod(id >>> 8, 64) + "." + (2 + Math.floorMod(id, 250)),
        "gw-" + gateway.toLowerCase(java.util.Locale.ROOT),
        machine.system() == Machine.Os.MAC ? "macOS" : "Windows",
        bare ? "" : machine.host(),
        Long.toString(bytesIn),
        Long.toString(bytesOut),
        reason);
  }
}
