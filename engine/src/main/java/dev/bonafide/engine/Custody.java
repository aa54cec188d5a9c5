package dev.bonafide.engine;

import dev.bonafide.engine.intake.Walk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The SHA-256 of whole input files, so that anybody can show later that they are the same. */
final class Custody {
  private Custody() {}

  /** By path; a file that can't be read has none, and is named elsewhere. */
  static Map<Path, String> hashes(List<Walk.Found> files, int threads) {
    List<String> hashes = Team.each(threads, files, Custody::hash, done -> {});
    Map<Path, String> all = new HashMap<>();
    for (int i = 0; i < files.size(); i++) {
      if (!hashes.get(i).isEmpty()) {
        all.put(files.get(i).path(), hashes.get(i));
      }
    }
    return all;
  }

  private static String hash(Walk.Found file) {
    try (InputStream in = Files.newInputStream(file.path())) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] block = new byte[1 << 18];
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        digest.update(block, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException unreadable) {
      return "";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
