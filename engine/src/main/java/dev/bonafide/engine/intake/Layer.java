package dev.bonafide.engine.intake;

/** One wrapping that has to be opened on the way to a content. */
sealed interface Layer {
  record Gzip() implements Layer {}

  record Zstd() implements Layer {}

  /** The n-th entry of a zip archive, in the order in which it is listed, from 0. */
  record Zip(int entry) implements Layer {}
}
