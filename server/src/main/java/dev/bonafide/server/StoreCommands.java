package dev.bonafide.server;

import dev.bonafide.engine.Json;
import dev.bonafide.engine.OutFolder;
import dev.bonafide.engine.Outputs;
import dev.bonafide.engine.applications.ScreeningFindings;
import dev.bonafide.store.Act;
import dev.bonafide.store.Runs;
import dev.bonafide.store.Screenings;
import dev.bonafide.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;

/** Commands that only touch the store. */
final class StoreCommands {
  private static final String SCREENING = "screening.json";

  /** A folder with one of these was written by this program. */
  private static final List<String> RESULTS =
      List.of(
          SCREENING,
          OutFolder.FINDINGS,
          OutFolder.EVIDENCE,
          OutFolder.BACKGROUND,
          OutFolder.QUALITY,
          OutFolder.LINKS);

  private StoreCommands() {}

  /**
   * Takes in what a folder holds: the result of an analysis, of a screening, or both. Any other
   * folder is taken for logs: they are analysed first, beside the store.
   *
   * @return what was done, in words
   */
  static List<String> take(Store store, Data data, Path folder) {
    return Files.isDirectory(folder)
            && RESULTS.stream().noneMatch(f -> Files.exists(folder.resolve(f)))
        ? take(store, analysed(folder, data.beside(folder), System.getenv()))
        : take(store, folder);
  }

  /** Runs {@code analyze} as a command: its key, its options and its progress are its own. */
  private static Path analysed(Path logs, Path out, Map<String, String> env) {
    String launcher = env.get("BONAFIDE_LAUNCHER");
    if (launcher == null) {
      throw new Main.Refused(
          Main.DATA,
          logs + " holds no result; analyze it first: ./bonafide analyze " + logs + " --out OUT");
    }
    try {
      int exit =
          new ProcessBuilder(launcher, "analyze", logs.toString(), "--out", out.toString())
              .inheritIO()
              .start()
              .waitFor();
      // 1 says that somebody is over the line.
      if (exit > 1) {
        throw new Main.Refused(Main.DATA, logs + " could not be analysed; nothing was imported");
      }
      return out;
    } catch (IOException e) {
      throw new Main.Refused(Main.DATA, launcher + " can't be started: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Main.Refused(Main.DATA, "interrupted; nothing was imported");
    }
  }

  private static List<String> take(Store store, Path folder) {
    Act act = new Act("(import)", Instant.now());
    List<String> said = new ArrayList<>();
    try {
      Path screening = folder.resolve(SCREENING);
      boolean screened = Files.isRegularFile(screening);
      if (screened) {
        ScreeningFindings findings =
            Json.read(Files.readAllBytes(screening), ScreeningFindings.class);
        Screenings.Imported imported = store.screenings().add(findings, act);
        said.add(words(folder, imported.isNew(), imported.applications(), "applications"));
      }
      if (!screened || Files.exists(folder.resolve(OutFolder.FINDINGS))) {
        Runs.Imported imported = store.runs().add(Outputs.read(folder), act);
        said.add(words(folder, imported.isNew(), imported.people(), "people"));
      }
      return said;
    } catch (Outputs.Incomplete e) {
      throw new Main.Refused(Main.DATA, folder + ": " + e.getMessage());
    } catch (JacksonException e) {
      throw new Main.Refused(
          Main.DATA,
          folder.resolve(SCREENING)
              + " can't be read: it was written by another version or changed; screen again");
    } catch (IOException e) {
      throw new Main.Refused(Main.DATA, folder + " can't be read: " + e.getMessage());
    }
  }

  private static String words(Path folder, boolean isNew, int count, String what) {
    return isNew
        ? folder + ": " + count + " " + what + " imported"
        : folder + ": its " + what + " are in the store already, nothing changed";
  }

  /** {@code import}. */
  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description =
          "Takes the result of an analyze or a screen into the store, or logs, which are analysed"
              + " first; a second time changes nothing.")
  static final class Import implements Callable<Integer> {
    @Mixin private Data data = new Data();

    @Parameters(
        arity = "1..*",
        paramLabel = "OUT",
        description = "the --out of an analyze or a screen, or a folder of logs")
    private List<Path> folders = new ArrayList<>();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      try (Store store = data.open(System.getenv())) {
        for (Path folder : folders) {
          take(store, data, folder).forEach(spec.commandLine().getErr()::println);
        }
      }
      return 0;
    }
  }

  /** {@code backup}. */
  @Command(
      name = "backup",
      mixinStandardHelpOptions = true,
      description = "Copies a SQLite store to a file, also while it is in use.")
  static final class Backup implements Callable<Integer> {
    @Mixin private Data data = new Data();

    @Parameters(paramLabel = "FILE", description = "where to; it must not be there yet")
    private Path file = Path.of("");

    @Override
    public Integer call() {
      try (Store store = data.open(System.getenv())) {
        store.backup(file);
      } catch (IOException e) {
        throw new Main.Refused(Main.DATA, String.valueOf(e.getMessage()));
      }
      return 0;
    }
  }

  /** {@code restore}. */
  @Command(
      name = "restore",
      mixinStandardHelpOptions = true,
      description = "Puts a backup where no store is yet.")
  static final class Restore implements Callable<Integer> {
    @Mixin private Data data = new Data();

    @Parameters(paramLabel = "FILE", description = "a backup")
    private Path file = Path.of("");

    @Override
    public Integer call() {
      try {
        Store.restore(file, data.file());
        data.open(System.getenv()).close();
      } catch (IOException e) {
        throw new Main.Refused(Main.DATA, String.valueOf(e.getMessage()));
      }
      return 0;
    }
  }

  /** {@code migrate}. */
  @Command(
      name = "migrate",
      mixinStandardHelpOptions = true,
      description = "Brings the tables of a store up to this version; serve does so by itself.")
  static final class Migrate implements Callable<Integer> {
    @Mixin private Data data = new Data();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      try (Store store = data.open(System.getenv())) {
        spec.commandLine().getErr().println("tables of version " + store.schemaVersion());
      }
      return 0;
    }
  }
}
