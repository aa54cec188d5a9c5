package dev.bonafide.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import dev.bonafide.simulator.Works;
import dev.bonafide.simulator.WorksPlan;
import dev.bonafide.testkit.Property;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The records of a company that does not exist, and many ways to write them down. */
final class Logs {
  static final int SHAPES = 3;
  private final Map<String, String> headers = new TreeMap<>();
  private final Map<String, List<String>> records = new TreeMap<>();

  /** A company with people planted for each indicator, small enough to be read many times. */
  static WorksPlan small(long seed) {
    WorksPlan demo = WorksPlan.demo(seed);
    return new WorksPlan(
        seed,
        16,
        demo.first(),
        20,
        0.8,
        demo.cast(),
        demo.plants().stream().filter(plant -> plant.onset() < 15).toList(),
        List.of(),
        1);
  }

  /** The records of a plan, by log. */
  static Logs of(WorksPlan plan) {
    Logs logs = new Logs();
    new Works(plan)
        .records(
            (file, header, bytes, length) -> {
              String text = new String(bytes, 0, length, UTF_8);
              String log = log(file);
              if (header) {
                logs.headers.put(log, text);
              } else {
                logs.records.computeIfAbsent(log, l -> new ArrayList<>()).add(text);
              }
            });
    return logs;
  }

  /** Files of one log are one: {@code okta/system-log-2026-11-02.ndjson} is {@code okta.ndjson}. */
  private static String log(String file) {
    int slash = file.indexOf('/');
    return slash < 0 ? file : file.substring(0, slash) + file.substring(file.lastIndexOf('.'));
  }

  /** The same without some logs. */
  Logs without(String... names) {
    Logs fewer = map(text -> text);
    for (String name : names) {
      fewer.records.remove(name);
      fewer.headers.remove(name);
    }
    return fewer;
  }

  /** The same with every text changed. */
  Logs map(UnaryOperator<String> change) {
    Logs mapped = new Logs();
    headers.forEach(mapped.headers::put);
    records.forEach(
        (log, texts) ->
            mapped.records.put(log, new ArrayList<>(texts.stream().map(change).toList())));
    return mapped;
  }

  /** The same with one more row in a table. */
  Logs with(String log, String row) {
    Logs more = map(text -> text);
    more.records.computeIfAbsent(log, l -> new ArrayList<>()).add(row);
    return more;
  }

  /** The same without the records of a day and after. */
  Logs before(LocalDate day) {
    Logs earlier = map(text -> text);
    Pattern time =
        Pattern.compile(
            "(?:\"(?:published|createdDateTime|Timestamp)\":\"|^[^,]*,[^,]*,)(\\d{4}-\\d\\d-\\d\\d)[T ]");
    for (String log : List.of("okta.ndjson", "entra.json", "defender.ndjson", "vpn.csv")) {
      earlier
          .records
          .getOrDefault(log, new ArrayList<>())
          .removeIf(
              record -> {
                Matcher found = time.matcher(record);
                if (!found.find()) {
                  throw new IllegalStateException("a record without a time: " + record);
                }
                return !LocalDate.parse(found.group(1)).isBefore(day);
              });
    }
    return earlier;
  }

  List<String> records(String log) {
    return records.getOrDefault(log, List.of());
  }

  String header(String log) {
    return headers.getOrDefault(log, "");
  }

  /** One file a log, in the order of arrival. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, List<String>> log : records.entrySet()) {
      Files.write(folder.resolve(log.getKey()), wrapped(log.getKey(), log.getValue(), "\n", 0));
    }
  }

  /**
   * The same records in another order, split, packed, wrapped, some of them twice, under names and
   * in folders that say nothing.
   */
  void write(Path folder, SplittableRandom random) throws IOException {
    Files.createDirectories(folder);
    int file = 0;
    for (Map.Entry<String, List<String>> log : records.entrySet()) {
      List<String> all = new ArrayList<>(log.getValue());
      for (String record : log.getValue()) {
        if (random.nextInt(12) == 0) {
          all.add(record);
        }
      }
      all = Property.shuffled(all, random);
      int parts = 1 + random.nextInt(4);
      Map<Integer, List<String>> split = new LinkedHashMap<>();
      for (String record : all) {
        split.computeIfAbsent(random.nextInt(parts), p -> new ArrayList<>()).add(record);
      }
      for (List<String> part : split.values()) {
        String end = random.nextBoolean() ? "\n" : "\r\n";
        byte[] bytes = wrapped(log.getKey(), part, end, SHAPES == 1 ? 0 : random.nextInt(SHAPES));
        Path into = random.nextBoolean() ? folder : folder.resolve("d" + random.nextInt(3));
        Files.createDirectories(into);
        String name = "f" + file++;
        Files.write(into.resolve(name), packed(bytes, random));
      }
    }
  }

  private byte[] wrapped(String log, List<String> records, String end, int how) {
    String header = headers.get(log);
    StringBuilder text = new StringBuilder();
    if (header != null) {
      text.append(header).append(end);
    } else if (how == 1) {
      return ("[" + String.join("," + end, records) + "]" + end).getBytes(UTF_8);
    } else if (how == 2) {
      String array = "{\"value\": [" + end + String.join(", ", records) + "]}";
      return array.getBytes(UTF_8);
    }
    records.forEach(record -> text.append(record).append(end));
    return text.toString().getBytes(UTF_8);
  }

  private static byte[] packed(byte[] bytes, SplittableRandom random) throws IOException {
    return switch (random.nextInt(5)) {
      case 0 -> gzip(bytes);
      case 1 -> Zstd.compress(bytes);
      case 2 -> zip("x", bytes);
      case 3 -> gzip(zip("a/b", Zstd.compress(bytes)));
      default -> bytes;
    };
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    // Two members, as log rotation writes them.
    for (byte[] half :
        List.of(
            Arrays.copyOf(bytes, bytes.length / 2),
            Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length))) {
      try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
        gzip.write(half);
      }
    }
    return out.toByteArray();
  }

  static byte[] zip(String name, byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(bytes);
      zip.closeEntry();
    }
    return out.toByteArray();
  }
}
