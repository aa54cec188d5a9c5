package dev.bonafide.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.testkit.Property;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast extractor against Jackson: what it accepts, Jackson accepts, with the same values. */
class JsonExtractorTest {
  private static final List<String> PATHS =
      List.of(
          "id",
          "actor.id",
          "actor.type",
          "client.ipAddress",
          "client.geo.lat",
          "list",
          "list[0].a",
          "list[].b",
          "list[type=User].id",
          "list[type=User].deep[k=x].v",
          "text.a",
          "text.inner.b",
          "text.list[].c",
          "n");

  private final Fields fields = Fields.atPaths();
  private final Row fastRow;
  private final Row slowRow;
  private final JsonExtractor fast;
  private final JacksonExtractor slow;
  private int accepted;
  private int refused;

  JsonExtractorTest() {
    PATHS.forEach(fields::slot);
    fastRow = new Row(fields.size());
    slowRow = new Row(fields.size());
    Node fastTree = fields.tree(List.of(), false);
    fast = new JsonExtractor(fastTree, new JacksonExtractor(fastTree), fastRow, false);
    slow = new JacksonExtractor(fields.tree(List.of(), false));
  }

  /** Both read the same; returns whether the fast one did without help. */
  private boolean agree(byte[] bytes, int from, int to) {
    int end = bytes[from] == '{' ? fast.extract(bytes, from, to) : JsonExtractor.ODD;
    String problem = slow.extract(bytes, from, to, slowRow);
    if (end == to) {
      accepted++;
      assertThat(problem).as("%s", text(bytes, from, to)).isNull();
      assertThat(values(fastRow)).as("%s", text(bytes, from, to)).isEqualTo(values(slowRow));
    } else {
      refused++;
      if (end >= 0) {
        assertThat(slow.extract(bytes, from, end, slowRow))
            .as("%s", text(bytes, from, end))
            .isNull();
      }
    }
    return end == to;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private List<String> values(Row row) {
    List<String> values = new ArrayList<>();
    for (String path : PATHS) {
      int slot = fields.slot(path);
      values.add(path + "=" + (row.has(slot) ? "\"" + row.text(slot) + "\"" : "absent"));
    }
    return values;
  }

  private void read(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    assertThat(agree(bytes, 0, bytes.length)).as("%s", json).isTrue();
  }

  private String value(String path) {
    String text = fastRow.text(fields.slot(path));
    return text == null ? "" : text;
  }

  @Test
  void valuesAreFoundWhereThePathsSay() {
    read(
        """
        {"id":"a","actor":{"id":7,"type":"User","x":[1,{"y":2}]},"client":{"geo":{"lat":-1.5e3}},
         "list":[{"a":"first","b":null},{"a":"second","b":"two","type":"user","id":"u1",
         "deep":[{"k":"y","v":"no"},{"k":"x","v":"yes"}]}],"n":true}
        """
            .strip());
    assertThat(value("id")).isEqualTo("a");
    assertThat(value("actor.id")).isEqualTo("7");
    assertThat(value("client.geo.lat")).isEqualTo("-1.5e3");
    assertThat(value("list[0].a")).isEqualTo("first");
    assertThat(value("list[].b")).isEqualTo("two");
    assertThat(value("list[type=User].id")).isEqualTo("u1");
    assertThat(value("list[type=User].deep[k=x].v")).isEqualTo("yes");
    assertThat(value("n")).isEqualTo("true");
  }

  @Test
  void keysAreFoundInAnyCaseAndFlattenedByCollectors() {
    read("{\"ID\":\"a\",\"Actor_Id_s\":\"b\",\"actor.type\":\"c\",\"client\":{\"geo_lat\":1}}");
    assertThat(value("id")).isEqualTo("a");
    assertThat(value("actor.id")).isEqualTo("b");
    assertThat(value("actor.type")).isEqualTo("c");
    assertThat(value("client.geo.lat")).isEqualTo("1");
  }

  @Test
  void aFlatListIsPutTogetherAgain() {
    read(
        "{\"list0.type\":\"App\",\"list0.id\":\"x\",\"list1.id\":\"y\",\"list1.type\":\"User\","
            + "\"list.2.b\":\"z\"}");
    assertThat(value("list[type=User].id")).isEqualTo("y");
    assertThat(value("list[].b")).isEqualTo("z");
  }

  @Test
  void jsonInsideATextIsRead() {
    read(
        "{\"text\":\"{\\\"a\\\":\\\"\\\\u00e9\\\",\\\"inner\\\":\\\"{\\\\\\\"b\\\\\\\":1}\\\","
            + "\\\"list\\\":[{\\\"c\\\":2}]}\"}");
    assertThat(value("text.a")).isEqualTo("é");
    assertThat(value("text.inner.b")).isEqualTo("1");
    assertThat(value("text.list[].c")).isEqualTo("2");
  }

  @Test
  void aTextThatOnlyLooksLikeJsonStaysAText() {
    read("{\"text\":\"{level=LOW}\",\"id\":\"{\\\"a\\\":1\"}");
    assertThat(value("text.a")).isEmpty();
    assertThat(value("id")).isEqualTo("{\"a\":1");
  }

  @Test
  void escapesAndRawCharactersAreOneText() {
    read("{\"id\":\"Zo\\u00eb \\ud83d\\ude00 \\\\ \\/ \\n\",\"n\":\"Zoë 😀\"}");
    assertThat(value("id")).isEqualTo("Zoë 😀 \\ / \n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"id\":\"a\"",
        "{\"id\":\"a}",
        "{\"id\" \"a\"}",
        "{\"id\":}",
        "{\"id\":\"a\",}",
        "{\"id\":01}",
        "{\"id\":1.}",
        "{\"id\":.5}",
        "{\"id\":+1}",
        "{\"id\":1e}",
        "{\"id\":-}",
        "{\"id\":tru}",
        "{\"id\":nulll}",
        "{\"id\":NaN}",
        "{'id':1}",
        "{id:1}",
        "{\"id\":\"a\\x\"}",
        "{\"id\":\"\\u12g4\"}",
        "{\"a\\ud800\":1}",
        "{\"id\":\"a\tb\"}",
        "{\"id\":[1,]}",
        "{\"id\":[1 2]}",
        "{\"id\":[1}",
        "{\"id\":{]}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1}}",
        "{} {}",
        "{\"a\":1}x",
        "{/* no */}",
        "[1]",
        "7",
        ""
      })
  void malformedRecordsAreRefusedByBoth(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    assertThat(slow.extract(bytes, 0, bytes.length, slowRow)).isNotNull();
    if (bytes.length > 0) {
      assertThat(agree(bytes, 0, bytes.length)).isFalse();
    }
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    for (int[] wrong :
        new int[][] {{0xFF}, {0xC0, 0x80}, {0xC3}, {0xED, 0xA0, 0x80}, {0xF4, 0x90, 0x80, 0x80}}) {
      byte[] bytes = "{\"id\":\"....\"}".getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < wrong.length; i++) {
        bytes[7 + i] = (byte) wrong[i];
      }
      assertThat(slow.extract(bytes, 0, bytes.length, slowRow)).isNotNull();
      assertThat(agree(bytes, 0, bytes.length)).isFalse();
    }
  }

  @Test
  void deepNestingIsLeftToTheReferenceWhichBoundsIt() {
    String deep = "{\"a\":".repeat(100) + "1" + "}".repeat(100);
    byte[] bytes = deep.getBytes(StandardCharsets.UTF_8);
    assertThat(agree(bytes, 0, bytes.length)).isFalse();
    assertThat(slow.extract(bytes, 0, bytes.length, slowRow)).isNull();
    byte[] deeper = ("{\"a\":".repeat(5000) + "1").getBytes(StandardCharsets.UTF_8);
    assertThat(slow.extract(deeper, 0, deeper.length, slowRow)).isNotNull();
  }

  @Test
  void whatTheFastOneAcceptsIsWhatTheReferenceReads() {
    Property.forAll(
        4000,
        random -> {
          byte[] json = object(random, 0).getBytes(StandardCharsets.UTF_8);
          assertThat(agree(json, 0, json.length)).as("%s", text(json, 0, json.length)).isTrue();
          for (int i = 0; i < 10; i++) {
            byte[] changed = changed(json, random);
            if (changed.length > 0 && changed[0] == '{') {
              agree(changed, 0, changed.length);
            }
          }
        });
    assertThat(accepted).isGreaterThan(4000);
    assertThat(refused).isGreaterThan(4000);
  }

  @Test
  void recordsThatResembleEachOtherAreReadAsIfEachWereTheOnlyOne() {
    Property.forAll(
        60,
        random -> {
          Object[] pattern = pattern(random, 0);
          int before = accepted;
          for (int i = 0; i < 150; i++) {
            StringBuilder text = new StringBuilder();
            write(pattern, text, random);
            byte[] json = text.toString().getBytes(StandardCharsets.UTF_8);
            agree(json, 0, json.length);
            byte[] changed = changed(json, random);
            if (changed.length > 0 && changed[0] == '{') {
              agree(changed, 0, changed.length);
            }
          }
          assertThat(accepted - before).isGreaterThanOrEqualTo(150);
        });
  }

  @Test
  void theyAgreeOnEveryRealObjectAndOnDamagedOnes() {
    Path folder = Samples.folder("the comparison of the extractors");
    if (folder == null) {
      return;
    }
    JsonExtractor any = JsonExtractor.ofNothing();
    SplittableRandom random = new SplittableRandom(7);
    int objects = 0;
    int unaided = 0;
    for (Path file : Samples.files(folder)) {
      byte[] bytes = Samples.bytes(file);
      for (int at = 0; at < bytes.length && objects < 60_000; at++) {
        if (bytes[at] != '{') {
          continue;
        }
        int end = any.skip(bytes, at, bytes.length);
        if (end < 0) {
          continue;
        }
        objects++;
        unaided += agree(bytes, at, end) ? 1 : 0;
        byte[] damaged = changed(Arrays.copyOfRange(bytes, at, end), random);
        if (damaged.length > 0 && damaged[0] == '{') {
          agree(damaged, 0, damaged.length);
        }
        at = end - 1;
      }
    }
    System.out.println(
        "extractors agree on " + objects + " real objects, " + unaided + " without the reference");
    assertThat(unaided).isEqualTo(objects).isGreaterThan(1000);
  }

  // --- made-up JSON --------------------------------------------------------------------------

  private static final String[] KEYS = {
    "id",
    "actor",
    "type",
    "client",
    "ipAddress",
    "geo",
    "lat",
    "list",
    "a",
    "b",
    "k",
    "v",
    "deep",
    "text",
    "inner",
    "n",
    "Id",
    "client.ipAddress",
    "actor_id",
    "list0.a",
    "list1.type",
    "zz",
    "é",
    "",
    "very long key that no path names at all"
  };
  private static final String[] TEXTS = {
    "",
    "User",
    "x",
    "plain",
    "with \\\"quotes\\\" and \\\\",
    "é\\u00e9😀\\ud83d\\ude00\\udead",
    "{level=LOW}",
    "{\\\"a\\\":1,\\\"b\\\":\\\"t\\\"}",
    "[{\\\"c\\\":\\\"d\\\"}]",
    "{\\\"a\\\":",
    "a text that is rather longer than eight bytes",
    "\\n\\t\\r\\b\\f\\/"
  };
  private static final String[] OTHERS = {
    "0", "-1", "12.5", "1e9", "-0.0E-3", "123456789012345678901234567890", "true", "false", "null"
  };
  private static final String[] BLANKS = {"", "", "", " ", "  ", "\n", "\t", "\r\n"};

  private static String object(SplittableRandom random, int depth) {
    StringBuilder out = new StringBuilder("{").append(pick(BLANKS, random));
    int members = random.nextInt(depth == 0 ? 8 : 4);
    for (int i = 0; i < members; i++) {
      out.append(i == 0 ? "" : ",").append(pick(BLANKS, random));
      out.append('"').append(pick(KEYS, random)).append('"').append(pick(BLANKS, random));
      out.append(':').append(pick(BLANKS, random)).append(value(random, depth + 1));
      out.append(pick(BLANKS, random));
    }
    return out.append('}').toString();
  }

  private static String value(SplittableRandom random, int depth) {
    return switch (random.nextInt(depth > 5 ? 3 : 6)) {
      case 0, 1 -> '"' + pick(TEXTS, random) + '"';
      case 2 -> pick(OTHERS, random);
      case 3, 4 -> object(random, depth);
      default -> {
        StringBuilder out = new StringBuilder("[").append(pick(BLANKS, random));
        int elements = random.nextInt(4);
        for (int i = 0; i < elements; i++) {
          out.append(i == 0 ? "" : ",").append(value(random, depth + 1));
        }
        yield out.append(pick(BLANKS, random)).append(']').toString();
      }
    };
  }

  /** An object as keys and values in turn; a list as {@code Object[][]}; else a scalar's text. */
  private static Object[] pattern(SplittableRandom random, int depth) {
    int members = depth == 0 ? 6 + random.nextInt(8) : random.nextInt(5);
    Object[] pattern = new Object[2 * members];
    for (int i = 0; i < members; i++) {
      pattern[2 * i] = '"' + pick(KEYS, random) + '"' + pick(BLANKS, random);
      Object value = scalar(random);
      if (depth < 4 && random.nextInt(3) == 0) {
        value = pattern(random, depth + 1);
      } else if (depth < 4 && random.nextInt(5) == 0) {
        value = new Object[][] {pattern(random, depth + 1), pattern(random, depth + 1)};
      }
      pattern[2 * i + 1] = value;
    }
    return pattern;
  }

  private static String scalar(SplittableRandom random) {
    return random.nextBoolean() ? '"' + pick(TEXTS, random) + '"' : pick(OTHERS, random);
  }

  /** Mostly what the pattern says: some values differ, a few members are missing. */
  private static void write(Object pattern, StringBuilder to, SplittableRandom random) {
    switch (pattern) {
      case Object[][] list -> {
        to.append('[');
        int elements = random.nextInt(10) == 0 ? random.nextInt(3) : list.length;
        for (int i = 0; i < elements; i++) {
          to.append(i == 0 ? "" : ",");
          write(list[i % list.length], to, random);
        }
        to.append(']');
      }
      case Object[] members -> {
        to.append('{');
        boolean first = true;
        for (int i = 0; i < members.length; i += 2) {
          if (random.nextInt(40) != 0) {
            to.append(first ? "" : ",").append(members[i]).append(':');
            first = false;
            write(members[i + 1], to, random);
          }
        }
        to.append('}');
      }
      default -> to.append(random.nextInt(12) == 0 ? scalar(random) : pattern);
    }
  }

  private static String pick(String[] from, SplittableRandom random) {
    return from[random.nextInt(from.length)];
  }

  /** One to three bytes changed, dropped or put in, or the end cut off. */
  static byte[] changed(byte[] bytes, SplittableRandom random) {
    byte[] out = bytes.clone();
    for (int i = random.nextInt(3); i >= 0 && out.length > 0; i--) {
      int at = random.nextInt(out.length);
      byte with = (byte) "{}[]\",:\\ u\n0a-.e\u0001\u00ff\u00c3".charAt(random.nextInt(19));
      switch (random.nextInt(4)) {
        case 0 -> out[at] = with;
        case 1 -> {
          byte[] shorter = Arrays.copyOf(out, out.length - 1);
          System.arraycopy(out, at + 1, shorter, at, shorter.length - at);
          out = shorter;
        }
        case 2 -> {
          byte[] longer = Arrays.copyOf(out, out.length + 1);
          System.arraycopy(out, at, longer, at + 1, out.length - at);
          longer[at] = with;
          out = longer;
        }
        default -> out = Arrays.copyOf(out, at);
      }
    }
    return out;
  }
}
