package nl.schakel.query.login;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import nl.schakel.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/**
 * The tokens of who is logged in, in PostgreSQL and covered, so that every instance and every tab
 * of hers has the same ones.
 */
final class Clients implements OAuth2AuthorizedClientService {

    private final JdbcClient rows;
    private final Vault vault;
    private final ClientRegistrationRepository registrations;

    Clients(JdbcClient rows, Vault vault, ClientRegistrationRepository registrations) {
        this.rows = rows;
        this.vault = vault;
        this.registrations = registrations;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registration, String principal) {
        return (T)
                rows.sql(
                                "SELECT access, issued, expires, refresh FROM pages.client WHERE login = ?")
                        .param(UUID.fromString(principal))
                        .query((row, _) -> client(registration, principal, row))
                        .optional()
                        .orElse(null);
    }

    @Override
    public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication principal) {
        var access = client.getAccessToken();
        var refresh = client.getRefreshToken();
        rows.sql(
                        """
                        INSERT INTO pages.client (login, access, issued, expires, refresh)
                        VALUES (:login, :access, :issued, :expires, :refresh)
                        ON CONFLICT (login) DO UPDATE SET access = excluded.access, issued = excluded.issued,
                            expires = excluded.expires, refresh = excluded.refresh
                        """)
                .param("login", UUID.fromString(principal.getName()))
                .param("access", covered(access.getTokenValue()))
                .param("issued", Timestamp.from(Objects.requireNonNull(access.getIssuedAt())))
                .param("expires", Timestamp.from(Objects.requireNonNull(access.getExpiresAt())))
                .param("refresh", refresh == null ? null : covered(refresh.getTokenValue()))
                .update();
    }

    @Override
    public void removeAuthorizedClient(String registration, String principal) {
        rows.sql("DELETE FROM pages.client WHERE login = ?")
                .param(UUID.fromString(principal))
                .update();
    }

    private OAuth2AuthorizedClient client(String registration, String principal, ResultSet row)
            throws SQLException {
        var issued = at(row, "issued");
        var refresh = row.getBytes("refresh");
        return new OAuth2AuthorizedClient(
                Objects.requireNonNull(registrations.findByRegistrationId(registration)),
                principal,
                new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER,
                        uncovered(row.getBytes("access")),
                        issued,
                        at(row, "expires")),
                refresh == null ? null : new OAuth2RefreshToken(uncovered(refresh), issued));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private byte[] covered(String token) {
        return vault.cover(Visitors.COVER, token.getBytes(StandardCharsets.UTF_8));
    }

    private String uncovered(byte[] covered) {
        return new String(vault.uncover(Visitors.COVER, covered), StandardCharsets.UTF_8);
    }
}
