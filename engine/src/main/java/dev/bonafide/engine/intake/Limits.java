package dev.bonafide.engine.intake;

/**
 * Bounds that keep one hostile or broken file from ending a run.
 *
 * @param recordBytes largest record; a larger one is rejected by name and skipped
 * @param depth how deep packed files may lie in each other
 * @param freeBytes unpacked bytes of one file below which the ratio is not looked at
 * @param ratio unpacked bytes a packed byte above which a file is taken for a bomb. Deflate reaches
 *     1,032 at most; real logs rarely pass 100
 * @param entries most entries read of one archive
 * @param accounts most accounts that all files may name together; the most crowded files are set
 *     aside by name where there are more
 */
public record Limits(
    int recordBytes, int depth, long freeBytes, int ratio, int entries, long accounts) {
  /** Of a month in several sources, with all that is found: pages, texts, findings. */
  private static final long BYTES_OF_ACCOUNT = 10_000;

  public static final Limits DEFAULT =
      new Limits(
          64 << 20,
          3,
          512L << 20,
          250,
          100_000,
          Runtime.getRuntime().maxMemory() / BYTES_OF_ACCOUNT);
}
