package nl.schakel.query.login;

import java.util.Optional;
import nl.schakel.access.edge.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The token with which pages speak for who is logged in. Who clicks twice at once refreshes it
 * once: a lock for each login, whatever the instance.
 */
public final class Tokens {

    private final AuthorizedClientServiceOAuth2AuthorizedClientManager manager;
    private final JdbcClient rows;
    private final TransactionTemplate transaction;

    Tokens(
            ClientRegistrationRepository registrations,
            Clients clients,
            JdbcClient rows,
            TransactionTemplate transaction) {
        this.manager =
                new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients);
        this.manager.setAuthorizedClientProvider(
                OAuth2AuthorizedClientProviderBuilder.builder().refreshToken().build());
        this.rows = rows;
        this.transaction = transaction;
    }

    /** Hers; empty when she has to log in again. */
    public Optional<String> mine() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || authentication instanceof AnonymousAuthenticationToken
                || !(authentication.getPrincipal() instanceof Visitor visitor)) {
            return Optional.empty();
        }
        var token = transaction.execute(_ -> locked(visitor, authentication));
        return token == null ? Optional.empty() : token;
    }

    private Optional<String> locked(Visitor visitor, Authentication authentication) {
        rows.sql("SELECT pg_advisory_xact_lock(5351730, hashtext(?))")
                .param(visitor.getName())
                .query((_, _) -> true)
                .list();
        try {
            var client =
                    manager.authorize(
                            OAuth2AuthorizeRequest.withClientRegistrationId(LoginWiring.PROVIDER)
                                    .principal(authentication)
                                    .build());
            return Optional.ofNullable(client).map(c -> c.getAccessToken().getTokenValue());
        } catch (OAuth2AuthorizationException refused) {
            return Optional.empty();
        }
    }
}
