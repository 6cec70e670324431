package nl.schakel.standalone;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Keycloak with one realm: our pages as a client, and two people. */
final class Keycloak implements AutoCloseable {

    /** The password of everybody there. */
    static final String WORD = "demo";

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int MILLIS = 500;
    private static final String REALM =
            """
            {"realm": "schakel", "enabled": true, "sslRequired": "none",
             "users": [%s, %s],
             "clients": [{"clientId": "schakel-pages", "secret": "demo", "publicClient": false,
               "standardFlowEnabled": true, "directAccessGrantsEnabled": true,
               "redirectUris": ["http://127.0.0.1:*"],
               "attributes": {"pkce.code.challenge.method": "S256",
                 "access.token.header.type.rfc9068": "true",
                 "post.logout.redirect.uris": "http://127.0.0.1:*"},
               "protocolMappers": [%s, %s]}]}
            """;
    private static final String USER =
            """
            {"id": "%1$s", "username": "%2$s", "firstName": "%2$s", "lastName": "%2$s",
             "email": "%2$s@example.org", "emailVerified": true, "enabled": true,
             "credentials": [{"type": "password", "value": "demo"}]}
            """;
    private static final String AUDIENCE =
            """
            {"name": "%1$s", "protocol": "openid-connect", "protocolMapper": "oidc-audience-mapper",
             "config": {"included.custom.audience": "%1$s", "access.token.claim": "true"}}
            """;

    final UUID samira = UUID.randomUUID();
    final UUID beheer = UUID.randomUUID();
    private final int port;
    private final Process process;

    private Keycloak() throws IOException {
        var home = home();
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var realm =
                REALM.formatted(
                        USER.formatted(samira, "samira"),
                        USER.formatted(beheer, "beheer"),
                        AUDIENCE.formatted("schakel-command"),
                        AUDIENCE.formatted("schakel-query"));
        var imported = Files.createDirectories(home.resolve("data/import"));
        Files.writeString(imported.resolve("schakel-realm.json"), realm);
        process =
                new ProcessBuilder(
                                "sh",
                                home.resolve("bin/kc.sh").toString(),
                                "start-dev",
                                "--import-realm",
                                "--http-host=127.0.0.1",
                                "--http-port=" + port)
                        .redirectErrorStream(true)
                        .redirectOutput(Path.of("target/keycloak.txt").toFile())
                        .start();
    }

    /** Starts it and waits until it answers; the first time takes minutes. */
    static Keycloak start() throws IOException, InterruptedException {
        var keycloak = new Keycloak();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!keycloak.answers()) {
            if (System.nanoTime() > end || !keycloak.process.isAlive()) {
                keycloak.close();
                throw new AssertionError("see target/keycloak.txt");
            }
            Thread.sleep(MILLIS);
        }
        return keycloak;
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/schakel";
    }

    /** A token of one of the two, as any client gets it. */
    String token(String who) {
        var form =
                "grant_type=password&client_id=schakel-pages&client_secret=demo&scope=openid&username=%s&password=%s"
                        .formatted(who, WORD);
        return Wire.ask(
                        "POST",
                        issuer() + "/protocol/openid-connect/token",
                        form,
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .json()
                .required("access_token")
                .stringValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() {
        try {
            var where = issuer() + "/.well-known/openid-configuration";
            return Wire.ask("GET", where, null).status() == 200;
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    private static Path home() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("target"))) {
            return all.filter(one -> one.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }
}
