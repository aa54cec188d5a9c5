package dev.bonafide.simulator;

import dev.bonafide.simulator.people.Cases;
import dev.bonafide.simulator.people.Casting;
import dev.bonafide.simulator.people.Notice;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.people.Plot;
import dev.bonafide.simulator.people.Schemes;
import dev.bonafide.simulator.vendor.Act;
import dev.bonafide.simulator.vendor.MeetingAct;
import dev.bonafide.simulator.vendor.PayrollAct;
import dev.bonafide.simulator.vendor.Tables;
import dev.bonafide.simulator.vendor.VpnAct;
import dev.bonafide.simulator.work.Life;
import dev.bonafide.simulator.work.Robot;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Bonafide Works: a company that does not exist, its people, and the logs that they leave. The same
 * plan gives the same bytes on every machine; a person more or less changes nobody else's.
 */
public final class Works {
  private static final long DAY = 86_400_000L;
  private static final long HOUR = 3_600_000L;

  private final WorksPlan plan;
  private final Casting casting;
  private final List<Person> people;
  private final List<Robot> robots;

  public Works(WorksPlan plan) {
    this.plan = plan;
    this.casting = new Casting(plan.seed(), plan.first(), plan.last(), plan.documented());
    this.people = cast();
    this.robots =
        List.of(
            new Robot(casting.program(1, "svc-pipeline"), HOUR / 2, false),
            new Robot(casting.program(2, "svc-monitor"), HOUR / 4, false),
            new Robot(casting.program(3, "svc-backup"), HOUR, true));
  }

  /** Everybody on the payroll, by number: honest people first. */
  public List<Person> people() {
    return people;
  }

  private List<Person> cast() {
    List<Person> all = new ArrayList<>();
    for (int number = 0; number < plan.honest(); number++) {
      WorksPlan.Cast cast = plan.cast(number);
      all.add(
          cast == null
              ? casting.honest(number)
              : casting.honest(number, cast.archetype(), cast.overlays()));
    }
    Schemes schemes = new Schemes(casting);
    Cases cases = new Cases(casting);
    for (WorksPlan.Plant plant : plan.plants()) {
      all.addAll(plant(schemes, plant, recruits(all.size(), plant.people())));
    }
    for (String name : plan.cases()) {
      all.addAll(cases.play(name, recruits(all.size(), Cases.people(name))));
    }
    return List.copyOf(all);
  }

  private List<Person> recruits(int from, int count) {
    return IntStream.range(from, from + count).mapToObj(casting::recruit).toList();
  }

  private List<Person> plant(Schemes schemes, WorksPlan.Plant plant, List<Person> members) {
    Plot plot =
        new Plot(plant.difficulty(), plan.first() + plant.onset(), plan.last(), plant.cover());
    Person one = members.getFirst();
    List<Person> recast =
        switch (plant.kind()) {
          case SHARED_ACCOUNT -> List.of(schemes.turns(one, plot, 5, false));
          case THREE_WEEK_LOGIN -> {
            long end = Math.min(plot.end(), plot.onset() + 20);
            Plot weeks = new Plot(plot.difficulty(), plot.onset(), end, plot.cover());
            yield List.of(schemes.turns(one, weeks, 21, true));
          }
          case TWO_AT_ONCE -> List.of(schemes.both(one, plot));
          case OFFSHORE -> List.of(schemes.offshore(one, plot));
          case LAPTOP_FARM -> schemes.farm(members, plot);
          case ONE_BODY -> schemes.personas(members, plot);
          case IDENTITY_MULE -> List.of(schemes.mule(one, plot));
          case AFTER_END -> List.of(schemes.afterEnd(one, plot));
          case DATA_THIEF -> List.of(schemes.thief(one, plot));
          case PRIVILEGE_CHAIN -> schemes.chain(members, plot);
          case PAYROLL_DIVERSION -> List.of(schemes.takeover(one, plot));
          case SABOTAGE -> List.of(schemes.sabotage(one, plot));
        };
    return recast.stream().map(schemes::papered).toList();
  }

  // --- the logs --------------------------------------------------------------------------------

  /** All records in the order of their arrival; the tables of HR and IT at the end. */
  public void records(RecordSink sink) {
    row("vpn.csv", true, VpnAct.HEADER, sink);
    row("meetings.csv", true, MeetingAct.HEADER, sink);
    row("payroll.csv", true, PayrollAct.HEADER, sink);
    Scribe scribe = new Scribe(sink);
    acts(scribe::take);
    scribe.finish();
    tables(sink);
  }

  /** The acts behind the records, in the order of their arrival, duplicates with them. */
  public void acts(Consumer<Act> tell) {
    List<Delivery> waiting = new ArrayList<>();
    Dirt dirt = new Dirt(plan);
    long begin = plan.first() * DAY;
    long end = (plan.last() + 1) * DAY;
    List<Life> lives = people.stream().map(Life::new).toList();
    // A local day may begin 14 hours before the UTC day of that number: live one more at each end.
    for (long day = plan.first() - 1; day <= plan.last() + 1; day++) {
      long today = day;
      // Lives know nothing of each other: they may be lived at the same time.
      Stream<List<Act>> told = lives.parallelStream().map(life -> day(life::live, today));
      Stream<List<Act>> run = robots.stream().map(robot -> day(robot::run, today));
      for (List<Act> acts : Stream.concat(told, run).toList()) {
        for (Act act : acts) {
          if (act.time() >= begin && act.time() < end) {
            dirt.deliver(act, waiting::add);
          }
        }
      }
      send(waiting, (day + 1) * DAY - 15 * HOUR, tell);
    }
    // The export is made two hours after the last midnight: what arrives later is not in it.
    send(waiting, end + 2 * HOUR, tell);
  }

  private static List<Act> day(BiConsumer<Long, Consumer<Act>> living, long day) {
    List<Act> acts = new ArrayList<>();
    living.accept(day, acts::add);
    return acts;
  }

  /** Tells whatever arrives before the horizon, in order, and keeps the rest. */
  private static void send(List<Delivery> waiting, long horizon, Consumer<Act> tell) {
    Collections.sort(waiting);
    int ready = 0;
    while (ready < waiting.size() && waiting.get(ready).at() < horizon) {
      tell.accept(waiting.get(ready).act());
      ready++;
    }
    waiting.subList(0, ready).clear();
  }

  /** A record on its way. */
  record Delivery(long at, Act act) implements Comparable<Delivery> {
    @Override
    public int compareTo(Delivery other) {
      int first = Long.compare(at, other.at);
      return first != 0 ? first : Long.compare(act.id(), other.act.id());
    }
  }

  private void tables(RecordSink sink) {
    List<Person> listed = new ArrayList<>(people);
    listed.sort(Comparator.comparing(Person::workerId));
    row("hr.csv", true, Tables.HR, sink);
    for (Person person : listed) {
      for (String row : Tables.hr(person, manager(person), plan.last())) {
        row("hr.csv", false, row, sink);
      }
    }
    row("mdm.csv", true, Tables.MDM, sink);
    for (Person person : listed) {
      for (Person.Issue issue : person.issued()) {
        row("mdm.csv", false, Tables.mdm(person, issue, plan.last()), sink);
      }
    }
    row("context.csv", true, Tables.CONTEXT, sink);
    for (Person person : listed) {
      for (Notice notice : person.notices()) {
        row("context.csv", false, Tables.context(notice), sink);
      }
    }
  }

  /** A tree of eight: whoever comes later changes nobody's manager. */
  private String manager(Person person) {
    return person.number() == 0 ? "" : casting.workerId((person.number() - 1) / 8);
  }

  private static void row(String file, boolean header, String row, RecordSink sink) {
    byte[] bytes = utf8(row);
    sink.record(file, header, bytes, bytes.length);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  // --- files -----------------------------------------------------------------------------------

  /** Writes the logs into a folder, which need not exist, and nothing that tells the truth. */
  public void writeTo(Path folder) {
    Map<String, OutputStream> open = new LinkedHashMap<>();
    try {
      records(
          (file, header, bytes, length) -> {
            try {
              boolean fresh = !open.containsKey(file);
              OutputStream out = open.get(file);
              if (out == null) {
                Path path = folder.resolve(file);
                Files.createDirectories(path.getParent());
                out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
                open.put(file, out);
              }
              if (file.endsWith(".json")) {
                out.write(utf8(fresh ? GRAPH : ",\n"));
                out.write(bytes, 0, length);
              } else {
                out.write(bytes, 0, length);
                out.write('\n');
              }
            } catch (IOException failed) {
              throw new UncheckedIOException("cannot write " + file, failed);
            }
          });
      for (Map.Entry<String, OutputStream> entry : open.entrySet()) {
        if (entry.getKey().endsWith(".json")) {
          entry.getValue().write(utf8("\n]}\n"));
        }
        entry.getValue().close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write into " + folder, failed);
    }
  }

  private static final String GRAPH =
      "{\"@odata.context\":\"https://graph.microsoft.example/beta/$metadata#auditLogs/signIns\","
          + "\"value\":[\n";

  /** Writes what is true of everybody: one line a person, honest ones with the planted. */
  public void writeTruth(Path file) {
    StringBuilder out = new StringBuilder();
    truth().forEach(line -> out.append(line).append('\n'));
    try {
      Files.writeString(file, out);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + file, failed);
    }
  }

  /** The lines of the truth file: programs, then people by worker id. */
  public List<String> truth() {
    return Stream.concat(
            robots.stream().map(robot -> Truth.program(robot.account())),
            people.stream()
                .sorted(Comparator.comparing(Person::workerId))
                .map(person -> Truth.line(person, plan.last())))
        .toList();
  }
}
