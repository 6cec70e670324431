package nl.schakel.ledger.database;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether a database may be trusted with facts; each answer is one sentence that says what is
 * wrong.
 */
public final class Fitness {

    private static final Duration CLOCKS_APART = Duration.ofSeconds(2);
    private static final List<String> ON =
            List.of("fsync", "full_page_writes", "synchronous_commit");

    private Fitness() {}

    /**
     * The first thing that is wrong with this database for this role, if anything is.
     *
     * @param now the time of this machine when it is asked, to compare with the database's
     */
    public static Optional<String> wrong(DataSource source, List<Schemas.Room> rooms, Instant now) {
        long asked = System.nanoTime();
        var jdbc = JdbcClient.create(source);
        try {
            return settings(jdbc)
                    .or(() -> role(jdbc))
                    .or(() -> clock(jdbc, now, asked))
                    .or(() -> pending(source, rooms));
        } catch (DataAccessException | FlywayException e) {
            return Optional.of(
                    "The database cannot be reached, or does not let this role in:"
                            + " check schakel.database.url and its passwords.");
        }
    }

    private static Optional<String> settings(JdbcClient jdbc) {
        return ON.stream()
                .filter(setting -> !text(jdbc, "SELECT current_setting(?)", setting).equals("on"))
                .findFirst()
                .map(
                        setting ->
                                "PostgreSQL runs with "
                                        + setting
                                        + " off: what is acknowledged could be lost.")
                .or(() -> unlike(jdbc, "server_encoding", "UTF8"))
                .or(() -> unlike(jdbc, "default_transaction_isolation", "read committed"));
    }

    private static Optional<String> unlike(JdbcClient jdbc, String setting, String wanted) {
        return text(jdbc, "SELECT current_setting(?)", setting).equals(wanted)
                ? Optional.empty()
                : Optional.of("PostgreSQL must have " + setting + " set to " + wanted + ".");
    }

    private static Optional<String> role(JdbcClient jdbc) {
        boolean mighty =
                jdbc.sql(
                                """
                                SELECT rolsuper OR rolbypassrls OR rolcreaterole
                                FROM pg_roles WHERE rolname = current_user
                                """)
                        .query(Boolean.class)
                        .single();
        boolean changes =
                jdbc.sql(
                                """
                                SELECT EXISTS (SELECT 1 FROM pg_class c
                                    JOIN pg_namespace n ON n.oid = c.relnamespace
                                    WHERE n.nspname = 'ledger' AND c.relname = 'fact'
                                    AND has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE'))
                                """)
                        .query(Boolean.class)
                        .single();
        return mighty || changes
                ? Optional.of(
                        "The role "
                                + text(jdbc, "SELECT current_user")
                                + " may do more than it should: facts must be out of its reach.")
                : Optional.empty();
    }

    /** The first connection may take long: that time has passed for both. */
    private static Optional<String> clock(JdbcClient jdbc, Instant now, long asked) {
        var theirs =
                jdbc.sql("SELECT clock_timestamp()")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant();
        var ours = now.plusNanos(System.nanoTime() - asked);
        return Duration.between(theirs, ours).abs().compareTo(CLOCKS_APART) > 0
                ? Optional.of(
                        "The clocks of this machine and the database are more than two seconds apart.")
                : Optional.empty();
    }

    private static Optional<String> pending(DataSource source, List<Schemas.Room> rooms) {
        var pending = Schemas.pending(source, rooms);
        return pending.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "The schemas are not up to date ("
                                + pending.getFirst()
                                + "): run the step --migrate first.");
    }

    private static String text(JdbcClient jdbc, String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(String.class).single();
    }
}
