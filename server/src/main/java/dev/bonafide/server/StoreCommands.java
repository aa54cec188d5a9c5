package dev.bonafide.server;

import dev.bonafide.engine.Outputs;
import dev.bonafide.store.Act;
import dev.bonafide.store.Runs;
import dev.bonafide.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commands that only touch the store. */
final class StoreCommands {
  private StoreCommands() {}

  /** Takes in a result. */
  static Runs.Imported take(Store store, Path folder) {
    try {
      return store.runs().add(Outputs.read(folder), new Act("(import)", Instant.now()));
    } catch (Outputs.Incomplete e) {
      throw new Main.Refused(Main.DATA, folder + ": " + e.getMessage());
    } catch (IOException e) {
      throw new Main.Refused(Main.DATA, folder + " can't be read: " + e.getMessage());
    }
  }

  static String words(Path folder, Runs.Imported imported) {
    return imported.isNew()
        ? folder + ": " + imported.people() + " people imported"
        : folder + ": is in the store already, nothing changed";
  }

  /** {@code import}. */
  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = "Takes the result of an analyze into the store; a second time changes nothing.")
  static final class Import implements Callable<Integer> {
    @Mixin private Data data = new Data();

    @Parameters(arity = "1..*", paramLabel = "OUT", description = "the --out of an analyze")
    private List<Path> folders = new ArrayList<>();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      try (Store store = data.open(System.getenv())) {
        for (Path folder : folders) {
          spec.commandLine().getErr().println(words(folder, take(store, folder)));
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
