package nl.schakel.query.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.schakel.access.edge.Caller;
import nl.schakel.access.edge.Texts;
import nl.schakel.query.login.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The one port through which a form becomes a command: by HTTP, in the name of who is logged in.
 * Whatever comes of it is a {@link Said}, so that a page can keep what was filled in.
 */
final class Commands {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RestClient service;
    private final Tokens tokens;
    private final Texts texts;

    Commands(String address, Tokens tokens, Texts texts) {
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(PATIENCE);
        this.service = RestClient.builder().baseUrl(address).requestFactory(requests).build();
        this.tokens = tokens;
        this.texts = texts;
    }

    private record Answered(
            @Nullable UUID id,
            @JsonProperty("positie") @Nullable Long position,
            @Nullable String detail,
            @JsonProperty("fouten") @Nullable List<Map<String, String>> faults) {}

    /**
     * Sends one command.
     *
     * @param key sent twice with the same body, it is done once
     */
    Said tell(String path, Map<String, ?> body, String key, Caller caller) {
        var token = tokens.mine();
        if (token.isEmpty()) {
            return notDone("sessie-voorbij");
        }
        try {
            return service.post()
                    .uri(path)
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("Idempotency-Key", key)
                    .headers(
                            headers -> {
                                headers.setBearerAuth(token.get());
                                var acting = caller.actor().acting();
                                if (acting != null) {
                                    headers.set("Namens", acting.value().toString());
                                }
                            })
                    .body(body)
                    .exchange((_, response) -> said(response.bodyTo(Answered.class)));
        } catch (RestClientException away) {
            return notDone("even-niet-bereikbaar");
        }
    }

    private Said said(@Nullable Answered answered) {
        if (answered == null) {
            return notDone("even-niet-bereikbaar");
        }
        if (answered.id() != null && answered.position() != null) {
            return new Said.Done(answered.id(), answered.position());
        }
        return new Said.NotDone(
                Objects.requireNonNullElse(answered.detail(), ""),
                Objects.requireNonNullElse(answered.faults(), List.of()));
    }

    private Said notDone(String why) {
        return new Said.NotDone(texts.of(why), List.of());
    }
}
