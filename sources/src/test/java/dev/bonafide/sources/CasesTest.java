package dev.bonafide.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.model.Claim;
import dev.bonafide.model.DeviceFact;
import dev.bonafide.model.Event;
import dev.bonafide.model.Member;
import dev.bonafide.model.Reading;
import dev.bonafide.testkit.Property;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every raw file in a source's {@code cases} folder gives the readings that lie beside it in {@code
 * NAME.expected.ndjson}. {@code -Dcases.write=true} writes them anew; then read the difference.
 */
class CasesTest {
  private static final Path HERE = Path.of("src/main/java/dev/bonafide/sources");
  private static final Sources SOURCES = Sources.builtIn();
  private static final ReadOptions UTC = ReadOptions.utc();

  @SuppressWarnings("ArrayRecordComponent")
  private record Case(Path file, byte[] bytes) {
    String name() {
      return HERE.relativize(file).toString();
    }

    Path expected() {
      return file.resolveSibling(file.getFileName() + ".expected.ndjson");
    }

    Recognised.Readable readable() {
      return readable(bytes);
    }

    Recognised.Readable readable(byte[] content) {
      Recognised recognised = SOURCES.recognise(content, content.length, true, UTC);
      assertThat(recognised).as(name()).isInstanceOf(Recognised.Readable.class);
      return (Recognised.Readable) recognised;
    }
  }

  private static List<Case> cases() {
    try (Stream<Path> all = Files.walk(HERE)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().contains("/cases/"))
          .filter(file -> !file.toString().endsWith(".expected.ndjson"))
          .sorted()
          .map(file -> new Case(file, Samples.bytes(file)))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Stream<DynamicTest> each(java.util.function.Consumer<Case> check) {
    return cases().stream()
        .map(one -> DynamicTest.dynamicTest(one.name(), () -> check.accept(one)));
  }

  private static Told read(Recognised.Readable readable, byte[] bytes) {
    Told told = new Told();
    int end = readable.reader().get().read(bytes, 0, bytes.length, true, told);
    assertThat(end).isEqualTo(bytes.length);
    return told;
  }

  // --- what is read --------------------------------------------------------------------------

  @TestFactory
  Stream<DynamicTest> aCaseGivesWhatIsExpectedOfIt() {
    return each(
        one -> {
          Recognised.Readable readable = one.readable();
          String source = HERE.relativize(one.file).getName(0).toString();
          assertThat(readable.source().replace("-", "")).isEqualTo(source);
          List<String> lines = Golden.lines(read(readable, one.bytes));
          try {
            if (Boolean.getBoolean("cases.write")) {
              Files.writeString(one.expected(), String.join("\n", lines) + "\n");
            }
            assertThat(lines).isEqualTo(Files.readAllLines(one.expected()));
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  @Test
  void everyKindOfACardOccursInItsCases() {
    Map<String, Set<String>> kinds = new HashMap<>();
    for (Case one : cases()) {
      Recognised.Readable readable = one.readable();
      Set<String> of = kinds.computeIfAbsent(readable.source(), source -> new TreeSet<>());
      events(read(readable, one.bytes)).forEach(event -> of.add(event.kind().slug()));
    }
    for (Source source : SOURCES.all()) {
      Set<String> promised = new TreeSet<>();
      source.card().kinds().forEach(kind -> promised.add(kind.slug()));
      assertThat(kinds.getOrDefault(source.card().slug(), Set.of()))
          .as(source.card().slug())
          .isEqualTo(promised);
    }
  }

  @Test
  void theSameRecordsGiveTheSameReadingsHoweverTheyAreWrapped() {
    for (String source : List.of("okta", "entra", "defender")) {
      Map<List<Object>, Event> plain = new HashMap<>();
      for (Case one : cases()) {
        if (one.name().startsWith(source + "/") && isPlain(one.name())) {
          events(read(one.readable(), one.bytes))
              .forEach(event -> plain.put(List.of(event.recordId(), event.kind()), event));
        }
      }
      int compared = 0;
      for (Case one : cases()) {
        if (one.name().startsWith(source + "/") && !isPlain(one.name()) && !isLossy(one.name())) {
          for (Event event : events(read(one.readable(), one.bytes))) {
            Event same = plain.get(List.of(event.recordId(), event.kind()));
            if (same != null) {
              assertThat(event).as(one.name()).isEqualTo(same);
              compared++;
            }
          }
        }
      }
      assertThat(compared).as(source).isGreaterThan(10);
    }
  }

  private static boolean isPlain(String name) {
    return name.contains("system-log") || name.contains("graph-") || name.contains("streaming");
  }

  /** Exports that leave fields out, or write them in other words. */
  private static boolean isLossy(String name) {
    return name.contains("portal") || name.contains("hunting.csv");
  }

  private static List<Event> events(Told told) {
    return told.readings.stream().filter(Event.class::isInstance).map(Event.class::cast).toList();
  }

  @Test
  void aCaseHoldsNoRealAddressOrDomain() {
    Pattern ipv4 =
        Pattern.compile(
            "(?<![\\d./\\w])(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.])");
    Pattern mail = Pattern.compile("[\\w.+-]+@([\\w-]+(?:\\.[\\w-]+)+)");
    int addresses = 0;
    for (Case one : cases()) {
      String text = new String(one.bytes, StandardCharsets.UTF_8);
      Matcher address = ipv4.matcher(text);
      while (address.find()) {
        addresses++;
        // 0.0.0.0 is what systems write for no address.
        String prefix = address.group(1) + "." + address.group(2) + "." + address.group(3);
        assertThat(prefix + ".")
            .as(one.name() + " " + address.group())
            .matches(
                "0\\.0\\.0\\.|192\\.0\\.2\\.|198\\.51\\.100\\.|203\\.0\\.113\\.|10\\.\\d+\\.\\d+\\.");
      }
      Matcher domain = mail.matcher(text);
      while (domain.find()) {
        // The one address that Okta itself writes for its system actor.
        assertThat(domain.group(1).endsWith(".example") || domain.group().equals("system@okta.com"))
            .as(one.name() + " " + domain.group())
            .isTrue();
      }
    }
    assertThat(addresses).isGreaterThan(50);
  }

  // --- how it is cut -------------------------------------------------------------------------

  /** Facts are told once by each reader, everything else with its record. */
  private static List<String> events(List<Reading> readings) {
    return readings.stream()
        .filter(r -> !isFact(r))
        .map(Golden::line)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static boolean isFact(Reading reading) {
    return reading instanceof Member
        || reading instanceof DeviceFact
        || (reading instanceof Claim.Contact contact && contact.fromDay() == Long.MIN_VALUE);
  }

  private static Set<String> facts(List<Reading> readings) {
    Set<String> facts = new TreeSet<>();
    readings.stream().filter(CasesTest::isFact).map(Golden::line).forEach(facts::add);
    return facts;
  }

  @TestFactory
  Stream<DynamicTest> aFileOfLinesMayBeCutAtAnyLineEnd() {
    return cases().stream()
        .filter(one -> one.readable().linesAreRecords())
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.name(),
                    () -> {
                      Recognised.Readable readable = one.readable();
                      List<Reading> whole = read(readable, one.bytes).readings;
                      for (int cut = 0; cut < one.bytes.length; cut++) {
                        if (one.bytes[cut] == '\n') {
                          List<Reading> parts = new ArrayList<>();
                          parts.addAll(read(readable, Arrays.copyOf(one.bytes, cut + 1)).readings);
                          parts.addAll(
                              read(
                                      readable,
                                      Arrays.copyOfRange(one.bytes, cut + 1, one.bytes.length))
                                  .readings);
                          assertThat(events(parts)).isEqualTo(events(whole));
                          assertThat(facts(parts)).isEqualTo(facts(whole));
                        }
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aFileMayArriveInPiecesOfAnySize() {
    return each(
        one ->
            Property.forAll(
                5,
                random -> {
                  Recognised.Readable readable = one.readable();
                  Told whole = read(readable, one.bytes);
                  Told pieces = new Told();
                  RecordReader reader = readable.reader().get();
                  byte[] buffer = new byte[one.bytes.length];
                  int have = 0;
                  int given = 0;
                  while (given < one.bytes.length || have > 0) {
                    int more =
                        Math.min(
                            one.bytes.length - given, 1 + random.nextInt(random.nextInt(4000) + 1));
                    System.arraycopy(one.bytes, given, buffer, have, more);
                    have += more;
                    given += more;
                    boolean last = given == one.bytes.length;
                    int done = reader.read(buffer, 0, have, last, pieces);
                    assertThat(done).isBetween(0, have);
                    System.arraycopy(buffer, done, buffer, 0, have - done);
                    have -= done;
                    if (last) {
                      assertThat(have).isZero();
                    }
                  }
                  assertThat(Golden.lines(pieces)).isEqualTo(Golden.lines(whole));
                  assertThat(pieces.records).usingRecursiveComparison().isEqualTo(whole.records);
                }));
  }

  @TestFactory
  Stream<DynamicTest> twoFilesPutTogetherGiveTheReadingsOfBoth() {
    return cases().stream()
        .filter(one -> !one.name().contains("utf-16"))
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.name(),
                    () -> {
                      Recognised.Readable readable = one.readable();
                      boolean ends = one.bytes[one.bytes.length - 1] == '\n';
                      byte[] twice =
                          Arrays.copyOf(one.bytes, one.bytes.length * 2 + (ends ? 0 : 1));
                      twice[one.bytes.length] = '\n';
                      System.arraycopy(
                          one.bytes, 0, twice, twice.length - one.bytes.length, one.bytes.length);
                      List<String> once = events(read(readable, one.bytes).readings);
                      List<String> both = new ArrayList<>(once);
                      both.addAll(once);
                      // A title above the second table is a row that means nothing.
                      List<String> read = events(read(one.readable(twice), twice).readings);
                      read.removeIf(line -> line.contains("cells where the header has"));
                      assertThat(read).isEqualTo(both);
                    }));
  }

  // --- how it is damaged ---------------------------------------------------------------------

  @TestFactory
  Stream<DynamicTest> damageInOneRecordLeavesTheOthersReadable() {
    return each(
        one -> {
          Recognised.Readable readable = one.readable();
          Told whole = read(readable, one.bytes);
          Property.forAll(
              12,
              random -> {
                int hit = random.nextInt(whole.records.size());
                int[] place = whole.places.get(hit);
                byte[] damaged = one.bytes.clone();
                for (int i = random.nextInt(3); i >= 0; i--) {
                  int at = place[0] + random.nextInt(place[1] - place[0]);
                  damaged[at] =
                      (byte) "{}[]\",:\\ u\n0a-.e\u0001\u00ff\u00c3".charAt(random.nextInt(19));
                }
                Told told = read(readable, damaged);
                List<String> untouched = new ArrayList<>();
                for (int i = 0; i < whole.readings.size(); i++) {
                  if (whole.recordOf.get(i) != hit
                      && whole.readings.get(i) instanceof Event event) {
                    untouched.add(Golden.line(event));
                  } else if (whole.recordOf.get(i) != hit
                      && whole.readings.get(i) instanceof Claim claim
                      && !isFact(claim)) {
                    untouched.add(Golden.line(claim));
                  }
                }
                assertThat(events(told.readings)).containsAll(untouched);
              });
        });
  }

  @TestFactory
  Stream<DynamicTest> whatWasReadBeforeAFileBreaksOffIsKept() {
    return each(
        one -> {
          Recognised.Readable readable = one.readable();
          Told whole = read(readable, one.bytes);
          SplittableRandom random = new SplittableRandom(11);
          for (int i = 0; i < 40; i++) {
            int cut = random.nextInt(one.bytes.length);
            Told told = read(readable, Arrays.copyOf(one.bytes, cut));
            List<Reading> before = new ArrayList<>();
            for (int r = 0; r < whole.readings.size(); r++) {
              if (packedEnd(readable, one.bytes, whole.places.get(whole.recordOf.get(r))[1])
                  < cut) {
                before.add(whole.readings.get(r));
              }
            }
            List<String> kept = events(before);
            assertThat(events(told.readings)).hasSizeGreaterThanOrEqualTo(kept.size());
            assertThat(events(told.readings).subList(0, kept.size())).isEqualTo(kept);
          }
        });
  }

  /** Where what packs a record ends: a wrapper goes on behind the record in it. */
  private static int packedEnd(Recognised.Readable readable, byte[] bytes, int recordEnd) {
    if (!readable.shape().contains("record in")) {
      return recordEnd;
    }
    int end = readable.linesAreRecords() ? recordEnd : bytes.length;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  @TestFactory
  Stream<DynamicTest> noiseNeverThrows() {
    return each(
        one ->
            Property.forAll(
                4,
                random -> {
                  byte[] noise = JsonExtractorTest.changed(one.bytes, random);
                  Recognised recognised = SOURCES.recognise(noise, noise.length, true, UTC);
                  if (recognised instanceof Recognised.Readable readable) {
                    read(readable, noise);
                  }
                  read(one.readable(), noise);
                }));
  }
}
