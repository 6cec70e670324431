package nl.schakel.access.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.Jwt;

/** A token is ours when its type, issuer, audience, time and subject all are. */
final class OwnTokensTest {

    private static final String ISSUER = "https://inloggen.voorbeeld.nl";
    private static final String AUDIENCE = "schakel-command";

    static Stream<Named<Consumer<Jwt.Builder>>> ours() {
        return Stream.of(
                Named.of("as it should be", _ -> {}),
                Named.of("type written in full", t -> t.header("typ", "application/at+jwt")),
                Named.of("for several", t -> t.audience(List.of("another", AUDIENCE))),
                Named.of("expired within the skew", t -> t.expiresAt(in(-20))),
                Named.of("valid within the skew", t -> t.notBefore(in(20))));
    }

    static Stream<Named<Consumer<Jwt.Builder>>> notOurs() {
        return Stream.of(
                Named.of("an identity token", t -> t.header("typ", "JWT")),
                Named.of("without a type", t -> t.headers(headers -> headers.remove("typ"))),
                Named.of("a logout token", t -> t.header("typ", "logout+jwt")),
                Named.of("of another issuer", t -> t.issuer("https://elders.voorbeeld.nl")),
                Named.of("of nearly that issuer", t -> t.issuer(ISSUER + "/")),
                Named.of("without an issuer", t -> t.claims(claims -> claims.remove("iss"))),
                Named.of("for another audience", t -> t.audience(List.of("schakel-query"))),
                Named.of("for nobody", t -> t.claims(claims -> claims.remove("aud"))),
                Named.of("expired", t -> t.expiresAt(in(-40))),
                Named.of("without an end", t -> t.claims(claims -> claims.remove("exp"))),
                Named.of("not yet valid", t -> t.notBefore(in(40))),
                Named.of("about nobody", t -> t.claims(claims -> claims.remove("sub"))));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void is_taken(Consumer<Jwt.Builder> but) {
        assertThat(mistakes(but)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("notOurs")
    void is_refused(Consumer<Jwt.Builder> but) {
        assertThat(mistakes(but)).isNotEmpty();
    }

    private static List<String> mistakes(Consumer<Jwt.Builder> but) {
        var token =
                Jwt.withTokenValue("token")
                        .headers(headers -> headers.putAll(Map.of("alg", "RS256", "typ", "at+jwt")))
                        .issuer(ISSUER)
                        .audience(List.of(AUDIENCE))
                        .subject("hans")
                        .issuedAt(in(-120))
                        .expiresAt(in(300));
        but.accept(token);
        var found = new ArrayList<String>();
        OwnTokens.validator(ISSUER, AUDIENCE)
                .validate(token.build())
                .getErrors()
                .forEach(error -> found.add(error.getErrorCode()));
        return found;
    }

    private static Instant in(int seconds) {
        return Instant.now().plusSeconds(seconds);
    }
}
