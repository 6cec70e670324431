package nl.schakel.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.Schemas;
import nl.schakel.ledger.database.Schemas.Room;
import nl.schakel.ledger.database.TestRoles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What {@code tools/power-cut.sh} runs: makes a ledger, writes to it with a note of each
 * acknowledgement, and looks afterwards what is left.
 */
public final class PowerCut {

    private static final int WRITERS = 8;

    private PowerCut() {}

    /** {@code prepare SERVER}, {@code load SERVER NOTES} or {@code check SERVER NOTES}. */
    public static void main(String[] arguments) throws Exception {
        var server = arguments[1];
        var database = new Database(server + "schakel", TestRoles.PASSWORDS);
        switch (arguments[0]) {
            case "prepare" -> prepare(server, database);
            case "load" -> load(database, Path.of(arguments[2]));
            case "check" -> System.exit(check(server, Path.of(arguments[2])) ? 0 : 1);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void prepare(String server, Database database) {
        var superuser = superuser(server + "postgres");
        superuser
                .sql("CREATE ROLE schakel_migrate LOGIN CREATEROLE PASSWORD 'test-migrate'")
                .update();
        superuser.sql("CREATE DATABASE schakel OWNER schakel_migrate").update();
        Schemas.migrate(database, List.of(Room.LEDGER));
        superuser.sql("CHECKPOINT").update();
    }

    /** Writes until the power is cut, and this process with it. */
    private static void load(Database database, Path notes) {
        try (var ledger = new Appending(database);
                var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WRITERS; i++) {
                writers.submit(() -> writing(ledger, notes));
            }
        }
    }

    private static void writing(Appending ledger, Path notes) {
        var chance = new SecureRandom();
        while (true) {
            var key = new byte[32];
            chance.nextBytes(key);
            ledger.append(0, new Once(key, key), Appending.registered(Appending.someone()));
            noted(notes, HexFormat.of().formatHex(key));
        }
    }

    private static synchronized void noted(Path notes, String key) {
        try {
            Files.writeString(
                    notes, key + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether all that was noted is there once, and the positions have no gap. */
    private static boolean check(String server, Path notes) throws IOException {
        var superuser = superuser(server + "schakel");
        var there =
                superuser
                        .sql("SELECT encode(once_key, 'hex') FROM ledger.fact")
                        .query((row, _) -> row.getString(1))
                        .list();
        var once = new HashSet<>(there);
        var noted = Files.readAllLines(notes);
        long lost = noted.stream().filter(key -> !once.contains(key)).count();
        long head =
                superuser
                        .sql("SELECT coalesce(max(position), 0) FROM ledger.fact")
                        .query(Long.class)
                        .single();
        System.out.printf(
                "acknowledged %d, there %d, lost %d, doubled %d, gaps %d%n",
                noted.size(), there.size(), lost, there.size() - once.size(), head - there.size());
        return lost == 0 && there.size() == once.size() && head == there.size();
    }

    private static JdbcClient superuser(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
    }
}
