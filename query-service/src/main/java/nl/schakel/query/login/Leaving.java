package nl.schakel.query.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import nl.schakel.access.edge.Visitor;
import nl.schakel.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Logging out ends both: the session here, and the one at the provider (RP-initiated logout). */
final class Leaving implements LogoutSuccessHandler {

    private final ClientRegistrationRepository registrations;
    private final Clients clients;
    private final Vault vault;

    Leaving(ClientRegistrationRepository registrations, Clients clients, Vault vault) {
        this.registrations = registrations;
        this.clients = clients;
        this.vault = vault;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication authentication)
            throws IOException {
        var home = ServletUriComponentsBuilder.fromContextPath(request).path("/").toUriString();
        if (authentication == null || !(authentication.getPrincipal() instanceof Visitor visitor)) {
            response.sendRedirect(home);
            return;
        }
        clients.removeAuthorizedClient(LoginWiring.PROVIDER, visitor.getName());
        response.sendRedirect(there(visitor, home));
    }

    /** Where the provider ends its session too; only home when it has no such place. */
    private String there(Visitor visitor, String home) {
        var provider =
                Objects.requireNonNull(registrations.findByRegistrationId(LoginWiring.PROVIDER));
        var end =
                provider.getProviderDetails()
                        .getConfigurationMetadata()
                        .get("end_session_endpoint");
        if (end == null) {
            return home;
        }
        return UriComponentsBuilder.fromUriString(end.toString())
                .queryParam("id_token_hint", uncovered(visitor))
                .queryParam("post_logout_redirect_uri", home)
                .encode()
                .toUriString();
    }

    private String uncovered(Visitor visitor) {
        var proof = vault.uncover(Visitors.COVER, Base64.getDecoder().decode(visitor.proof()));
        return new String(proof, StandardCharsets.UTF_8);
    }
}
