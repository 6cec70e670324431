package nl.schakel.query.login;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import nl.schakel.access.edge.Accounts;
import nl.schakel.access.edge.Visitor;
import nl.schakel.vault.Vault;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Of all that the provider tells, only which login it is. */
final class Visitors implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String COVER = "pages";

    private final Accounts accounts;
    private final Vault vault;

    Visitors(Accounts accounts, Vault vault) {
        this.accounts = accounts;
        this.vault = vault;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var token = request.getIdToken();
        var account =
                accounts.of(
                        Objects.requireNonNull(token.getIssuer()).toString(),
                        Objects.requireNonNull(token.getSubject()));
        var covered = vault.cover(COVER, token.getTokenValue().getBytes(StandardCharsets.UTF_8));
        return new Visitor(account.value(), Base64.getEncoder().encodeToString(covered));
    }
}
