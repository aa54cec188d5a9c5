package dev.bonafide.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One process, from its start to its end, and what it took.
 *
 * @param wall seconds
 * @param cpu seconds of all cores, as /proc tells until the process ends; an error of one look
 * @param peak greatest resident memory in MiB
 */
record Measured(double wall, double cpu, double peak, int exit, String lastLine) {
  private static final long LOOK_MILLIS = 10;

  /** The kernel counts time of processes in hundredths of a second. */
  private static final double TICK = 0.01;

  /**
   * Runs a command to its end.
   *
   * @param folder for what it prints
   * @param greatestExit the greatest exit code of a run that worked
   */
  static Measured run(List<String> command, Path folder, int greatestExit)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    long began = System.nanoTime();
    Process process = builder.start();
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    double cpu = 0;
    double peak = 0;
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      cpu = Math.max(cpu, cpu(proc));
      peak = Math.max(peak, peak(proc));
    }
    double wall = (System.nanoTime() - began) / 1e9;
    List<String> lines = Files.readAllLines(out, StandardCharsets.UTF_8);
    int exit = process.exitValue();
    if (exit > greatestExit) {
      throw new IOException(
          String.join(" ", command)
              + " ended with "
              + exit
              + ":\n"
              + Files.readString(err, StandardCharsets.UTF_8));
    }
    Files.delete(out);
    Files.delete(err);
    return new Measured(wall, cpu, peak, exit, lines.isEmpty() ? "" : lines.getLast());
  }

  /** Own time and that of children that ended; 0 once the process is gone. */
  private static double cpu(Path proc) {
    try {
      String stat = Files.readString(proc.resolve("stat"), StandardCharsets.US_ASCII);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int i = 11; i <= 14; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      return ticks * TICK;
    } catch (IOException gone) {
      return 0;
    }
  }

  private static double peak(Path proc) {
    try {
      for (String line : Files.readAllLines(proc.resolve("status"), StandardCharsets.UTF_8)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
        }
      }
      return 0;
    } catch (IOException gone) {
      return 0;
    }
  }
}
