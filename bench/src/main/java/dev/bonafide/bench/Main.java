package dev.bonafide.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Measurements, each a command: {@code ./bonafide bench NAME}. Ratios of one run on one machine.
 */
@Command(
    name = "bonafide bench",
    mixinStandardHelpOptions = true,
    description = "Measures, always against something: ratios of one run on one machine.",
    subcommands = {DuckdbRace.class},
    footer = {"", "Exit codes: 0 measured, 2 wrong usage, 70 a measurement failed."})
public final class Main implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  public static void main(String[] args) {
    CommandLine line = new CommandLine(new Main());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          command.getErr().println("bonafide bench: " + e.getMessage());
          return 70;
        });
    System.exit(line.execute(args));
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a measurement is missing");
  }
}
