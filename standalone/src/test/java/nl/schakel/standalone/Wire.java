package nl.schakel.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The services as anybody on the wire meets them: any method, address, header and body. */
final class Wire {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private Wire() {}

    /** What came back, as it came. */
    record Said(int status, String text, HttpHeaders headers) {

        JsonNode json() {
            return JSON.readTree(text);
        }

        /** The last part of the problem's type. */
        String problem() {
            var type = json().required("type").stringValue();
            return type.substring(type.lastIndexOf('/') + 1);
        }

        /** The text, but for the one field that differs each time. */
        String withoutTrace() {
            return text.replaceAll("\"spoor\":\"[0-9a-f]{32}\"", "\"spoor\":\"\"");
        }

        /** Where the mistakes are, each with the sentence that says what is wrong. */
        Map<String, String> faults() {
            var faults = new TreeMap<String, String>();
            json().path("fouten")
                    .forEach(
                            fault ->
                                    faults.put(
                                            fault.required("veld").stringValue(),
                                            fault.required("melding").stringValue()));
            return faults;
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /** A question with this token. */
    static Said get(String token, String url) {
        return ask("GET", url, null, "Authorization", "Bearer " + token);
    }

    /** A command with this token and a key of its own. */
    static Said post(String token, String url, Object body, String... headers) {
        var all = new String[headers.length + 6];
        all[0] = "Authorization";
        all[1] = "Bearer " + token;
        all[2] = "Content-Type";
        all[3] = "application/json";
        all[4] = "Idempotency-Key";
        all[5] = UUID.randomUUID().toString();
        System.arraycopy(headers, 0, all, 6, headers.length);
        return ask("POST", url, body, all);
    }

    /** Any request; a body that is a text goes as it is, a later header replaces an earlier one. */
    static Said ask(String method, String url, @Nullable Object body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        var sent =
                switch (body) {
                    case null -> BodyPublishers.noBody();
                    case byte[] raw -> BodyPublishers.ofByteArray(raw);
                    case String text -> BodyPublishers.ofString(text);
                    default -> BodyPublishers.ofString(JSON.writeValueAsString(body));
                };
        try {
            var answer = HTTP.send(request.method(method, sent).build(), BodyHandlers.ofString());
            return new Said(answer.statusCode(), answer.body(), answer.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Somebody for whom a route is there asks for it, or does it. */
    static Said knock(Town town, Access.Route route) {
        var addresses = town.services().addresses();
        return ask(
                route.method(),
                (route.asks() ? addresses.query() : addresses.command()) + route.path(),
                route.body(),
                "Authorization",
                "Bearer " + Tokens.of(town).token(route.somebody()),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }
}
