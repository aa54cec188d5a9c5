package dev.bonafide.server;

import dev.bonafide.engine.Analysis;
import dev.bonafide.indicators.Catalogue;
import dev.bonafide.store.Store;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the store is: options that several commands share. */
final class Data {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "folder of the store (default: bonafide-data)")
  private Path folder = Path.of("bonafide-data");

  @Option(
      names = "--store",
      paramLabel = "URL",
      description =
          "a PostgreSQL database, e.g. jdbc:postgresql://localhost/bonafide; user and password from"
              + " BONAFIDE_DB_USER and BONAFIDE_DB_PASSWORD")
  private @Nullable String url;

  Store open(Map<String, String> env) {
    try {
      return Store.open(place(env), Analysis.cards(Catalogue.builtIn()).values());
    } catch (Store.Unusable e) {
      throw new Main.Refused(Main.DATA, String.valueOf(e.getMessage()));
    }
  }

  Store.Place place(Map<String, String> env) {
    if (url == null) {
      return new Store.File(file());
    }
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new Main.Refused(
          Main.USAGE, "--store takes jdbc:postgresql://host/database; without it SQLite is used");
    }
    if (url.toLowerCase(java.util.Locale.ROOT).contains("password=")) {
      throw new Main.Refused(
          Main.USAGE,
          "a password does not belong on the command line, others can see it: put it into"
              + " BONAFIDE_DB_PASSWORD");
    }
    return new Store.Server(
        url,
        env.getOrDefault("BONAFIDE_DB_USER", "bonafide"),
        env.getOrDefault("BONAFIDE_DB_PASSWORD", ""));
  }

  /** Where the analysis of a folder of logs is written. */
  Path beside(Path logs) {
    Path name = logs.toAbsolutePath().normalize().getFileName();
    return folder.resolve("results").resolve(name == null ? Path.of("logs") : name);
  }

  /** The SQLite file. */
  Path file() {
    return folder.resolve("bonafide.db");
  }
}
