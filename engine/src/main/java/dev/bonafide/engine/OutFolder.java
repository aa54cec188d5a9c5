package dev.bonafide.engine;

import dev.bonafide.engine.intake.Walk;
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
import java.util.Collection;
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

  /** The results could not be written. The message says what to do. */
  public static final class Unwritable extends IOException {
    private static final long serialVersionUID = 1;

    private Unwritable(String message, IOException cause) {
      super(message, cause);
    }
  }

  /**
   * Writes everything.
   *
   * @param report the report's page
   * @throws Unwritable when there is no room or no right to write; what an earlier run left is then
   *     unchanged
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
        try {
          Files.write(beside, file.getValue());
        } catch (IOException e) {
          throw unwritable(file.getKey(), files.values(), e);
        }
      }
      for (String name : files.keySet()) {
        move(folder.resolve("." + name + ".new"), folder.resolve(name));
      }
    } finally {
      written.forEach(OutFolder::discard);
    }
  }

  private Unwritable unwritable(String name, Collection<byte[]> all, IOException e)
      throws IOException {
    long needed = all.stream().mapToLong(bytes -> bytes.length).sum();
    long free = Files.getFileStore(folder).getUsableSpace();
    return new Unwritable(
        name
            + " could not be written: "
            + Walk.reason(e)
            + ". The results take "
            + mebibytes(needed)
            + ", and "
            + mebibytes(free)
            + " are free in "
            + folder
            + ". What it held before is unchanged; make room or name another folder with --out",
        e);
  }

  /** What can't be removed stays in no reader's way and is written over by the next run. */
  private static void discard(Path beside) {
    try {
      Files.deleteIfExists(beside);
    } catch (IOException stays) {
      beside.toFile().deleteOnExit();
    }
  }

  private static String mebibytes(long bytes) {
    return ((bytes + (1 << 20) - 1) >> 20) + " MiB";
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
