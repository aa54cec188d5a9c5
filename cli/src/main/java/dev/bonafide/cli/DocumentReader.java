package dev.bonafide.cli;

import dev.bonafide.engine.applications.ChildExtractor;
import dev.bonafide.engine.applications.Extractor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The reader of PDF, Word and HTML: a room that the launcher builds when the first such document is
 * met, because its libraries weigh more than all others together.
 */
final class DocumentReader {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private DocumentReader() {}

  static Extractor extractor() {
    return new ChildExtractor(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        DocumentReader::classPath,
        LIMIT,
        Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors())));
  }

  private static String classPath() throws IOException {
    String given = System.getProperty("bonafide.extraction", "");
    if (!given.isEmpty()) {
      return given;
    }
    String launcher = System.getenv().getOrDefault("BONAFIDE_LAUNCHER", "");
    if (launcher.isEmpty()) {
      throw new IOException("start this program with ./bonafide, which builds it");
    }
    Process build =
        new ProcessBuilder(launcher, "--class-path", "extraction")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    build.getOutputStream().close();
    String path = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      if (build.waitFor() != 0 || path.isEmpty()) {
        throw new IOException("it could not be built");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the build was interrupted", e);
    }
    return path;
  }
}
