package dev.bonafide.sources;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A source whose whole meaning is in a mapping file beside its class. */
public class MappedSource implements Source {
  private final Source mapping;

  /**
   * Reads the mapping {@code file} that lies beside this class.
   *
   * @throws IllegalStateException when it is missing or wrong, which the build's tests would have
   *     told
   */
  protected MappedSource(String file) {
    try (InputStream in = getClass().getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no mapping " + file + " beside " + getClass().getName());
      }
      mapping =
          switch (MappingFile.read(file, in.readAllBytes())) {
            case MappingFile.Good good -> good.source();
            case MappingFile.Wrong wrong ->
                throw new IllegalStateException(String.join("\n", wrong.problems()));
          };
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public SourceCard card() {
    return mapping.card();
  }

  @Override
  public Fields fields() {
    return mapping.fields();
  }

  @Override
  public Signature signature() {
    return mapping.signature();
  }

  @Override
  public Interpreter interpreter(ReadOptions options) {
    return mapping.interpreter(options);
  }
}
