package nl.schakel.standalone.login;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.*;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;

/** The demo login sends a browser back to this machine only, whatever the port. */
final class OnlyHere {

    /** Where the pages take in who logged in. */
    static final String BACK = "/login/oauth2/code/schakel";

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");

    private static final OAuth2Error NOT_HERE = new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST);

    private OnlyHere() {}

    static void mayCome(List<AuthenticationProvider> providers) {
        for (var provider : providers) {
            if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider code) {
                code.setAuthenticationValidator(
                        OAuth2AuthorizationCodeRequestAuthenticationValidator
                                .DEFAULT_SCOPE_VALIDATOR
                                .andThen(
                                        asked -> {
                                            OAuth2AuthorizationCodeRequestAuthenticationToken
                                                    token = asked.getAuthentication();
                                            if (!isHere(token.getRedirectUri(), BACK)) {
                                                throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                                                        NOT_HERE, null);
                                            }
                                        }));
            }
        }
    }

    static void mayLeave(List<AuthenticationProvider> providers) {
        for (var provider : providers) {
            if (provider instanceof OidcLogoutAuthenticationProvider logout) {
                logout.setAuthenticationValidator(
                        asked -> {
                            OidcLogoutAuthenticationToken token = asked.getAuthentication();
                            if (!isHere(token.getPostLogoutRedirectUri(), "/")) {
                                throw new OAuth2AuthenticationException(NOT_HERE);
                            }
                        });
            }
        }
    }

    private static boolean isHere(@Nullable String address, String path) {
        var to = URI.create(address == null ? "" : address);
        return to.getHost() != null && HERE.contains(to.getHost()) && path.equals(to.getPath());
    }
}
