package dev.bonafide.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.model.Claim;
import dev.bonafide.model.Claim.ContextKind;
import dev.bonafide.model.DeviceFact;
import dev.bonafide.model.Event;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Member;
import dev.bonafide.model.Reading;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables are known by what their headers mean, in the words of several systems. */
class TablesTest {
  private TableNotes notes = new TableNotes(List.of(), List.of(), 0, List.of());

  private List<Reading> read(String source, String table) {
    byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
    Recognised recognised =
        Sources.builtIn().recognise(bytes, bytes.length, true, ReadOptions.utc());
    assertThat(recognised).isInstanceOf(Recognised.Readable.class);
    Recognised.Readable readable = (Recognised.Readable) recognised;
    assertThat(readable.source()).isEqualTo(source);
    List<Reading> readings = new ArrayList<>();
    RecordReader reader = readable.reader().get();
    reader.read(
        bytes,
        0,
        bytes.length,
        true,
        new RecordSink() {
          @Override
          public void record(byte[] own, int from, int to) {}

          @Override
          public void reading(Reading reading) {
            readings.add(reading);
          }
        });
    notes = reader.notes();
    return readings;
  }

  private static <T> List<T> only(List<Reading> readings, Class<T> type) {
    return readings.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static long day(String date) {
    return LocalDate.parse(date).toEpochDay();
  }

  @Test
  void workersAreReadFromTwoSystemsWithOtherHeaders() {
    List<Reading> first =
        read(
            "hr",
            """
            Employee ID,Name,Work Email,City,Country,Time Zone,Start Date,End Date,Manager,Job Title,Work Location,Schedule Note,Gender,Shoe Size
            7,Ana Ruiz,Ana.Ruiz@corp.example,Lisbon,PT,Europe/Lisbon,2025-03-01,,9,Engineer,"Berlin, DE (2025-01-01 to 2025-06-30); Lisbon, PT",nights 22-06,x,38
            """);
    assertThat(only(first, Member.class))
        .singleElement()
        .satisfies(m -> assertThat(m.account()).isEqualTo("hr:7"))
        .satisfies(
            m -> assertThat(m.alias(Member.AliasKind.MAIL)).isEqualTo("Ana.Ruiz@corp.example"));
    assertThat(only(first, Claim.Place.class))
        .extracting(Claim.Place::city, Claim.Place::fromDay, Claim.Place::toDay)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Lisbon", day("2025-03-01"), Long.MAX_VALUE),
            org.assertj.core.groups.Tuple.tuple("Berlin", day("2025-03-01"), day("2025-06-30")),
            org.assertj.core.groups.Tuple.tuple("Lisbon", day("2025-03-01"), Long.MAX_VALUE));
    assertThat(only(first, Claim.Schedule.class))
        .singleElement()
        .satisfies(s -> assertThat(s.fromMinute()).isEqualTo(22 * 60))
        .satisfies(s -> assertThat(s.toMinute()).isEqualTo(6 * 60))
        .satisfies(s -> assertThat(s.zone()).isEqualTo("Europe/Lisbon"));
    assertThat(notes.notRead()).containsExactly("Gender");
    assertThat(notes.unplaced()).containsExactly("Shoe Size");

    List<Reading> second =
        read(
            "hr",
            """
            worker_number;preferredName;PrimaryWorkEmail;HireDate;TerminationDate;Supervisor;Dept;ContractType;Staffing Agency
            A-1;Bo Lund;bo.lund@corp.example;01.02.2025;15.11.2025;A-9;IT;contractor;Acme People
            """);
    assertThat(only(second, Claim.Employment.class))
        .singleElement()
        .satisfies(e -> assertThat(e.worker()).isEqualTo("A-1"))
        .satisfies(e -> assertThat(e.fromDay()).isEqualTo(day("2025-02-01")))
        .satisfies(e -> assertThat(e.toDay()).isEqualTo(day("2025-11-15")))
        .satisfies(e -> assertThat(e.agency()).isEqualTo("Acme People"));
  }

  @Test
  void anEndBeforeTheStartIsRejectedByNameAndTheOtherRowsAreKept() {
    List<Reading> readings =
        read(
            "hr",
            """
            id,mail,start,end,department
            1,a@corp.example,2025-05-01,2025-04-01,IT
            2,b@corp.example,someday,,IT
            3,c@corp.example,2025-05-01,,IT
            """);
    assertThat(only(readings, Reading.Rejected.class))
        .extracting(Reading.Rejected::field)
        .containsExactly("end", "start");
    assertThat(only(readings, Claim.Employment.class)).hasSize(1);
  }

  @Test
  void aDeviceIsKnownByAllItsNamesAndBringsItsDisplays() {
    List<Reading> readings =
        read(
            "mdm",
            """
            Serial Number,Device Name,Manufacturer,Model,OS,OS Version,Intune Device ID,Primary User UPN,Last Check-In,Displays
            S1,LT-7.corp.example,Halden,Z5,Windows,11,i-1,ana@corp.example,2026-11-10T17:58:43Z,DEL U2723 A1; DEL U2723 B2
            """);
    assertThat(only(readings, DeviceFact.class))
        .singleElement()
        .satisfies(
            d ->
                assertThat(d.names())
                    .contains(
                        new DeviceFact.Name(DeviceFact.NameKind.SERIAL, "S1"),
                        new DeviceFact.Name(DeviceFact.NameKind.VENDOR_ID, "intune:i-1"),
                        new DeviceFact.Name(DeviceFact.NameKind.FQDN, "LT-7.corp.example")))
        .satisfies(d -> assertThat(d.model()).isEqualTo("Halden Z5"))
        .satisfies(d -> assertThat(d.displays()).containsExactly("DEL U2723 A1", "DEL U2723 B2"));
    assertThat(only(readings, Event.class))
        .extracting(Event::kind)
        .containsExactly(Kind.DEVICE_SEEN, Kind.DISPLAY, Kind.DISPLAY);
  }

  @Test
  void contextEndsWithItsLastDayAndNamesTheOtherWorkerOfARelation() {
    List<Reading> readings =
        read(
            "context",
            """
            worker,kind,from,to,place,other worker
            7,On-call,2026-10-12,2026-10-18,,
            7,Business trip,2026-10-20 08:00,2026-10-22 18:00,Oslo,
            7,partner,,,,8
            7,birthday,2026-10-20,2026-10-20,,
            """);
    assertThat(only(readings, Claim.Context.class))
        .extracting(Claim.Context::context)
        .containsExactly(ContextKind.ON_CALL, ContextKind.TRAVEL, ContextKind.RELATION);
    Claim.Context week = only(readings, Claim.Context.class).getFirst();
    assertThat(week.toMilli()).isEqualTo(day("2026-10-19") * 86_400_000L);
    assertThat(week.toDay()).isEqualTo(day("2026-10-18"));
    assertThat(only(readings, Reading.Rejected.class)).hasSize(1);
  }

  @Test
  void aVpnSessionLastsFromItsTimesAndARefusedOneIsNone() {
    List<Reading> readings =
        read(
            "vpn",
            """
            User,Connect Time,Disconnect Time,Duration,Client IP,Assigned IP,Bytes Received,Bytes Sent,Reason
            Ana,2026-10-11 23:27:38,2026-10-12 03:11:00,03:43:22,203.0.113.9,10.8.0.1,1000,2000,Idle timeout
            bo,2026-10-11 23:30:00,2026-10-11 23:30:00,0,203.0.113.10,,0,0,Authentication failed
            """);
    assertThat(only(readings, Event.class))
        .extracting(e -> e.account().text(), Event::kind, Event::amount)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("vpn:ana", Kind.VPN_SESSION, 13_402L),
            org.assertj.core.groups.Tuple.tuple("vpn:ana", Kind.VPN_IN, 1000L),
            org.assertj.core.groups.Tuple.tuple("vpn:ana", Kind.VPN_OUT, 2000L),
            org.assertj.core.groups.Tuple.tuple("vpn:bo", Kind.VPN_FAILED, 0L));
  }

  private static String whyNot(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Recognised recognised =
        Sources.builtIn().recognise(bytes, bytes.length, true, ReadOptions.utc());
    assertThat(recognised).isInstanceOf(Recognised.Unknown.class);
    return ((Recognised.Unknown) recognised).why();
  }

  @Test
  void aTableThatNobodyKnowsIsToldFromProseWithCommas() {
    assertThat(whyNot("crop,field,yield\nbarley,north,5\noats,south,4\nrye,east\nrye,west,3\n"))
        .isEqualTo("is a table, but no source knows its columns: crop, field, yield");
    assertThat(
            whyNot(
                """
                Permission is granted, free of charge, to any person
                who obtains a copy, without limit, of this text
                and its files to deal in it
                provided that this notice stays.
                The text is given as it is, and nobody
                answers for what comes of it.
                """))
        .isEqualTo("is text that no source recognises");
  }
}
