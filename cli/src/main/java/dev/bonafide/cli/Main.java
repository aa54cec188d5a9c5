package dev.bonafide.cli;

import dev.bonafide.engine.OutFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line. */
@Command(
    name = "bonafide",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionProvider.class,
    description =
        "Is the person we hired the person at the keyboard? Reads a folder of logs, gives a ranked"
            + " and explained list of people. It never decides: a score is a reason to ask.",
    subcommands = {
      Analyze.class,
      Demo.class,
      Simulate.class,
      Evaluate.class,
      Measure.class,
      Calibrate.class,
      ScreenApplicants.class,
      InterviewCheck.class,
      Read.class,
      Who.class,
      SourceList.class,
      IndicatorList.class,
      Resolve.class,
      Names.class,
      LinkPeople.class,
      Why.class,
      WhyNot.class,
      How.class,
      WhoElse.class
    },
    footer = {
      "",
      "Start with: bonafide demo",
      "Exit codes: 0 nobody over the review line, 1 people to review, 2 wrong usage,",
      "3 nothing could be assessed (or a rejected file under --strict), 70 our own fault."
    })
public final class Main implements Runnable {
  /** Says which version this is. */
  static final class VersionProvider implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Bonafide " + dev.bonafide.engine.Version.NUMBER};
    }
  }

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  Main() {}

  public static void main(String[] args) {
    Screen screen = Screen.ofSystem();
    int code = run(screen, args);
    screen.flush();
    System.exit(code);
  }

  /** Runs one command and returns its exit code; nothing is thrown. */
  static int run(Screen screen, String... args) {
    try {
      return commandLine(screen).execute(args);
    } catch (Throwable e) {
      return fault(screen, e);
    }
  }

  private static CommandLine commandLine(Screen screen) {
    CommandLine line =
        new CommandLine(
            new Main(),
            new CommandLine.IFactory() {
              @Override
              public <K> K create(Class<K> type) throws Exception {
                Object made = Commands.create(type, screen);
                return made != null ? type.cast(made) : CommandLine.defaultFactory().create(type);
              }
            });
    line.setOut(new PrintWriter(screen.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(screen.err(), true, StandardCharsets.UTF_8));
    line.setUsageHelpWidth(Math.max(60, Math.min(screen.width(), 120)));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            screen.color() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.setParameterExceptionHandler((e, a) -> usage(screen, e));
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          if (e instanceof Usage) {
            screen.say("bonafide: " + e.getMessage());
            return Exit.USAGE;
          }
          if (e instanceof OutFolder.Unwritable) {
            screen.say("bonafide: " + e.getMessage());
            return Exit.FAULT;
          }
          return fault(screen, e);
        });
    return line;
  }

  private static int usage(Screen screen, ParameterException e) {
    screen.say("bonafide: " + e.getMessage());
    screen.say("try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return Exit.USAGE;
  }

  /** One sentence for the user, the details in a file for us. */
  private static int fault(Screen screen, Throwable e) {
    StringBuilder details = new StringBuilder("Bonafide " + dev.bonafide.engine.Version.NUMBER);
    details.append(", Java ").append(System.getProperty("java.version")).append("\n\n");
    java.io.StringWriter trace = new java.io.StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    details.append(trace);
    String where;
    try {
      Path file = Files.createTempFile("bonafide-fault-", ".txt");
      Files.writeString(file, details, StandardCharsets.UTF_8);
      where = "details in " + file;
    } catch (IOException nowhere) {
      where = details.toString();
    }
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String what =
        cause instanceof OutOfMemoryError
            ? "ran out of memory; BONAFIDE_JAVA_OPTS=-Xmx8g gives it more"
            : "a fault of this program: "
                + cause.getClass().getSimpleName()
                + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    screen.say("bonafide: " + what + "; " + where);
    return Exit.FAULT;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "a command is missing");
    }
  }
}
