package nl.schakel.query.login;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people log in at the provider that {@code schakel.access.issuer} names.
 *
 * @param clientId the name of these pages at the provider
 * @param clientSecret their secret there; none when the provider asks for PKCE alone
 * @param idle after how long without a click somebody is logged out
 */
@ConfigurationProperties("schakel.login")
record LoginSettings(
        String clientId, @Nullable String clientSecret, @DefaultValue("30m") Duration idle) {

    /** The secret; an empty one is none. */
    @Nullable String secret() {
        return clientSecret == null || clientSecret.isBlank() ? null : clientSecret;
    }
}
