package nl.schakel.ledger.folds;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.ledger.codec.FactCodec;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.Schemas.Room;
import nl.schakel.ledger.database.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One process that keeps folds in step with a ledger on a real database. */
final class Following implements AutoCloseable {

    static final Room[] ROOMS = {Room.LEDGER, new Room("query", "db/folds", "schakel_project")};

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final HikariDataSource source;
    final LedgerReader reader;
    final Folds folds;
    private final Tail tail;

    Following(Database database, String node, Fold... folds) {
        source = database.as("project", 8);
        reader = new LedgerReader(source, new FactCodec());
        tail = new Tail(database, "project", Duration.ofMillis(3));
        this.folds = new Folds(source, "query", node, reader, tail, List.of(folds), meters);
    }

    Following started() {
        folds.start();
        return this;
    }

    /** A database with a ledger, room for folds, and the table of {@link Seen}. */
    static Database database() {
        var database = TestPostgres.fresh(ROOMS);
        prepare(TestPostgres.superuser(database));
        return database;
    }

    /** The table of {@link Seen}, in any database that has these rooms. */
    static void prepare(JdbcClient superuser) {
        superuser.sql(Seen.TABLE).update();
        superuser.sql("GRANT SELECT, INSERT, DELETE ON query.seen TO schakel_project").update();
    }

    /** Looks again and again until it holds, or 20 seconds have passed. */
    static void until(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not in time: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    @Override
    public void close() {
        folds.close();
        tail.close();
        source.close();
    }
}
