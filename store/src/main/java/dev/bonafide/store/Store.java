package dev.bonafide.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.bonafide.engine.Reassessment;
import dev.bonafide.model.Card;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The store: one object for each thing that it keeps. What a method has returned from is on disk;
 * everything that changes something writes its audit line in the same transaction. Safe for use by
 * many threads.
 */
public final class Store implements AutoCloseable {
  /** Where the database is. */
  public sealed interface Place {}

  /** A SQLite file; it is made when it is not there. */
  public record File(Path path) implements Place {}

  /**
   * A PostgreSQL database.
   *
   * @param url {@code jdbc:postgresql://host/database}, without a password
   */
  public record Server(String url, String user, String password) implements Place {
    @Override
    public String toString() {
      return url;
    }
  }

  /** The store can't be opened; the message says what to do. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  private final Place place;
  private final HikariDataSource source;
  private final DSLContext db;
  private final ReentrantLock writing = new ReentrantLock();
  private final Collection<Card> cards;

  private final Audit audit;
  private final Runs runs;
  private final People people;
  private final Judgements judgements;
  private final Members members;
  private final Tokens tokens;
  private final Linked linked;
  private final Screenings screenings;
  private final Retention retention;
  private final Stars stars;
  private final Views views;

  private Store(Place place, HikariDataSource source, Collection<Card> cards) {
    this.place = place;
    this.source = source;
    this.cards = List.copyOf(cards);
    this.db = DSL.using(source, place instanceof File ? SQLDialect.SQLITE : SQLDialect.POSTGRES);
    this.audit = new Audit(this);
    this.people = new People(this);
    this.judgements = new Judgements(this);
    this.runs = new Runs(this);
    this.members = new Members(this);
    this.tokens = new Tokens(this);
    this.linked = new Linked(this);
    this.screenings = new Screenings(this);
    this.retention = new Retention(this);
    this.stars = new Stars(this);
    this.views = new Views(this);
  }

  /**
   * Opens a store and brings its tables up to this version.
   *
   * @param cards the catalogue, with which people are weighed again
   */
  public static Store open(Place place, Collection<Card> cards) throws Unusable {
    HikariDataSource source;
    try {
      source = new HikariDataSource(config(place));
    } catch (IOException | RuntimeException e) {
      throw new Unusable(
          "the store "
              + place
              + " can't be opened: "
              + cause(e)
              + "; check that it is there and may be written to",
          e);
    }
    try {
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:dev/bonafide/store/migrations")
          .loggers("slf4j")
          .load()
          .migrate();
      return new Store(place, source, cards);
    } catch (RuntimeException e) {
      source.close();
      throw new Unusable(
          "the tables of "
              + place
              + " can't be brought up to this version: "
              + cause(e)
              + "; nothing was changed, restore a backup or use the version that wrote it",
          e);
    }
  }

  private static HikariConfig config(Place place) throws IOException {
    HikariConfig config = new HikariConfig();
    switch (place) {
      case File(Path path) -> {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
          Files.createDirectories(folder);
        }
        // Immediate: a transaction that will write waits for its turn instead of failing half-way.
        config.setJdbcUrl("jdbc:sqlite:" + path);
        Map.of(
                "journal_mode", "WAL",
                "synchronous", "FULL",
                "foreign_keys", "true",
                "busy_timeout", "60000",
                "transaction_mode", "IMMEDIATE")
            .forEach(config::addDataSourceProperty);
        config.setMaximumPoolSize(6);
      }
      case Server server -> {
        config.setJdbcUrl(server.url());
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMaximumPoolSize(8);
      }
    }
    config.setPoolName("store");
    config.setMinimumIdle(1);
    return config;
  }

  private static String cause(Throwable e) {
    Throwable deepest = e;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage();
    return message == null ? deepest.getClass().getSimpleName() : message;
  }

  public Audit audit() {
    return audit;
  }

  public Runs runs() {
    return runs;
  }

  public People people() {
    return people;
  }

  public Judgements judgements() {
    return judgements;
  }

  public Members members() {
    return members;
  }

  public Tokens tokens() {
    return tokens;
  }

  public Linked linked() {
    return linked;
  }

  public Screenings screenings() {
    return screenings;
  }

  public Stars stars() {
    return stars;
  }

  public Views views() {
    return views;
  }

  public Retention retention() {
    return retention;
  }

  public Place place() {
    return place;
  }

  /** The version of the tables. */
  public String schemaVersion() {
    MigrationInfo now =
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:dev/bonafide/store/migrations")
            .load()
            .info()
            .current();
    return now == null ? "none" : String.valueOf(now.getVersion());
  }

  /** Asks the database for an answer; throws when it gives none. */
  public void ping() {
    db.fetchValue("select 1");
  }

  /**
   * Copies a SQLite store to a file while it is in use; the copy appears whole or not at all.
   * PostgreSQL has its own tools (pg_dump).
   */
  public void backup(Path to) throws IOException {
    if (!(place instanceof File)) {
      throw new IOException("a PostgreSQL store is backed up with pg_dump");
    }
    if (Files.exists(to)) {
      throw new IOException(to + " is there already; a backup overwrites nothing");
    }
    Path folder = to.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path beside = to.resolveSibling("." + to.getFileName() + ".new");
    Files.deleteIfExists(beside);
    try {
      db.execute("vacuum into ?", beside.toString());
      Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (DataAccessException e) {
      throw new IOException("the backup was not written: " + cause(e), e);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Puts a backup where no store is yet. */
  public static void restore(Path backup, Path to) throws IOException {
    if (!Files.isRegularFile(backup)) {
      throw new IOException(backup + " is not there");
    }
    if (Files.exists(to)) {
      throw new IOException(to + " is there already; move it away first, nothing is overwritten");
    }
    Path folder = to.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path beside = to.resolveSibling("." + to.getFileName() + ".new");
    Files.copy(backup, beside, StandardCopyOption.REPLACE_EXISTING);
    Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE);
  }

  // --- for the objects of this room ------------------------------------------------------------

  DSLContext db() {
    return db;
  }

  /** One transaction that writes: one at a time in this process, whatever the database. */
  <T> T write(Function<DSLContext, T> work) {
    writing.lock();
    try {
      return db.transactionResult(tx -> work.apply(tx.dsl()));
    } finally {
      writing.unlock();
    }
  }

  Reassessment reassessment(Runs.Run run) {
    return new Reassessment(cards, run.findings().reviewLine(), run.asOf());
  }

  @Override
  public void close() {
    source.close();
  }
}
