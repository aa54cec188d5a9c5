package dev.bonafide.engine;

import dev.bonafide.engine.privacy.Key;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folder with what a run found. Each file appears whole or not at all: everything is written
 * beside its place first, then moved there, the findings last.
 */
public final class OutFolder {
  public static final String FINDINGS = "findings.json";
  public static final String EVIDENCE = "evidence.ndjson";
  public static final String BACKGROUND = "background.ndjson";
  public static final String QUALITY = "quality.json";
  public static final String REPORT = "report.html";
  public static final String VAULT = "vault.bin";
  public static final String OCSF = "ocsf.ndjson";
  public static final String LINKS = "links.json";
  public static final String JUDGEMENTS = "judgements.ndjson";
  public static final String AUDIT = "audit.ndjson";

  private final Path folder;

  public OutFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes everything.
   *
   * @param report the report's page
   */
  public void write(Results results, String report, Key key) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(EVIDENCE, Json.lines(results.evidence()));
    files.put(BACKGROUND, Json.lines(results.background()));
    files.put(QUALITY, Json.document(results.quality()));
    files.put(REPORT, report.getBytes(StandardCharsets.UTF_8));
    files.put(OCSF, Json.lines(OcsfFinding.of(results.findings())));
    files.put(VAULT, results.vault().lock(key));
    files.put(LINKS, Json.document(results.links()));
    files.put(FINDINGS, Json.document(results.findings()));
    write(files);
  }

  /** Writes only who is tied to whom, and the names behind it. */
  public void writeLinks(Results results, Key key) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(VAULT, results.vault().lock(key));
    files.put(LINKS, Json.document(results.links()));
    write(files);
  }

  private void write(Map<String, byte[]> files) throws IOException {
    Files.createDirectories(folder);
    List<Path> written = new ArrayList<>();
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path beside = folder.resolve("." + file.getKey() + ".new");
        written.add(beside);
        Files.write(beside, file.getValue());
      }
      for (String name : files.keySet()) {
        move(folder.resolve("." + name + ".new"), folder.resolve(name));
      }
    } finally {
      for (Path beside : written) {
        Files.deleteIfExists(beside);
      }
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** What somebody did with the results: kept for ever, only added to. */
  public record Audited(Instant at, String action, @Nullable String reason, List<String> people) {}

  /** Adds a line to the audit. */
  public void audit(Audited audited) throws IOException {
    Files.createDirectories(folder);
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("at", audited.at().toString());
    line.put("action", audited.action());
    if (audited.reason() != null) {
      line.put("reason", audited.reason());
    }
    line.put("people", audited.people());
    Files.writeString(
        folder.resolve(AUDIT),
        Json.line(line) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  public Path path(String name) {
    return folder.resolve(name);
  }
}
