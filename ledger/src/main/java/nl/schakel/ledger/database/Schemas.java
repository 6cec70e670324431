package nl.schakel.ledger.database;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes and checks the schemas; migrations run as a step of their own, never when a service starts.
 */
public final class Schemas {

    private Schemas() {}

    /**
     * One schema and where its migrations are on the class path.
     *
     * @param name of the schema
     * @param location such as {@code db/ledger}
     * @param writer the role that writes in it
     */
    public record Room(String name, String location, String writer) {

        /** The ledger itself, with the roles. */
        public static final Room LEDGER = new Room("ledger", "db/ledger", "schakel_append");
    }

    /** Brings all rooms up to date, then gives each role its password. */
    public static void migrate(Database database, List<Room> rooms) {
        try (var owner = database.as("migrate", 2)) {
            rooms.forEach(room -> flyway(owner, room).migrate());
            var jdbc = JdbcClient.create(owner);
            rooms.forEach(room -> showHistory(jdbc, room));
            database.passwords().forEach((role, password) -> setPassword(jdbc, role, password));
        }
    }

    /**
     * The migrations that this build knows and the database has not seen; empty when it is up to
     * date.
     */
    public static List<String> pending(DataSource source, List<Room> rooms) {
        return rooms.stream()
                .flatMap(room -> Arrays.stream(flyway(source, room).info().pending()))
                .map(migration -> migration.getScript())
                .toList();
    }

    /** Two rooms may share a schema, each with a history of its own: hence the baseline. */
    private static Flyway flyway(DataSource source, Room room) {
        return Flyway.configure()
                .dataSource(source)
                .schemas(room.name())
                .defaultSchema(room.name())
                .table(history(room))
                .locations("classpath:" + room.location())
                .placeholders(Map.of("schema", room.name(), "writer", room.writer()))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .connectRetries(1)
                .load();
    }

    /** Every role sees which migrations ran, so that each service can check; tables stay closed. */
    private static void showHistory(JdbcClient jdbc, Room room) {
        jdbc.sql("GRANT USAGE ON SCHEMA %s TO PUBLIC".formatted(room.name())).update();
        jdbc.sql("GRANT SELECT ON %s.%s TO PUBLIC".formatted(room.name(), history(room))).update();
    }

    private static String history(Room room) {
        return "flyway_" + room.location().substring(room.location().lastIndexOf('/') + 1);
    }

    private static void setPassword(JdbcClient jdbc, String role, String password) {
        if (role.equals("migrate")) {
            return;
        }
        var statement =
                jdbc.sql("SELECT format('ALTER ROLE %I PASSWORD %L', ?::text, ?::text)")
                        .param("schakel_" + role)
                        .param(password)
                        .query(String.class)
                        .single();
        jdbc.sql(statement).update();
    }
}
