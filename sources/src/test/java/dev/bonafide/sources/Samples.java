package dev.bonafide.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Real log files of many vendors, beside the repository where they are present. */
final class Samples {
  private Samples() {}

  /** The folder of samples; null, and said aloud, when it is not there. */
  static @Nullable Path folder(String test) {
    String given = System.getProperty("bonafide.shared");
    Path shared = given == null ? above() : Path.of(given);
    if (shared == null || !Files.isDirectory(shared.resolve("samples"))) {
      System.out.println(
          "SKIPPED: " + test + " needs the real samples, which are not beside this repository");
      return null;
    }
    return shared.resolve("samples");
  }

  private static @Nullable Path above() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("shared/DESIGN.md"))) {
        return at.resolve("shared");
      }
    }
    return null;
  }

  static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("_licences"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
