package nl.schakel.standalone.login;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** A small OpenID provider that believes everybody whose password is {@code demo}. */
@SpringBootApplication
public class DemoLogin {

    /** Who can log in; what she may do follows from facts, never from here. */
    public static final List<String> PERSONAS =
            List.of(
                    "samira",
                    "peter",
                    "joke",
                    "sleutel-vrijwilliger",
                    "hans",
                    "wim",
                    "eline",
                    "fatma",
                    "mieke",
                    "tom",
                    "noor",
                    "badhuis",
                    "coordinator",
                    "beleid",
                    "toetser",
                    "auditor",
                    "auditor2",
                    "beheer");

    /** The services that its tokens are for. */
    private static final List<String> AUDIENCE = List.of("schakel-command", "schakel-query");

    /** Quick on purpose: everybody knows this password. */
    private static final PasswordEncoder QUICK = new BCryptPasswordEncoder(4);

    private static final Duration A_WORKING_DAY = Duration.ofHours(8);

    /** The application, for who runs it beside others in one process. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(DemoLogin.class)
                .properties("spring.config.name=demo-login");
    }

    @Bean
    SecurityFilterChain tokens(HttpSecurity http) {
        return http.oauth2AuthorizationServer(_ -> {})
                .authorizeHttpRequests(routes -> routes.anyRequest().authenticated())
                .build();
    }

    @Bean
    RegisteredClientRepository personas() {
        return new InMemoryRegisteredClientRepository(
                PERSONAS.stream().map(DemoLogin::client).toList());
    }

    /** The type that RFC 9068 gives an access token, and the services that it is for. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> accessTokens() {
        return token -> {
            token.getJwsHeader().type("at+jwt");
            token.getClaims().audience(AUDIENCE);
        };
    }

    private static RegisteredClient client(String persona) {
        return RegisteredClient.withId(persona)
                .clientId(persona)
                .clientSecret("{bcrypt}" + QUICK.encode("demo"))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(A_WORKING_DAY).build())
                .build();
    }
}
