package nl.schakel.query.web.frame;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.access.edge.Caller;
import nl.schakel.access.edge.Texts;
import nl.schakel.query.login.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The one port through which a form becomes a command: by HTTP, in the name of who is logged in.
 * Whatever comes of it is a {@link Said}, so that a page can keep what was filled in.
 */
public final class Commands {

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
     * One command.
     *
     * @param method POST, or PUT for what is moved
     * @param key sent twice with the same body, it is done once
     * @param side the party in whose name; null for herself
     */
    public record Command(
            HttpMethod method, String path, Map<String, ?> body, String key, @Nullable UUID side) {

        /** Something that comes to be, in the name for which she acts. */
        public static Command post(String path, Map<String, ?> body, String key, Caller caller) {
            var acting = caller.actor().acting();
            return new Command(
                    HttpMethod.POST, path, body, key, acting == null ? null : acting.value());
        }
    }

    /** Sends one command. */
    public Said tell(Command command) {
        var token = tokens.mine();
        if (token.isEmpty()) {
            return notDone("sessie-voorbij", false);
        }
        try {
            return said(sent(command, token.get(), Answered.class));
        } catch (RestClientException away) {
            return notDone("even-niet-bereikbaar", true);
        }
    }

    /** Asks the side that decides what it would do; empty when it does not say. */
    public <T> Optional<T> ask(Command command, Class<T> answer) {
        try {
            return tokens.mine()
                    .flatMap(token -> Optional.ofNullable(sent(command, token, answer)));
        } catch (RestClientException away) {
            return Optional.empty();
        }
    }

    private <T> @Nullable T sent(Command command, String token, Class<T> answer) {
        return service.method(command.method())
                .uri(command.path())
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", command.key())
                .headers(
                        headers -> {
                            headers.setBearerAuth(token);
                            if (command.side() != null) {
                                headers.set("Namens", command.side().toString());
                            }
                        })
                .body(command.body())
                .exchange((_, response) -> response.bodyTo(answer));
    }

    private Said said(@Nullable Answered answered) {
        if (answered == null) {
            return notDone("even-niet-bereikbaar", true);
        }
        if (answered.id() != null && answered.position() != null) {
            return new Said.Done(answered.id(), answered.position());
        }
        return new Said.NotDone(
                Objects.requireNonNullElse(answered.detail(), ""),
                Objects.requireNonNullElse(answered.faults(), List.of()),
                false);
    }

    private Said notDone(String why, boolean unsure) {
        return new Said.NotDone(texts.of(why), List.of(), unsure);
    }
}
