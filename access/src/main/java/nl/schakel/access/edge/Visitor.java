package nl.schakel.access.edge;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Somebody who logged in with a browser: nothing of what the provider told of her, so that a
 * session holds nothing personal.
 *
 * @param login the mark of her login
 * @param proof that she logged in, covered; the provider wants it back when she logs out
 */
public record Visitor(UUID login, String proof) implements OidcUser, Serializable {

    @Override
    public String getName() {
        return login.toString();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    public Map<String, Object> getClaims() {
        return Map.of();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public OidcUserInfo getUserInfo() {
        return new OidcUserInfo(Map.of("sub", getName()));
    }

    /** Was used to get in, and is kept nowhere. */
    @Override
    public OidcIdToken getIdToken() {
        throw new UnsupportedOperationException();
    }
}
