package dev.bonafide.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** The same promises on a real PostgreSQL; a new database for each test. */
class PostgresStoreTest extends StoreContract {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static @Nullable EmbeddedPostgres postgres;

  @BeforeAll
  static void start() {
    try {
      postgres = EmbeddedPostgres.builder().start();
    } catch (IOException | RuntimeException e) {
      String skipped =
          "SKIPPED: the store was not tried on PostgreSQL; it does not start here (" + e + ")";
      System.out.println(skipped);
      Assumptions.abort(skipped);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  @Override
  Store.Place place() throws SQLException {
    EmbeddedPostgres server = postgres;
    if (server == null) {
      throw new IllegalStateException("not started");
    }
    String name = "bonafide_" + NUMBER.incrementAndGet();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return new Store.Server(server.getJdbcUrl("postgres", name), "postgres", "");
  }
}
