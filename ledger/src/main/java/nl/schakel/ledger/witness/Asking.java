package nl.schakel.ledger.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.schakel.ledger.evidence.Cosigned;
import nl.schakel.ledger.evidence.Seal;
import nl.schakel.ledger.witness.Judge.Refusal;
import org.jspecify.annotations.Nullable;

/** A witness as another process asks it; never waits longer than a few seconds. */
final class Asking implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int SIGNED = 200;
    private static final int NOTHING = 204;
    private static final int REFUSED = 409;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI witnessed;
    private final Seal key;

    /**
     * Asks the witness at this address.
     *
     * @param key its public key: what another signed is no answer
     */
    Asking(URI witness, Seal key) {
        this.witnessed = witness.resolve("/witnessed");
        this.key = key;
    }

    /**
     * Asks the witness that a deployment names.
     *
     * @throws IllegalArgumentException with one sentence when the address is none, or the file
     *     holds no public key
     */
    static Asking at(@Nullable URI witness, Path key) {
        if (witness == null
                || witness.getHost() == null
                || !List.of("http", "https").contains(witness.getScheme())) {
            throw new IllegalArgumentException(
                    "schakel.evidence.witness must be an address such as http://127.0.0.1:8190.");
        }
        try {
            return new Asking(witness, Seal.read(key));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "schakel.evidence.witness is set, but %s is not the public key of a witness."
                            .formatted(key),
                    e);
        }
    }

    /** What it signed for last. */
    Optional<Cosigned> last() throws IOException {
        return signed(send(HttpRequest.newBuilder(witnessed)));
    }

    /** What it signed for last of what covers no more than so many facts. */
    Optional<Cosigned> last(long size) throws IOException {
        return signed(send(HttpRequest.newBuilder(URI.create(witnessed + "?size=" + size))));
    }

    /**
     * Shows it what came since.
     *
     * @throws Refusal with its sentence when it does not sign
     */
    Cosigned show(Shown shown) throws IOException {
        var post = BodyPublishers.ofString(shown.text());
        var answer = signed(send(HttpRequest.newBuilder(witnessed).POST(post)));
        var newest = shown.checkpoints().getLast().line();
        return answer.filter(one -> one.checkpoint().line().equals(newest))
                .orElseThrow(() -> new IOException("the witness signed for something else"));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private Optional<Cosigned> signed(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() == NOTHING) {
            return Optional.empty();
        }
        if (answer.statusCode() == REFUSED) {
            throw new Refusal(answer.body().strip());
        }
        if (answer.statusCode() != SIGNED) {
            throw new IOException("the witness answers " + answer.statusCode());
        }
        try {
            var cosigned = Cosigned.parse(answer.body().strip());
            if (cosigned.by(key)) {
                return Optional.of(cosigned);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("the witness answers something else", e);
        }
        throw new Refusal("The witness answers with another key.");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
