package nl.schakel.benchmarks.posting;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import nl.schakel.ledger.codec.FactCodec;
import nl.schakel.standalone.login.DemoLogin;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A real OpenID provider on loopback: that of the demo. */
final class Login implements AutoCloseable {

    private final ConfigurableApplicationContext context =
            DemoLogin.application().registerShutdownHook(false).run("--server.port=0");

    String issuer() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return "http://localhost:" + Objects.requireNonNull(server).getPort();
    }

    /** A token that is good for a working day. */
    String token(String persona) {
        var word = (persona + ":demo").getBytes(StandardCharsets.UTF_8);
        var request =
                HttpRequest.newBuilder(URI.create(issuer() + "/oauth2/token"))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(word))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = ByPost.sent(http, request).body();
            return FactCodec.json().readTree(answer).required("access_token").stringValue();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
