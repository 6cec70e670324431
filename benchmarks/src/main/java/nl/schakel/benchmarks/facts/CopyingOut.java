package nl.schakel.benchmarks.facts;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import nl.schakel.benchmarks.harness.Cpu;
import nl.schakel.benchmarks.harness.Sample;
import nl.schakel.benchmarks.harness.Side;
import nl.schakel.ledger.database.Database;
import org.postgresql.PGConnection;

/**
 * All facts out of PostgreSQL and thrown away: the quickest that they can be read.
 *
 * @param database that holds them
 * @param facts how many they are
 * @param cpu whose time is counted
 */
public record CopyingOut(Database database, int facts, Cpu cpu) implements Side {

    @Override
    public String name() {
        return "COPY OUT";
    }

    @Override
    public Sample measure() {
        long before = cpu.micros();
        long start = System.nanoTime();
        try (var connection = database.alone("verify")) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY ledger.fact TO STDOUT", OutputStream.nullOutputStream());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sample(facts, System.nanoTime() - start, cpu.micros() - before);
    }
}
