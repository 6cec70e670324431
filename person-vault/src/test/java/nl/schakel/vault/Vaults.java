package nl.schakel.vault;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.schakel.events.PersonId;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.Schemas.Room;
import nl.schakel.ledger.database.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A vault on a real database, under a master key of its own. */
final class Vaults implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    static final Reader READER =
            new Reader(
                    new PersonId(new UUID(7, 7)),
                    null,
                    "1/eigen",
                    "pad bekijken",
                    null,
                    "0123456789abcdef0123456789abcdef");

    final Database database =
            TestPostgres.fresh(Room.LEDGER, new Room("vault", "db/vault", "schakel_vault"));
    final JdbcClient superuser = TestPostgres.superuser(database);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final HikariDataSource source = database.as("vault", 4);
    final Path erased = directory().resolve("erased");
    final MasterKey master = masterKey();
    final Vault vault = under(master);

    Vault under(MasterKey master) {
        return new Vault(source, master, new ErasureList(erased, master), meters);
    }

    static MasterKey masterKey() {
        try {
            return MasterKey.make(directory().resolve("master.key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path directory() {
        try {
            return Files.createTempDirectory("vault");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PersonId someone() {
        return new PersonId(UUID.randomUUID());
    }

    /** The access log, a line each: person, fields, outcome. */
    List<String> lines() {
        return superuser
                .sql(
                        "SELECT person || ' ' || array_to_string(fields, ',') || ' ' || outcome"
                                + " FROM vault.access_log ORDER BY id")
                .query((row, _) -> row.getString(1))
                .list();
    }

    long number(String sql) {
        return superuser.sql(sql).query((row, _) -> row.getLong(1)).single();
    }

    @Override
    public void close() {
        source.close();
    }
}
