package nl.schakel.standalone.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nl.schakel.access.fit.Unfit;

/**
 * The files of a PostgreSQL that goes on working, as its manual has it (26.3, the low-level API):
 * with the log of what changed meanwhile, so that they start as of one moment, the end.
 */
final class HotCopy {

    private static final int PORT = 3;

    /** Folders whose contents are made anew at each start; the log comes last. */
    private static final Set<String> EMPTY =
            Set.of(
                    "pg_wal",
                    "pg_replslot",
                    "pg_dynshmem",
                    "pg_notify",
                    "pg_serial",
                    "pg_snapshots",
                    "pg_stat_tmp",
                    "pg_subtrans");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map");

    private final Path data;
    private final Path to;

    HotCopy(Path data, Path to) {
        this.data = data;
        this.to = to;
    }

    /** What must be older than the copied state, and so is copied before its end. */
    @FunctionalInterface
    interface Before {

        void copy() throws IOException;
    }

    /** Copies; throws {@link Unfit} when the server does not answer. */
    void make(Before end) throws IOException {
        try (var connection = superuser();
                var asked = connection.createStatement()) {
            asked.execute("SELECT pg_create_physical_replication_slot('schakel_copy', true, true)");
            asked.execute("SELECT pg_backup_start('schakel', true)");
            Folders.copy(data, to, wanted());
            end.copy();
            stop(asked);
        } catch (SQLException e) {
            throw new Unfit("PostgreSQL in " + data + " does not let itself be copied now.");
        }
    }

    private Connection superuser() throws IOException, SQLException {
        var pid = data.resolve("postmaster.pid");
        var lines = Files.exists(pid) ? Files.readAllLines(pid) : List.<String>of();
        if (lines.size() <= PORT) {
            throw new Unfit("Schakel is starting or stopping: try again in a moment.");
        }
        var url = "jdbc:postgresql://localhost:" + lines.get(PORT).strip() + "/postgres";
        return DriverManager.getConnection(url, "postgres", "");
    }

    private void stop(Statement asked) throws SQLException, IOException {
        try (var row =
                asked.executeQuery(
                        "SELECT labelfile, pg_walfile_name(lsn) FROM pg_backup_stop(false)")) {
            row.next();
            var label = row.getString(1);
            var last = row.getString(2);
            var first = label.replaceAll("(?s).*?\\(file ([0-9A-F]{24})\\).*", "$1");
            Folders.copy(
                    data.resolve("pg_wal"),
                    to.resolve("pg_wal"),
                    file -> within(file.toString(), first, last));
            Folders.copy(data.resolve("global/pg_control"), to.resolve("global/pg_control"));
            Files.writeString(to.resolve("backup_label"), label);
        }
    }

    private static Predicate<Path> wanted() {
        return file ->
                (file.getNameCount() == 1 || !EMPTY.contains(file.getName(0).toString()))
                        && !LEFT_OUT.contains(file.toString())
                        && !file.toString().contains("pgsql_tmp");
    }

    private static boolean within(String file, String first, String last) {
        return file.matches("[0-9A-F]{24}")
                && file.compareTo(first) >= 0
                && file.compareTo(last) <= 0;
    }
}
