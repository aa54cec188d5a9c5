package dev.bonafide.server;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that need a store. Everything else is in the room cli. */
@Command(
    name = "bonafide",
    mixinStandardHelpOptions = true,
    description = "The console and what belongs to it.",
    subcommands = {
      Serve.class,
      StoreCommands.Import.class,
      StoreCommands.Backup.class,
      StoreCommands.Restore.class,
      StoreCommands.Migrate.class,
      AuditCommand.class
    })
final class Main {
  /** Exit codes are those of the command line: 2 usage, 3 data, 70 a fault of ours. */
  static final int USAGE = 2;

  static final int DATA = 3;
  static final int FAULT = 70;

  /** Something the user can put right; only its message is shown. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int exit;

    Refused(int exit, String message) {
      super(message);
      this.exit = exit;
    }
  }

  private Main() {}

  public static void main(String[] args) {
    int exit = commandLine().execute(args);
    if (exit != 0) {
      System.exit(exit);
    }
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler(
        (e, args) -> {
          e.getCommandLine().getErr().println("bonafide: " + e.getMessage());
          return USAGE;
        });
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          if (e instanceof Refused refused) {
            command.getErr().println("bonafide: " + refused.getMessage());
            return refused.exit;
          }
          e.printStackTrace(command.getErr());
          command.getErr().println("bonafide: a fault of this program; please report it");
          return FAULT;
        });
    return line;
  }
}
