package nl.schakel.standalone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Tokens for any subject, signed with the key of the login: good ones, and almost good ones. */
record Tokens(
        String issuer,
        String audience,
        String type,
        Instant until,
        JWKSource<SecurityContext> key) {

    private static final long AN_HOUR = 3_600;

    /** As the login gives them. */
    @SuppressWarnings("unchecked")
    static Tokens of(Town town) {
        return new Tokens(
                town.services().addresses().login(),
                "schakel-query",
                "at+jwt",
                Clock.systemUTC().instant().plusSeconds(AN_HOUR),
                town.services().login().getBean(JWKSource.class));
    }

    String token(String subject) {
        var header = JwsHeader.with(SignatureAlgorithm.RS256).type(type).build();
        var claims =
                JwtClaimsSet.builder()
                        .issuer(issuer)
                        .subject(subject)
                        .audience(List.of(audience, audience.replace("query", "command")))
                        .issuedAt(until.minusSeconds(AN_HOUR))
                        .expiresAt(until)
                        .build();
        return new NimbusJwtEncoder(key)
                .encode(JwtEncoderParameters.from(header, claims))
                .getTokenValue();
    }

    Tokens fromIssuer(String other) {
        return new Tokens(other, audience, type, until, key);
    }

    Tokens forAudience(String other) {
        return new Tokens(issuer, other, type, until, key);
    }

    Tokens ofType(String other) {
        return new Tokens(issuer, audience, other, until, key);
    }

    Tokens expired() {
        return new Tokens(issuer, audience, type, until.minusSeconds(2 * AN_HOUR), key);
    }

    /** Signed with another key that calls itself the same. */
    Tokens forged() {
        try {
            RSAKey other = new RSAKeyGenerator(2_048).keyID("other").generate();
            return new Tokens(
                    issuer, audience, type, until, new ImmutableJWKSet<>(new JWKSet(other)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
