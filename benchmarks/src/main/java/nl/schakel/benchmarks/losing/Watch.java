package nl.schakel.benchmarks.losing;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.UUID;
import nl.schakel.benchmarks.losing.Disorder.Decision;
import nl.schakel.benchmarks.place.DurablePostgres;
import nl.schakel.ledger.database.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks behind the walls of one database: lets commits stand still in it, by one trigger whatever
 * the table, and knows what was stored and what came to the reader.
 */
final class Watch implements AutoCloseable {

    /** What the reader does with an event, in the transaction in which it notes how far it is. */
    static final String CAME = "INSERT INTO losing.came (event) VALUES (?)";

    private static final int POOL = 2;

    /**
     * A deferred trigger runs inside the commit: when all positions are drawn, and none is seen.
     */
    private static final String STANDSTILL =
            """
            CREATE SCHEMA IF NOT EXISTS losing;
            CREATE TABLE losing.came (event uuid NOT NULL);
            CREATE INDEX came_event ON losing.came (event);
            CREATE TABLE losing.standstill (event uuid PRIMARY KEY, seconds double precision NOT NULL);
            GRANT USAGE ON SCHEMA losing TO PUBLIC;
            GRANT INSERT ON losing.came TO PUBLIC;
            CREATE FUNCTION losing.stand_still() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
            BEGIN
                PERFORM pg_sleep(s.seconds) FROM losing.standstill s WHERE s.event = (to_jsonb(NEW) ->> '%2$s')::uuid;
                RETURN NULL;
            END $$;
            CREATE CONSTRAINT TRIGGER stand_still AFTER INSERT ON %1$s DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION losing.stand_still();
            """;

    private final HikariDataSource source;
    private final JdbcClient superuser;
    private final String table;
    private final String column;

    /** In this database events are rows of this table, with their identifier in this column. */
    Watch(Database database, String table, String column) {
        this.source = DurablePostgres.pool(database, "losing", POOL, true);
        this.superuser = JdbcClient.create(source);
        this.table = table;
        this.column = column;
        superuser.sql(STANDSTILL.formatted(table, column)).update();
    }

    /** Lets the commits of this run stand still as it says. */
    void standStill(Disorder run) {
        run.decisions().filter(d -> d.standstill().isPositive()).forEach(this::standStill);
    }

    private void standStill(Decision decision) {
        for (var event : decision.events()) {
            superuser
                    .sql("INSERT INTO losing.standstill VALUES (?, ?)")
                    .params(event, decision.standstill().toMillis() / 1e3)
                    .update();
        }
    }

    /** How many of these never came to the reader so far. */
    long missing(List<UUID> events) {
        return count(
                """
                SELECT count(*) FROM unnest(?::uuid[]) AS asked (event)
                WHERE NOT EXISTS (SELECT FROM losing.came c WHERE c.event = asked.event)
                """,
                events);
    }

    /** How many of these were committed. */
    long stored(List<UUID> events) {
        return count(
                "SELECT count(*) FROM %s WHERE %s::uuid = ANY (?::uuid[])".formatted(table, column),
                events);
    }

    private long count(String sql, List<UUID> events) {
        return superuser
                .sql(sql)
                .param(events.stream().map(UUID::toString).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        source.close();
    }
}
