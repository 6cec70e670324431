package nl.schakel.query.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import nl.schakel.access.edge.AccessSettings;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

/** The cookie of a session: bound to this host where TLS is on, and never for scripts. */
class CookieTest {

    @Test
    void where_tls_is_on_it_is_bound_to_this_host() {
        assertThat(cookie("https://inloggen.example"))
                .startsWith("__Host-Schakel=")
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void on_this_machine_it_works_without() {
        assertThat(cookie("http://localhost:8089"))
                .startsWith("Schakel=")
                .contains("; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Secure");
    }

    private static String cookie(String issuer) {
        var request = new MockHttpServletRequest();
        request.setSecure(issuer.startsWith("https:"));
        var response = new MockHttpServletResponse();
        new LoginWiring()
                .cookie(new AccessSettings(issuer, "schakel-query", List.of()))
                .writeCookieValue(new CookieValue(request, response, "waarde"));
        return Objects.requireNonNull(response.getHeader("Set-Cookie"));
    }
}
