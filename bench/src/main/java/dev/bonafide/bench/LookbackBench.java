package dev.bonafide.bench;

import dev.bonafide.engine.Json;
import dev.bonafide.engine.applications.ScreeningFindings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * New applications screened against ten times as many earlier ones: the whole command, from the
 * start of its process to its last page. The applicants are invented; one new application in a
 * hundred holds half of an earlier one's prose under another name.
 */
@Command(
    name = "lookback",
    mixinStandardHelpOptions = true,
    description = "Screens new applications against ten times as many earlier ones, as a process.")
final class LookbackBench implements Callable<Integer> {
  private static final int CLONE_EVERY = 100;
  private static final double GATE_SECONDS = 60;

  /** Words of a trade are as uneven as words are everywhere (Zipf); this many are enough. */
  private static final int WORDS = 6_000;

  private static final List<String> SYLLABLES =
      List.of(
          "ba", "ce", "di", "fo", "gu", "ha", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu",
          "bro", "cla", "dre", "fli", "gno", "pra", "ste", "tri", "slo");

  private static final List<String> STOCK =
      List.of(
          "worked closely with product managers and designers in a fast paced agile team",
          "wrote clean maintainable and well tested code and took part in code reviews",
          "mentored junior developers and led the adoption of continuous integration",
          "designed and built scalable microservices and documented their interfaces well");

  @Option(names = "--new", defaultValue = "10000", description = "default: ${DEFAULT-VALUE}")
  private int fresh = 10_000;

  @Option(names = "--earlier", defaultValue = "100000", description = "default: ${DEFAULT-VALUE}")
  private int earlier = 100_000;

  private final String[] words = new String[WORDS];

  LookbackBench() {
    for (int i = 0; i < WORDS; i++) {
      StringBuilder word = new StringBuilder();
      for (int rest = i + SYLLABLES.size(); rest > 0; rest /= SYLLABLES.size()) {
        word.append(SYLLABLES.get(rest % SYLLABLES.size()));
      }
      words[i] = word.toString();
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintStream out = System.out;
    Path data = Files.createTempDirectory("bonafide-lookback");
    try {
      write(data.resolve("earlier"), 0, earlier);
      write(data.resolve("fresh"), earlier, fresh);
      Measured screen = Measured.run(command(data), data, 0);
      ScreeningFindings found =
          Json.read(
              Files.readAllBytes(data.resolve("out/screening.json")), ScreeningFindings.class);
      long clones =
          found.applicants().stream()
              .filter(a -> a.indicators().contains("src-resume-clone"))
              .count();
      int planted = (fresh + CLONE_EVERY - 1) / CLONE_EVERY;
      boolean reached = screen.wall() <= GATE_SECONDS && clones == planted;
      out.println("| what | measured | gate |");
      out.println("|---|---|---|");
      out.printf(
          Locale.ROOT,
          "| %,d applications against %,d earlier ones, s | %.1f | %.0f |%n",
          found.applicants().size(),
          earlier,
          screen.wall(),
          GATE_SECONDS);
      out.printf(Locale.ROOT, "| processor, s | %.1f | |%n", screen.cpu());
      out.printf(Locale.ROOT, "| greatest resident memory, MiB | %.0f | |%n", screen.peak());
      out.printf(
          Locale.ROOT,
          "| planted text of others that was found | %d of %d | all |%n",
          clones,
          planted);
      return reached ? 0 : 1;
    } finally {
      delete(data);
    }
  }

  private static List<String> command(Path data) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseParallelGC",
        "-XX:MaxRAMPercentage=60",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.bonafide.cli.Main",
        "screen",
        data.resolve("fresh").toString(),
        "--against",
        data.resolve("earlier").toString(),
        "--out",
        data.resolve("out").toString(),
        "--as-of",
        "2026-11-01");
  }

  private void write(Path folder, int from, int count) throws IOException {
    for (int i = from; i < from + count; i++) {
      // A thousand to a folder, as a tracking system exports them.
      Path file =
          folder
              .resolve(Integer.toString(i / 1000))
              .resolve(String.format(Locale.ROOT, "A-%06d.%s", i, i % 3 == 0 ? "json" : "txt"));
      if (i % 1000 == 0 || i == from) {
        Files.createDirectories(file.getParent());
      }
      Files.writeString(file, i % 3 == 0 ? json(i) : text(i), StandardCharsets.UTF_8);
    }
  }

  private List<String> prose(int i) {
    SplittableRandom own = new SplittableRandom(i);
    List<String> prose = new ArrayList<>(lines(i, 16));
    if (i >= earlier && i % CLONE_EVERY == 0) {
      prose = new ArrayList<>(prose.subList(0, 8));
      prose.addAll(lines(own.nextInt(earlier), 16).subList(0, 8));
    }
    for (int stock = own.nextInt(3); stock > 0; stock--) {
      prose.add(STOCK.get(own.nextInt(STOCK.size())));
    }
    return prose;
  }

  /** The lines of one of four jobs. */
  private static List<String> ofJob(List<String> prose, int job) {
    int each = (prose.size() + 3) / 4;
    return prose.stream().skip((long) each * job).limit(each).toList();
  }

  private String text(int i) {
    SplittableRandom own = new SplittableRandom(i + 5L);
    List<String> prose = prose(i);
    StringBuilder text = new StringBuilder(2500);
    text.append(name(i))
        .append("\nm")
        .append(i)
        .append("@mail.example\nPortland, OR\n\nEXPERIENCE\n");
    int year = 2012 + own.nextInt(4);
    for (int job = 0; job < 4; job++) {
      text.append("Software Engineer, ").append(word(own)).append(' ').append(word(own));
      text.append(", March ").append(year + 2 * job);
      text.append(" – February ").append(year + 2 * job + 2).append('\n');
      ofJob(prose, job).forEach(line -> text.append("• ").append(line).append('\n'));
    }
    text.append("\nEDUCATION\nBSc Informatics, ")
        .append(word(own))
        .append(" University, 2006 – 2010\n");
    return text.append("\nSKILLS\nJava, Kubernetes, PostgreSQL, React, Python, Kafka\n").toString();
  }

  private String json(int i) {
    SplittableRandom own = new SplittableRandom(i + 5L);
    List<String> prose = prose(i);
    int year = 2012 + own.nextInt(4);
    List<Map<String, Object>> work = new ArrayList<>();
    for (int job = 0; job < 4; job++) {
      work.add(
          Map.of(
              "name",
              word(own),
              "position",
              "Software Engineer",
              "startDate",
              year + 2 * job + "-03",
              "endDate",
              year + 2 * job + 2 + "-02",
              "highlights",
              ofJob(prose, job)));
    }
    Map<String, Object> basics =
        Map.of(
            "name", name(i),
            "email", "m" + i + "@mail.example",
            "location", Map.of("city", "Portland", "countryCode", "US"));
    return Json.line(
        Map.of("basics", basics, "work", work, "skills", List.of(Map.of("name", "Kubernetes"))));
  }

  private String name(int i) {
    SplittableRandom own = new SplittableRandom(i * 31L + 7);
    String first = word(own);
    String last = word(own) + word(own);
    return capital(first) + " " + capital(last);
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private List<String> lines(int i, int count) {
    SplittableRandom own = new SplittableRandom(i * 17L + 3);
    List<String> lines = new ArrayList<>();
    for (int l = 0; l < count; l++) {
      StringBuilder line = new StringBuilder();
      for (int w = 10 + own.nextInt(5); w > 0; w--) {
        line.append(line.isEmpty() ? "" : " ").append(word(own));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** A word with the frequency of its rank. */
  private String word(SplittableRandom random) {
    return words[(int) StrictMath.pow(WORDS, random.nextDouble()) - 1];
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.delete(path);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
