package nl.schakel.access.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Only RS256 under a key that the provider publishes is a signature; against a real provider. */
final class SignaturesTest {

    private static final String AUDIENCE = "schakel-command";

    private final RSAKey key = key("one");
    private final HttpServer provider = provider();
    private final String issuer = "http://127.0.0.1:" + provider.getAddress().getPort();
    private final JwtDecoder decoder = OwnTokens.decoder(issuer, AUDIENCE);

    @BeforeEach
    void provide() {
        answer(
                "/.well-known/openid-configuration",
                """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "id_token_signing_alg_values_supported": ["RS256"],
                 "authorization_endpoint": "%1$s/a", "token_endpoint": "%1$s/t",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"]}
                """
                        .formatted(issuer));
        answer("/keys", new JWKSet(key.toPublicJWK()).toString());
        provider.start();
    }

    @AfterEach
    void close() {
        provider.stop(0);
    }

    @Test
    void a_token_of_the_provider_is_read() throws JOSEException {
        var token = signed(JWSAlgorithm.RS256, new RSASSASigner(key));
        assertThat(decoder.decode(token).getSubject()).isEqualTo("hans");
    }

    @Test
    void another_algorithm_is_refused_even_under_the_right_key() throws JOSEException {
        refused(signed(JWSAlgorithm.PS256, new RSASSASigner(key)));
        refused(signed(JWSAlgorithm.RS512, new RSASSASigner(key)));
    }

    @Test
    void the_public_key_as_a_shared_secret_is_refused() throws JOSEException {
        var secret = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        refused(signed(JWSAlgorithm.HS256, new MACSigner(secret)));
        refused(signed(JWSAlgorithm.HS256, new MACSigner(key.toRSAPublicKey().getEncoded())));
    }

    @Test
    void a_key_that_the_provider_does_not_publish_is_refused() throws JOSEException {
        refused(signed(JWSAlgorithm.RS256, new RSASSASigner(key("one"))));
        var curve = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        refused(signed(JWSAlgorithm.ES256, new ECDSASigner(curve)));
    }

    @Test
    void no_signature_is_refused() {
        var header = new PlainHeader.Builder().type(new JOSEObjectType("at+jwt")).build();
        refused(new PlainJWT(header, claims("hans")).serialize());
    }

    @Test
    void changed_claims_are_refused() throws JOSEException {
        var token = signed(JWSAlgorithm.RS256, new RSASSASigner(key)).split("\\.");
        var other = new PlainJWT(claims("joke")).serialize().split("\\.")[1];
        refused(token[0] + "." + other + "." + token[2]);
        refused(token[0] + "." + token[1] + ".");
        refused("geen token");
    }

    private void refused(String token) {
        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
    }

    private String signed(JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        var header =
                new JWSHeader.Builder(algorithm)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID("one")
                        .build();
        var token = new SignedJWT(header, claims("hans"));
        token.sign(signer);
        return token.serialize();
    }

    private JWTClaimsSet claims(String subject) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject(subject)
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .build();
    }

    private void answer(String path, String json) {
        provider.createContext(
                path,
                exchange -> {
                    var bytes = json.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, bytes.length);
                    try (exchange) {
                        exchange.getResponseBody().write(bytes);
                    }
                });
    }

    private static HttpServer provider() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
