package nl.schakel.access.edge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are trusted.
 *
 * @param issuer the OIDC provider, by its URL
 * @param audience the name of this service in a token
 * @param administrators subjects that may bring in parties and accounts before any fact says so
 */
@ConfigurationProperties("schakel.access")
public record AccessSettings(
        @Nullable String issuer,
        @Nullable String audience,
        @DefaultValue List<String> administrators) {}
