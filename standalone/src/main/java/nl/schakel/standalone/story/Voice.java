package nl.schakel.standalone.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One persona who speaks to the API, as any client would. */
public final class Voice {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration AT_MOST = Duration.ofSeconds(30);
    private static final int TRIES = 5;
    private static final int PATIENCE = 20;

    private final HttpClient http;
    private final Addresses addresses;
    private final String persona;
    private final String token;

    private Voice(HttpClient http, Addresses addresses, String persona) {
        this.http = http;
        this.addresses = addresses;
        this.persona = persona;
        this.token = token();
    }

    /** Logs in; the password of every persona is {@code demo}. */
    public static Voice of(HttpClient http, Addresses addresses, String persona) {
        return new Voice(http, addresses, persona);
    }

    /** What the API said. */
    public record Reply(int status, JsonNode body, HttpHeaders headers) {

        /** The id of what came to be. */
        public UUID id() {
            return UUID.fromString(body.required("id").stringValue());
        }

        /** Where it stands in the ledger. */
        public long position() {
            return body.required("positie").longValue();
        }
    }

    /** Tells something with a key of its own, again when the answer was lost; throws on a no. */
    public Reply tell(String key, String path, Map<String, ?> body) {
        for (int tried = 1; ; tried++) {
            var reply = post(path, body, Map.of("Idempotency-Key", key.replace(' ', '-')));
            if (reply.status() < 300) {
                return reply;
            }
            if (reply.status() < 500 || tried == TRIES) {
                throw new IllegalStateException(persona + " " + path + ": " + reply);
            }
        }
    }

    /** A command; a fresh key unless the headers bring one. */
    public Reply post(String path, Object body, Map<String, String> headers) {
        var all = new LinkedHashMap<String, String>();
        all.put("Idempotency-Key", UUID.randomUUID().toString());
        all.putAll(headers);
        return send("POST", addresses.command() + path, body, all);
    }

    /** A command that changes what is there. */
    public Reply put(String path, Object body) {
        return send("PUT", addresses.command() + path, body, Map.of());
    }

    /** A question. */
    public Reply get(String path) {
        return send("GET", addresses.query() + path, null, Map.of());
    }

    /** A question, asked again for a while when it cannot be answered yet. */
    public Reply ask(String path) {
        for (int tried = 1; ; tried++) {
            var reply = get(path);
            if (reply.status() < 500 || tried == PATIENCE) {
                return reply;
            }
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
    }

    /** Any request with this persona's token; a body that is a text goes as it is. */
    public Reply send(
            String method, String url, @Nullable Object body, Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(AT_MOST)
                        .header("Authorization", "Bearer " + token);
        headers.forEach(request::setHeader);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            var text = body instanceof String raw ? raw : JSON.writeValueAsString(body);
            request.setHeader("Content-Type", "application/json");
            request.method(method, BodyPublishers.ofString(text));
        }
        return send(request.build());
    }

    private String token() {
        var basic =
                Base64.getEncoder()
                        .encodeToString((persona + ":demo").getBytes(StandardCharsets.UTF_8));
        var form = "grant_type=" + URLEncoder.encode("client_credentials", StandardCharsets.UTF_8);
        var request =
                HttpRequest.newBuilder(URI.create(addresses.login() + "/oauth2/token"))
                        .timeout(AT_MOST)
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        return send(request).body().required("access_token").stringValue();
    }

    private Reply send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            var body = answer.body().isEmpty() ? "null" : answer.body();
            return new Reply(answer.statusCode(), JSON.readTree(body), answer.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
