package dev.bonafide.bench;

import dev.bonafide.engine.tables.TableFile;
import dev.bonafide.engine.tables.Unreadable;
import dev.bonafide.linking.records.Quality;
import dev.bonafide.linking.rings.Hold;
import dev.bonafide.linking.rings.Persona;
import dev.bonafide.linking.rings.Rings;
import dev.bonafide.linking.rings.Sort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Operators and rings on personas with a known truth. */
final class RingsBench {
  /** Pairwise F1 of operators and rings; precision and recall of ring personas; seconds. */
  record Result(double operator, double ring, double precision, double recall, double seconds) {}

  static Result run(Path data) throws IOException, Unreadable {
    List<Persona> personas = personas(data.resolve("rings-dev/personas.jsonl.gz"));
    Map<String, List<String>> truth = new HashMap<>();
    try (TableFile rows = TableFile.open(data.resolve("rings-dev/truth.csv"))) {
      rows.next();
      for (TableFile.Row row = rows.next(); row != null; row = rows.next()) {
        truth.put(row.cells().get(0), row.cells());
      }
    }
    long began = System.nanoTime();
    Rings rings = Rings.of(personas, Rings.Rhythm.UNKNOWN, List.of());
    double seconds = (System.nanoTime() - began) / 1e9;
    Set<String> caught = new HashSet<>();
    for (Rings.Cluster cluster : rings.clusters(Sort.Level.RING)) {
      if (cluster.members().size() >= 3) {
        caught.addAll(cluster.members());
      }
    }
    long right =
        caught.stream().filter(id -> truth.getOrDefault(id, List.of()).contains("ring")).count();
    long real = truth.values().stream().filter(t -> t.get(3).equals("ring")).count();
    return new Result(
        f1(rings, Sort.Level.OPERATOR, truth, 1),
        f1(rings, Sort.Level.RING, truth, 2),
        right / (double) Math.max(1, caught.size()),
        right / (double) Math.max(1, real),
        seconds);
  }

  private static double f1(
      Rings rings, Sort.Level level, Map<String, List<String>> truth, int column) {
    Map<String, Long> real = new HashMap<>();
    Map<String, Long> found = new HashMap<>();
    Map<String, Long> both = new HashMap<>();
    for (String id : rings.personas()) {
      String of = truth.getOrDefault(id, List.of("", "", "", "")).get(column);
      String in = rings.cluster(level, id);
      real.merge(of, 1L, Long::sum);
      found.merge(String.valueOf(in), 1L, Long::sum);
      both.merge(of + "/" + in, 1L, Long::sum);
    }
    double right = pairs(both);
    return Quality.f1(right, pairs(found), pairs(real));
  }

  private static double pairs(Map<String, Long> sizes) {
    return sizes.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
  }

  private static List<Persona> personas(Path file) throws IOException {
    List<Persona> personas = new ArrayList<>();
    JsonMapper json = JsonMapper.builder().build();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode of = json.readTree(line);
        Set<Hold> holds = new HashSet<>();
        add(holds, Sort.MAIL, of.path("email"));
        add(holds, Sort.VOUCH, of.path("email"));
        add(holds, Sort.PHONE, of.path("phone"));
        add(holds, Sort.BANK, of.path("bank_account"));
        add(holds, Sort.SHIP_TO, of.path("ship_to"));
        add(holds, Sort.DEVICE, of.path("device_serial"));
        add(holds, Sort.HANDLE, of.path("handle"));
        add(holds, Sort.PHOTO, of.path("photo_phash"));
        of.path("login_ips").forEach(ip -> add(holds, Sort.EGRESS, ip));
        of.path("references").forEach(r -> add(holds, Sort.VOUCH, r.path("email")));
        for (String sentence : of.path("resume").asString("").split(" \\. ")) {
          String plain = sentence.toLowerCase(Locale.ROOT).replaceAll("[0-9%]+", "").strip();
          if (plain.length() > 30) {
            holds.add(new Hold(Sort.TEXT, plain));
          }
        }
        personas.add(
            Persona.of(
                of.path("id").asString(""),
                of.path("home_address").asString("").toLowerCase(Locale.ROOT),
                holds));
      }
    }
    return personas;
  }

  private static void add(Set<Hold> holds, Sort sort, JsonNode value) {
    String text = value.asString("").strip().toLowerCase(Locale.ROOT);
    if (!text.isEmpty()) {
      holds.add(new Hold(sort, text));
    }
  }
}
