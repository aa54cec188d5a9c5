package dev.bonafide.engine;

import dev.bonafide.engine.privacy.Key;
import dev.bonafide.engine.privacy.Vault;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What an {@link OutFolder} holds, read back.
 *
 * @param id hash of what was found: equal for runs that found the same of the same people
 * @param vault as it was locked, in base 64; null where there is none
 * @param links who is tied to whom; null where the folder does not say
 */
public record Outputs(
    String id,
    Findings findings,
    List<EvidenceLine> evidence,
    List<Background> background,
    Quality quality,
    @Nullable String vault,
    @Nullable Links links) {

  /** The folder does not hold a whole result; the message says what is wrong with which file. */
  public static final class Incomplete extends Exception {
    private static final long serialVersionUID = 1;

    Incomplete(String message) {
      super(message);
    }
  }

  /** Reads a folder that {@code analyze} wrote. */
  public static Outputs read(Path folder) throws IOException, Incomplete {
    OutFolder out = new OutFolder(folder);
    MessageDigest hash = sha256();
    Findings findings = document(out.path(OutFolder.FINDINGS), Findings.class, null);
    // The run's own block may differ between equal runs: all but its last day.
    hash.update(Json.document(withoutRun(findings)));
    List<EvidenceLine> evidence = lines(out.path(OutFolder.EVIDENCE), EvidenceLine.class, hash);
    List<Background> background = lines(out.path(OutFolder.BACKGROUND), Background.class, hash);
    Quality quality = document(out.path(OutFolder.QUALITY), Quality.class, hash);
    Path vault = out.path(OutFolder.VAULT);
    Path links = out.path(OutFolder.LINKS);
    return new Outputs(
        HexFormat.of().formatHex(hash.digest(), 0, 16),
        findings,
        evidence,
        background,
        quality,
        Files.isRegularFile(vault)
            ? Base64.getEncoder().encodeToString(Files.readAllBytes(vault))
            : null,
        Files.isRegularFile(links) ? document(links, Links.class, null) : null);
  }

  /** The same of a run that was just made in this process. */
  public static Outputs of(Results results, Key key) {
    MessageDigest hash = sha256();
    hash.update(Json.document(withoutRun(results.findings())));
    hash.update(Json.lines(results.evidence()));
    hash.update(Json.lines(results.background()));
    hash.update(Json.document(results.quality()));
    Vault vault = results.vault();
    return new Outputs(
        HexFormat.of().formatHex(hash.digest(), 0, 16),
        results.findings(),
        results.evidence(),
        results.background(),
        results.quality(),
        Base64.getEncoder().encodeToString(vault.lock(key)),
        results.links());
  }

  private static Findings withoutRun(Findings findings) {
    Findings.Run run = findings.bonafide();
    return new Findings(
        new Findings.Run("", run.catalogueHash(), "", run.asOf(), List.of(), 0),
        findings.people(),
        findings.accounts(),
        findings.applicants(),
        findings.clusters(),
        findings.reviewLine());
  }

  private static <T> T document(Path file, Class<T> type, @Nullable MessageDigest hash)
      throws IOException, Incomplete {
    if (!Files.isRegularFile(file)) {
      throw missing(file);
    }
    byte[] json = Files.readAllBytes(file);
    if (hash != null) {
      hash.update(json);
    }
    try {
      return Json.read(json, type);
    } catch (JacksonException e) {
      throw unreadable(file, e);
    }
  }

  private static <T> List<T> lines(Path file, Class<T> type, MessageDigest hash)
      throws IOException, Incomplete {
    if (!Files.isRegularFile(file)) {
      throw missing(file);
    }
    List<T> all = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        hash.update((line + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        all.add(Json.read(line, type));
      }
    } catch (JacksonException e) {
      throw unreadable(file, e);
    }
    return all;
  }

  private static Incomplete missing(Path file) {
    return new Incomplete(
        file.getFileName()
            + " is missing: expected the --out folder of an analyze of this version; run it again");
  }

  private static Incomplete unreadable(Path file, JacksonException e) {
    return new Incomplete(
        file.getFileName()
            + " can't be read ("
            + e.getOriginalMessage()
            + "): it was written by another version or changed; run analyze again");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
