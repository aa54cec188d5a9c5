package dev.bonafide.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./bonafide bench NAME}: measures, and prints tables. Compare figures of one run only. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures Bonafide on this machine. Compare figures of one run only.",
    subcommands = {
      ConsoleBench.class,
      DuckdbRace.class,
      ParseBench.class,
      FuzzBench.class,
      LinkingBench.class,
      LookbackBench.class
    })
public final class Main {
  Main() {}

  public static void main(String[] args) {
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    int code = new CommandLine(new Main()).execute(args);
    System.out.flush();
    System.exit(code);
  }
}
