package nl.schakel.access.edge;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/**
 * Which tokens are ours: type, algorithm, issuer, own audience, time, subject; nothing is left to a
 * default.
 */
public final class OwnTokens {

    private static final Duration SKEW = Duration.ofSeconds(30);

    private OwnTokens() {}

    /**
     * Reads the provider's keys at the first token, so that a service starts while the provider is
     * down.
     */
    static JwtDecoder decoder(String issuer, String audience) {
        return new SupplierJwtDecoder(
                () -> {
                    var decoder =
                            NimbusJwtDecoder.withIssuerLocation(issuer)
                                    .validateType(false)
                                    .jwsAlgorithm(SignatureAlgorithm.RS256)
                                    .build();
                    decoder.setJwtValidator(validator(issuer, audience));
                    return decoder;
                });
    }

    /** All that a token must be besides well signed (RFC 9068; 30 s of clock skew). */
    static OAuth2TokenValidator<Jwt> validator(String issuer, String audience) {
        return new DelegatingOAuth2TokenValidator<>(
                List.of(
                        new JwtTypeValidator("at+jwt", "application/at+jwt"),
                        new JwtTimestampValidator(SKEW),
                        new JwtIssuerValidator(issuer),
                        new JwtAudienceValidator(audience),
                        new JwtClaimValidator<>("exp", Objects::nonNull),
                        new JwtClaimValidator<>("sub", Objects::nonNull)));
    }
}
