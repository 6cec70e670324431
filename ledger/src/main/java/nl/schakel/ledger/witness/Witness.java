package nl.schakel.ledger.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.schakel.ledger.evidence.Cosigned;
import nl.schakel.ledger.witness.Judge.Refusal;

/**
 * A witness by HTTP: its own program, its own key, its own memory; it knows neither the database
 * nor the services.
 *
 * <pre>
 * Witness --folder DIR --log FILE [--host 127.0.0.1] [--port 8190]
 * </pre>
 *
 * {@code GET /witnessed} answers what it signed for last, {@code ?size=N} what of that covers no
 * more than N facts; 204 when there is nothing. {@code POST /witnessed} shows it checkpoints and a
 * proof: 200 with its line, 409 with one sentence when it refuses, 400 when it cannot be read.
 */
public final class Witness implements AutoCloseable {

    private static final String PATH = "/witnessed";
    private static final int LARGEST = 1 << 20;

    private final Judge judge;
    private final WitnessFolder folder;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Witness(WitnessFolder folder, InetSocketAddress address, InstantSource clock)
            throws IOException {
        this.folder = folder;
        this.judge = new Judge(folder.memory(), folder.log(), folder.key(), clock);
        this.server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /**
     * Watches from now on.
     *
     * @param folder its key and its memory, made at the first run
     * @param log the public key of the log; after the first run it must be the same
     * @throws IllegalArgumentException with one sentence when it cannot
     */
    public static Witness start(
            Path folder, Path log, InetSocketAddress address, InstantSource clock)
            throws IOException {
        var own = WitnessFolder.open(folder, log);
        try {
            return new Witness(own, address, clock);
        } catch (IOException | IllegalArgumentException e) {
            own.close();
            throw e;
        }
    }

    /** Watches until it is told to stop; ends with 2 and one sentence when it cannot. */
    public static void main(String[] arguments) {
        var said = new HashMap<String, String>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            said.put(arguments[i], arguments[i + 1]);
        }
        try {
            watch(said);
        } catch (IOException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void watch(Map<String, String> said) throws IOException {
        var folder = said.get("--folder");
        var log = said.get("--log");
        if (folder == null || log == null) {
            throw new IllegalArgumentException(
                    "usage: --folder DIR --log FILE [--host 127.0.0.1] [--port 8190]");
        }
        var host = said.getOrDefault("--host", "127.0.0.1");
        var address = new InetSocketAddress(host, port(said.getOrDefault("--port", "8190")));
        var witness = start(Path.of(folder), Path.of(log), address, Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(witness::close));
        System.out.printf(
                "The witness listens at http://%s:%d; its public key is %s.%n",
                host, witness.port(), witness.folder.publicKey());
    }

    private static int port(String said) {
        if (!said.matches("[0-9]{1,5}") || Integer.parseInt(said) > 0xffff) {
            throw new IllegalArgumentException("--port must be a number up to 65535.");
        }
        return Integer.parseInt(said);
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Its public key, for whoever reads what it signed for. */
    public Path publicKey() {
        return folder.publicKey();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        folder.close();
    }

    private void answer(HttpExchange asked) throws IOException {
        try (asked) {
            if (!asked.getRequestURI().getPath().equals(PATH)) {
                say(asked, 404, "");
                return;
            }
            switch (asked.getRequestMethod()) {
                case "GET" -> remembered(asked);
                case "POST" -> shown(asked);
                default -> say(asked, 405, "");
            }
        }
    }

    private void remembered(HttpExchange asked) throws IOException {
        var query = asked.getRequestURI().getQuery();
        if (query == null) {
            say(asked, judge.last());
        } else if (query.matches("size=[0-9]{1,18}")) {
            say(asked, judge.last(Long.parseLong(query.substring("size=".length()))));
        } else {
            say(asked, 400, "This cannot be read.");
        }
    }

    private void shown(HttpExchange asked) throws IOException {
        var bytes = asked.getRequestBody().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            say(asked, 413, "This is too much at once.");
            return;
        }
        try {
            var shown = Shown.parse(new String(bytes, StandardCharsets.US_ASCII));
            say(asked, 200, judge.sign(shown.checkpoints(), shown.proof()).line());
        } catch (Refusal refused) {
            say(asked, 409, refused.sentence);
        } catch (IllegalArgumentException e) {
            say(asked, 400, "This cannot be read.");
        }
    }

    private static void say(HttpExchange asked, Optional<Cosigned> what) throws IOException {
        say(asked, what.isPresent() ? 200 : 204, what.map(Cosigned::line).orElse(""));
    }

    private static void say(HttpExchange asked, int status, String line) throws IOException {
        var bytes = line.isEmpty() ? new byte[0] : (line + "\n").getBytes(StandardCharsets.UTF_8);
        asked.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        asked.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            asked.getResponseBody().write(bytes);
        }
    }
}
