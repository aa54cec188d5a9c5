package dev.bonafide.sources;

/**
 * A log source: what it looks for in a record, how a record of it is recognised, and what the
 * record means. Registered with {@code @AutoService(Source.class)}, one folder each; most are a
 * {@link MappedSource}.
 */
public interface Source {
  /** What it is. */
  SourceCard card();

  /** The fields that it looks for. */
  Fields fields();

  /** What makes a record one of this source. */
  Signature signature();

  /** Makes what turns its records into readings, for one reader. */
  Interpreter interpreter(ReadOptions options);
}
