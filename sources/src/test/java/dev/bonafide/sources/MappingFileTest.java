package dev.bonafide.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.model.Event;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A user's own mapping, for a log that no source knows. */
class MappingFileTest {
  private static final String BADGES =
      """
      {
        "slug": "doors",
        "title": "Office doors",
        "how": "Ask facilities for the nightly export.",
        "zone": "Europe/Lisbon",
        "recognise": {"all": ["door.name", "badge", "at"]},
        "fields": {
          "time": "at",
          "account": "badge",
          "alias": "holder.mail",
          "what": "event",
          "endpoint": {"paths": "door.name", "prefix": "door:"},
          "where": {"text": "{door}[ on {floor}]"},
          "door": "door.name",
          "floor": "door.floor"
        },
        "id": "account + time",
        "rules": [
          {"when": {"what": "open*"}, "give": {"kind": "device.seen", "object": "where", "outcome": "success"}},
          {"when": {"what": {"not": "close*"}, "floor": true}, "give": "device.seen"},
          {"when": {"what": "close*"}, "ignore": "a door that closed"}
        ],
        "otherwise": "event {what} is not mapped"
      }
      """;

  private static Told read(Source mapped, String file) {
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    Recognised recognised =
        Sources.builtIn()
            .with(List.of(mapped))
            .recognise(
                bytes,
                bytes.length,
                true,
                new ReadOptions(ReadOptions.utc().zoneOfBareTimes(), true));
    assertThat(recognised).isInstanceOf(Recognised.Readable.class);
    assertThat(((Recognised.Readable) recognised).source()).isEqualTo(mapped.card().slug());
    Told told = new Told();
    ((Recognised.Readable) recognised).reader().get().read(bytes, 0, bytes.length, true, told);
    return told;
  }

  private static Source good(String json) {
    MappingFile.Outcome outcome =
        MappingFile.read("doors.json", json.getBytes(StandardCharsets.UTF_8));
    assertThat(outcome).isInstanceOf(MappingFile.Good.class);
    return ((MappingFile.Good) outcome).source();
  }

  private static List<String> wrong(String json) {
    MappingFile.Outcome outcome =
        MappingFile.read("doors.json", json.getBytes(StandardCharsets.UTF_8));
    assertThat(outcome).isInstanceOf(MappingFile.Wrong.class);
    return ((MappingFile.Wrong) outcome).problems();
  }

  @Test
  void aLogOfOnesOwnIsReadFromLinesWithoutABuild() {
    Told told =
        read(
            good(BADGES),
            """
            {"at":"2025-07-01 09:00:00","badge":"B-7","event":"opened","holder":{"mail":"ada@works.example"},"door":{"name":"Main","floor":"2"}}
            {"at":"2025-07-01 09:00:05","badge":"B-7","event":"closed","door":{"name":"Main"}}
            {"at":"2025-07-01 09:01:00","badge":"B-8","event":"forced","door":{"name":"Main"}}
            """);
    Event event = (Event) told.readings.getFirst();
    assertThat(Golden.line(event))
        .contains("\"time\":\"2025-07-01T08:00:00Z\"")
        .contains("\"account\":\"doors:B-7\"")
        .contains("\"endpoint\":\"door:Main\"")
        .contains("\"object\":\"Main on 2\"");
    assertThat(told.readings.subList(1, 3).stream().map(Golden::line))
        .containsExactly(
            "{\"ignored\":\"a door that closed\"}", "{\"ignored\":\"event forced is not mapped\"}");
    assertThat(told.explained)
        .contains("alias holder.mail ada@works.example", "time at 2025-07-01 09:00:00");
  }

  @Test
  void theSameMappingReadsATable() {
    Told told =
        read(
            good(BADGES),
            """
            at;badge;event;holder.mail;door.name;door_floor
            2025-07-01 09:00:00;B-7;opened;ada@works.example;Main;2
            """);
    assertThat(told.readings.stream().map(Golden::line))
        .singleElement()
        .asString()
        .contains("\"alias\":\"ada@works.example\"", "\"object\":\"Main on 2\"");
  }

  @Test
  void aMappingMayNameHeadersByWhatTheyMean() {
    Source source =
        good(
            """
            {"slug": "gate", "title": "Gate", "how": "Ask.", "headers": {"noise": ["visitor"]},
             "recognise": {"all": ["time", "account", "gate name"]},
             "fields": {"time": ["entry time", "time"], "account": ["badge number", "badge"], "endpoint": ["gate name"]},
             "rules": [{"when": {}, "give": "device.seen"}]}
            """);
    Told told =
        read(source, "Visitor Badge No,Entry Time (UTC),Gate Name\n77,2025-07-01 09:00,North\n");
    assertThat(Golden.line(told.readings.getFirst()))
        .contains("\"account\":\"gate:77\"", "\"endpoint\":\"North\"");
  }

  @Test
  void eachElementOfAListIsAnEventOfItsOwn() {
    Source source =
        good(
            """
            {"slug": "acts", "title": "Acts", "how": "Ask.", "each": {"list": "events", "most": 3},
             "recognise": {"all": ["id", "who", "events[#].name"]},
             "fields": {"time": "at", "account": "who", "name": "events[#].name", "thing": "events[#].thing", "key": "id"},
             "id": "key",
             "rules": [{"when": {"name": "read"}, "give": {"kind": "file.read", "object": "thing"}},
                       {"when": {"name": "in"}, "give": "signin"}]}
            """);
    Told told =
        read(
            source,
            """
            {"id":"a1","at":"2025-07-01T09:00:00Z","who":"ada","events":[{"name":"in"},{"name":"read","thing":"plan"}]}
            """);
    List<Event> events = told.readings.stream().map(Event.class::cast).toList();
    assertThat(events)
        .extracting(event -> event.kind().slug())
        .containsExactly("signin", "file.read");
    assertThat(events.get(0).recordId()).isNotEqualTo(events.get(1).recordId());
    assertThat(told.explained)
        .containsOnlyOnce(
            "account who ada", "name events[0].name in", "thing events[1].thing plan");
  }

  @Test
  void allThatIsWrongIsSaidAtOnceWithItsPlaceAndWhatWasExpected() {
    List<String> problems =
        wrong(
            """
            {"slug": "Doors!", "how": "x", "zone": "Mars/Olympus", "colour": "red",
             "recognise": {"all": ["a[", "b"]},
             "fields": {"time": 7, "account": {"paths": "badge", "prefx": "x"}, "alias": "holder.gender",
                        "self": {"same": ["account"]}, "x": {"text": "{nobody}"}},
             "outcomes": {"maybe": "x"},
             "rules": [
               {"when": {"nobody": "x", "session": "y"}, "give": "sign-in"},
               {"when": {}},
               {"when": {}, "give": {"kind": "signin", "colour": "red", "object": "nobody"}}
             ]}
            """);
    assertThat(problems).allMatch(problem -> problem.startsWith("doors.json: "));
    assertThat(String.join("\n", problems))
        .contains(
            "colour is not known here",
            "slug \"Doors!\" is no slug",
            "title is missing",
            "zone is no time zone",
            "recognise.all",
            "fields.time is no text",
            "prefx is not known here",
            "fields.alias \"holder.gender\" is not read on purpose",
            "fields.self.same names 1 fields",
            "fields.x.text \"nobody\" is no field",
            "outcomes.maybe",
            "rules[0].when.nobody",
            "rules[0].when.session is tested, but",
            "rules[0].give \"sign-in\" is no kind; expected one of",
            "rules[1] must either",
            "rules[2].give.colour is not known here",
            "rules[2].give.object \"nobody\" is no field");
  }

  @Test
  void whatIsNoJsonIsSaidWithLineAndColumn() {
    assertThat(wrong("{\n  \"slug\": \"doors\",\n  title: 1\n}"))
        .singleElement()
        .asString()
        .startsWith("doors.json: line 3, column");
    assertThat(wrong("[]")).containsExactly("doors.json: the file is no object");
  }
}
