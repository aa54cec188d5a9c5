package dev.bonafide.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The other side of the race: what somebody would write instead of all this. DuckDB reads the same
 * file with explicit columns and answers one question on sessions: a session ends with its end
 * record or after 30 minutes of silence.
 */
final class Duckdb {
  private Duckdb() {}

  /** {@code FILE THREADS}: prints the answer. */
  public static void main(String[] args) throws SQLException {
    String file = Path.of(args[0]).toAbsolutePath().toString().replace("'", "''");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = " + Integer.parseInt(args[1]));
      try (ResultSet answer = statement.executeQuery(question(file))) {
        answer.next();
        System.out.println(
            answer.getLong(1)
                + " records, "
                + answer.getLong(2)
                + " sessions, longest "
                + answer.getString(3)
                + ", "
                + answer.getLong(6)
                + " shared addresses");
      }
    }
  }

  private static String question(String file) {
    return """
    WITH e AS (
      SELECT actor.id AS person, published AS moment, eventType AS type,
             client.ipAddress AS ip, debugContext.debugData.dtHash AS device
      FROM read_json('%s', format = 'newline_delimited', columns = {
        published: 'TIMESTAMP', eventType: 'VARCHAR', actor: 'STRUCT(id VARCHAR)',
        client: 'STRUCT(ipAddress VARCHAR)', outcome: 'STRUCT(result VARCHAR)',
        authenticationContext: 'STRUCT(externalSessionId VARCHAR)',
        debugContext: 'STRUCT(debugData STRUCT(dtHash VARCHAR))'})),
    marked AS (
      SELECT *, CASE WHEN type = 'user.session.start'
                  OR lag(type) OVER w = 'user.session.end'
                  OR moment - lag(moment) OVER w > INTERVAL 30 MINUTE
                  OR lag(moment) OVER w IS NULL THEN 1 ELSE 0 END AS begins
      FROM e WINDOW w AS (PARTITION BY person ORDER BY moment)),
    numbered AS (
      SELECT *, sum(begins) OVER (PARTITION BY person ORDER BY moment ROWS UNBOUNDED PRECEDING) AS s
      FROM marked),
    sessions AS (SELECT person, s, max(moment) - min(moment) AS length FROM numbered GROUP BY ALL),
    shared AS (SELECT ip, count(DISTINCT person) AS n FROM e GROUP BY ip)
    SELECT (SELECT count(*) FROM e), (SELECT count(*) FROM sessions),
           (SELECT max(length) FROM sessions),
           (SELECT count(DISTINCT (person, date_trunc('hour', moment))) FROM e),
           (SELECT count(DISTINCT (person, device)) FROM e),
           (SELECT count(*) FROM shared WHERE n > 1)
    """
        .formatted(file);
  }
}
