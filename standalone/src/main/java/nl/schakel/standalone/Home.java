package nl.schakel.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import nl.schakel.access.fit.Unfit;
import nl.schakel.vault.MasterKey;

/** Where everything is kept between runs: database, keys, logs; one process at a time uses it. */
public final class Home implements AutoCloseable {

    private static final List<String> ROLES =
            List.of("migrate", "append", "project", "web", "audit", "verify", "vault");

    private static final String LOCK = "lock";

    private final Path root;
    private final FileLock lock;

    private Home(Path root, FileLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Opens this folder, made when it is not there; throws {@link Unfit} when another has it. */
    public static Home open(Path root) {
        return unlessTaken(root)
                .orElseThrow(
                        () ->
                                new Unfit(
                                        "Schakel runs already in "
                                                + root
                                                + ": stop it first, or set SCHAKEL_HOME."));
    }

    /** Opens this folder, unless another process has it; throws {@link Unfit} when it cannot. */
    public static Optional<Home> unlessTaken(Path root) {
        try {
            furnish(root);
            var channel =
                    FileChannel.open(
                            root.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new Home(root, lock));
        } catch (IOException e) {
            throw new Unfit(
                    "SCHAKEL_HOME " + root + " cannot be written: choose a folder that can be.");
        }
    }

    /** Takes everything away; whatever was here can never be opened again. */
    void empty() {
        try (var all = Files.walk(root)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(root) && !path.equals(root.resolve(LOCK))) {
                    Files.delete(path);
                }
            }
            furnish(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path programs() {
        return root.resolve("programs");
    }

    Path logs() {
        return root.resolve("logs");
    }

    /** The file that says that the story has been told to its end. */
    Path told() {
        return root.resolve("told");
    }

    /** The master key, made at the first run. */
    Path masterKey() {
        var file = root.resolve("keys").resolve("master.key");
        if (!Files.exists(file)) {
            try {
                MasterKey.make(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return file;
    }

    /** Where the evidence is, and the key that signs it, made at the first run. */
    Services.Seals seals() {
        return Services.Seals.in(root.resolve("evidence"), root.resolve("keys"));
    }

    /** A password for each role of the database, made at the first run. */
    Map<String, String> passwords() {
        var file = root.resolve("keys").resolve("database.properties");
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            var kept = new Properties();
            try (var in = Files.newBufferedReader(file)) {
                kept.load(in);
            }
            var passwords = new LinkedHashMap<String, String>();
            ROLES.forEach(role -> passwords.put(role, kept.getProperty(role)));
            return passwords;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void furnish(Path root) throws IOException {
        for (var room : List.of("keys", "logs")) {
            Files.createDirectories(root.resolve(room));
        }
        Files.setPosixFilePermissions(
                root.resolve("keys"), PosixFilePermissions.fromString("rwx------"));
    }

    private static void write(Path file) throws IOException {
        var chance = new SecureRandom();
        var lines =
                ROLES.stream()
                        .map(
                                role -> {
                                    var secret = new byte[24];
                                    chance.nextBytes(secret);
                                    return role + "=" + HexFormat.of().formatHex(secret);
                                })
                        .toList();
        var whole = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(whole);
        Files.createFile(
                whole,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(whole, lines);
        Files.move(whole, file);
    }
}
