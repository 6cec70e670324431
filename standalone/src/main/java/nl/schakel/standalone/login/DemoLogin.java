package nl.schakel.standalone.login;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

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

    /** So short that pages have to refresh it, as they would anywhere. */
    private static final Duration A_QUARTER = Duration.ofMinutes(15);

    /** The name of the Dutch pages here. */
    private static final String PAGES = "schakel-pages";

    /** The application, for who runs it beside others in one process. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(DemoLogin.class)
                .properties("spring.config.name=demo-login");
    }

    /** Tokens for curl, and the ordinary code flow for a browser. */
    @Bean
    @Order(1)
    SecurityFilterChain tokens(HttpSecurity http) {
        return http.oauth2AuthorizationServer(
                        server -> {
                            http.securityMatcher(server.getEndpointsMatcher());
                            server.authorizationEndpoint(
                                    there -> there.authenticationProviders(OnlyHere::mayCome));
                            server.oidc(
                                    oidc ->
                                            oidc.logoutEndpoint(
                                                    there ->
                                                            there.authenticationProviders(
                                                                    OnlyHere::mayLeave)));
                        })
                .authorizeHttpRequests(routes -> routes.anyRequest().authenticated())
                .exceptionHandling(
                        first ->
                                first.authenticationEntryPoint(
                                        new LoginUrlAuthenticationEntryPoint(PersonaPage.PATH)))
                .build();
    }

    /** One click on who you are; there is nothing else here. */
    @Bean
    @Order(2)
    SecurityFilterChain choosing(HttpSecurity http) {
        return http.authorizeHttpRequests(
                        routes ->
                                routes.dispatcherTypeMatchers(DispatcherType.ERROR)
                                        .permitAll()
                                        .requestMatchers(
                                                PersonaPage.PATH,
                                                PersonaPage.STYLE,
                                                PersonaPage.ICON)
                                        .permitAll()
                                        .anyRequest()
                                        .denyAll())
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                        csp -> csp.policyDirectives(PersonaPage.POLICY)))
                .formLogin(form -> form.loginPage(PersonaPage.PATH).usernameParameter("persona"))
                .build();
    }

    /** Believes everybody who says who she is. */
    @Bean
    AuthenticationProvider believing() {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication said) {
                var persona = said.getName();
                if (!PERSONAS.contains(persona)) {
                    throw new BadCredentialsException(persona);
                }
                var now =
                        FactorGrantedAuthority.withAuthority("FACTOR_DEMO_PERSONA")
                                .issuedAt(Instant.now())
                                .build();
                return UsernamePasswordAuthenticationToken.authenticated(
                        persona, null, List.of(now));
            }

            @Override
            public boolean supports(Class<?> kind) {
                return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
            }
        };
    }

    @Bean
    RegisteredClientRepository clients() {
        var all = Stream.concat(PERSONAS.stream().map(DemoLogin::client), Stream.of(pages()));
        return new InMemoryRegisteredClientRepository(all.toList());
    }

    /** The type that RFC 9068 gives an access token, and the services that it is for. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> accessTokens() {
        return token -> {
            if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
                token.getJwsHeader().type("at+jwt");
                token.getClaims().audience(AUDIENCE);
            }
        };
    }

    /** The Dutch pages, with a browser and PKCE. */
    private static RegisteredClient pages() {
        return RegisteredClient.withId(PAGES)
                .clientId(PAGES)
                .clientSecret("{bcrypt}" + QUICK.encode("demo"))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri("http://127.0.0.1" + OnlyHere.BACK)
                .postLogoutRedirectUri("http://127.0.0.1/")
                .scope("openid")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(A_QUARTER).build())
                .build();
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
