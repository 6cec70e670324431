package nl.schakel.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A main class in a process of its own, from the jars that users start; what it says goes to a
 * file.
 */
final class OwnProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Path BUILT = Path.of("target").toAbsolutePath();
    private static final String JARS = BUILT.resolve("schakel.jar") + ":" + BUILT.resolve("lib/*");

    private final Process process;
    private final Path said;

    private OwnProcess(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    static OwnProcess of(
            Class<?> main, Path folder, Map<String, String> environment, List<String> arguments) {
        return of(List.of(), main, folder, environment, arguments);
    }

    /** One whose next start is quicker: the classes that it loaded are kept when it stops. */
    static OwnProcess remembered(
            Class<?> main, Path folder, Map<String, String> environment, List<String> arguments) {
        var options =
                List.of(
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + BUILT.resolve("tests.jsa"),
                        "-Xlog:cds*=off,aot*=off");
        return of(options, main, folder, environment, arguments);
    }

    private static OwnProcess of(
            List<String> options,
            Class<?> main,
            Path folder,
            Map<String, String> environment,
            List<String> arguments) {
        try {
            var said = Files.createTempFile(folder, "said", ".txt");
            var command = new ArrayList<String>();
            command.add(ProcessHandle.current().info().command().orElseThrow());
            command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
            command.addAll(options);
            command.addAll(List.of("-cp", JARS, main.getName()));
            command.addAll(arguments);
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            return new OwnProcess(builder.redirectOutput(said.toFile()).start(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that nobody uses now. */
    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String said() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says this. */
    void says(String words) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!said().contains(words)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new AssertionError("it never said " + words + " but: " + said());
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    /** Waits for its end; its exit code. */
    int ends() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end: " + said());
        }
        return process.exitValue();
    }

    /** SIGTERM, as Ctrl-C or a supervisor does. */
    void stop() {
        process.destroy();
    }

    /** SIGKILL: no goodbye. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
