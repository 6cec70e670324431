package nl.schakel.access.edge;

import java.net.URI;
import java.util.List;
import nl.schakel.access.fit.Unfit;
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
        @DefaultValue List<String> administrators) {

    /** The issuer; refuses to serve when it is not set, or not safe to trust. */
    public String trustedIssuer() {
        var set =
                required(issuer, "schakel.access.issuer is not set: say whose tokens are trusted.");
        var address = URI.create(set);
        var host = String.valueOf(address.getHost());
        if (!"https".equals(address.getScheme())
                && !host.equals("localhost")
                && !host.equals("127.0.0.1")) {
            throw new Unfit(
                    "schakel.access.issuer must be an https address, or one on this machine.");
        }
        return set;
    }

    /** The own audience; refuses to serve when it is not set. */
    public String ownAudience() {
        return required(
                audience,
                "schakel.access.audience is not set: say how this service is called in a token.");
    }

    private static String required(@Nullable String setting, String otherwise) {
        if (setting == null || setting.isBlank()) {
            throw new Unfit(otherwise);
        }
        return setting;
    }
}
