package nl.schakel.benchmarks.posting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.schakel.access.body.Dutch;
import nl.schakel.benchmarks.place.Deciding;
import nl.schakel.benchmarks.sending.Envelope;
import nl.schakel.benchmarks.sending.Histories;
import nl.schakel.benchmarks.sending.History;
import nl.schakel.command.support.Scaling;
import nl.schakel.events.support.Level;
import nl.schakel.ledger.codec.FactCodec;

/** The same commands as a client sends them: connections that stay open, a token with each. */
final class ByPost implements AutoCloseable {

    private static final int CREATED = 201;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).executor(threads).build();
    private final String referrals;
    private final String token;
    private final List<Histories> histories;

    ByPost(Deciding service, String token, List<Histories> histories) {
        this.referrals = "http://127.0.0.1:" + service.port() + "/v1/verwijzingen/";
        this.token = token;
        this.histories = histories;
    }

    /** Sends the next command of this worker, and waits for the answer. */
    void one(int number) {
        var worker = histories.get(number);
        var history = worker.next();
        var up = History.up(history.next());
        var path = history.referral.value() + (up ? "/opschalingen" : "/afschalingen");
        send(
                HttpRequest.newBuilder(URI.create(referrals + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", worker.id().toString())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(up ? Bodies.UP : Bodies.DOWN))
                        .build());
    }

    private void send(HttpRequest request) {
        var answer = sent(http, request);
        if (answer.statusCode() != CREATED) {
            throw new IllegalStateException(
                    request.uri() + " " + answer.statusCode() + " " + answer.body());
        }
    }

    /** The answer to a request. */
    static HttpResponse<String> sent(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        threads.close();
    }

    /** What is sent. */
    private record Bodies(String lijn, String niveau, String waarom, String weerKijkenOp) {

        private static final String UP = to(Level.ALONGSIDE);
        private static final String DOWN = to(Level.FINGER_ON_THE_PULSE);

        private static String to(Level level) {
            var body =
                    new Bodies(
                            Dutch.of(Scaling.LINE),
                            Dutch.of(level),
                            Envelope.WORDS,
                            Envelope.LOOK_AGAIN.toString());
            return FactCodec.json().writeValueAsString(body);
        }
    }
}
