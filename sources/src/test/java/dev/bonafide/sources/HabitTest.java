package dev.bonafide.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.model.Event;
import dev.bonafide.model.Reading;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a reader remembers of an account changes nothing of what it reads. */
class HabitTest {
  private static final ReadOptions OPTIONS = new ReadOptions(ZoneOffset.UTC, false);
  private static final int RECORDS = 9_000;

  private final Source okta =
      Sources.builtIn().all().stream()
          .filter(source -> source.card().slug().equals("okta"))
          .findFirst()
          .orElseThrow();

  @Test
  void everyRecordIsReadAsIfItWereTheOnlyOne() {
    SplittableRandom random = new SplittableRandom(11);
    Plan.Reader one = reader();
    Set<Reading> facts = new HashSet<>();
    Set<Reading> factsAlone = new HashSet<>();
    int events = 0;
    for (int i = 0; i < RECORDS; i++) {
      byte[] record = record(random, i).getBytes(StandardCharsets.UTF_8);
      List<Reading> together = read(one, record);
      List<Reading> alone = read(reader(), record);
      together.stream().filter(HabitTest::isFact).forEach(facts::add);
      alone.stream().filter(HabitTest::isFact).forEach(factsAlone::add);
      List<Reading> acts = alone.stream().filter(reading -> !isFact(reading)).toList();
      assertThat(together.stream().filter(reading -> !isFact(reading)).toList())
          .as("%s", new String(record, StandardCharsets.UTF_8))
          .isEqualTo(acts);
      events += (int) acts.stream().filter(Event.class::isInstance).count();
    }
    assertThat(facts).isEqualTo(factsAlone).isNotEmpty();
    assertThat(events).isGreaterThan(RECORDS / 2);
  }

  private static boolean isFact(Reading reading) {
    return !(reading instanceof Event
        || reading instanceof Reading.Ignored
        || reading instanceof Reading.Rejected);
  }

  private Plan.Reader reader() {
    return new Plan(okta, List.of()).reader(OPTIONS, true);
  }

  private static List<Reading> read(Plan.Reader reader, byte[] record) {
    assertThat(reader.fast.extract(record, 0, record.length)).isEqualTo(record.length);
    Told told = new Told();
    reader.tell(told);
    return told.readings;
  }

  /** A record in which most is as usual for its account. */
  private static String record(SplittableRandom random, int number) {
    int user = random.nextInt(5);
    boolean usual = random.nextInt(3) > 0;
    int other = usual ? user : random.nextInt(5);
    String agent =
        random.nextInt(200) == 0 ? "long".repeat(random.nextInt(4_000)) : "agent " + other % 3;
    return "{\"uuid\":\"id-"
        + number
        + "\",\"published\":\"2026-03-0"
        + (1 + random.nextInt(9))
        + "T10:00:00.000Z\",\"eventType\":\""
        + pick(random, usual, "user.authentication.sso", "user.session.start", "user.mfa.update")
        + "\",\"outcome\":{\"result\":"
        + pick(random, usual, "\"SUCCESS\"", "\"FAILURE\"", "null")
        + "},\"actor\":{\"id\":\"u"
        + user
        + "\",\"type\":\""
        + pick(random, usual, "User", "SystemPrincipal", "User")
        + "\",\"alternateId\":\"u"
        + user
        + "@corp.example\"},\"client\":{\"ipAddress\":"
        + pick(random, usual, "\"203.0.113." + user + "\"", "\"198.51.100.7\"", "null")
        + ",\"userAgent\":{\"rawUserAgent\":\""
        + agent
        + "\"},\"geographicalContext\":{\"country\":\"Spain\",\"city\":\"City "
        + other
        + "\"}},\"device\":"
        + pick(random, usual, "null", "{\"id\":\"d" + other + "\"}", "{\"name\":\"n\"}")
        + ",\"authenticationContext\":{\"externalSessionId\":\"s"
        + random.nextInt(4)
        + "\"},\"securityContext\":{\"asNumber\":"
        + (64_496 + other)
        + ",\"isProxy\":"
        + pick(random, usual, "false", "true", "null")
        + "},\"debugContext\":{\"debugData\":{\"dtHash\":\"hash"
        + other
        + "\"}},\"target\":["
        + pick(
            random,
            usual,
            "{\"type\":\"AppInstance\",\"displayName\":\"app" + random.nextInt(3) + "\"}",
            "{\"type\":\"User\",\"id\":\"u" + other + "\"}",
            "")
        + "]}";
  }

  private static String pick(
      SplittableRandom random, boolean usual, String first, String second, String third) {
    int which = usual ? random.nextInt(12) : random.nextInt(3);
    return which == 1 ? second : which == 2 ? third : first;
  }
}
