package nl.schakel.query.login;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import nl.schakel.access.edge.AccessSettings;
import nl.schakel.access.edge.Accounts;
import nl.schakel.access.edge.Problems;
import nl.schakel.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.support.TransactionTemplate;

/** Pages are for who is logged in; what machines ask stays as it is. */
@Configuration
@EnableSpringHttpSession
@EnableConfigurationProperties(LoginSettings.class)
class LoginWiring {

    static final String PROVIDER = "schakel";
    private static final List<String> MACHINES = List.of("/v1/", "/actuator");

    /** What pages may load and where forms may go; the provider, because logging out ends there. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
                    + " connect-src 'self'; form-action 'self' %s; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain pages(
            HttpSecurity http,
            AccessSettings access,
            Clients clients,
            Visitors visitors,
            Leaving leaving,
            Drafts drafts,
            Problems problems) {
        var policy = POLICY.formatted(access.trustedIssuer());
        var late = new LateForms(drafts, problems, secure(access));
        return http.securityMatcher(LoginWiring::people)
                .authorizeHttpRequests(
                        routes ->
                                routes.requestMatchers("/vorm/**")
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy)))
                .exceptionHandling(told -> told.accessDeniedHandler(late))
                .oauth2Login(
                        login ->
                                login.loginPage("/oauth2/authorization/" + PROVIDER)
                                        .authorizedClientService(clients)
                                        .userInfoEndpoint(who -> who.oidcUserService(visitors)))
                .logout(logout -> logout.logoutUrl("/uitloggen").logoutSuccessHandler(leaving))
                .build();
    }

    /** Reads the provider at the first login, so that the service starts while it is away. */
    @Bean
    ClientRegistrationRepository registrations(AccessSettings access, LoginSettings login) {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration(access, login)));
    }

    @Bean
    Clients clients(
            @Qualifier("web") HikariDataSource web,
            Vault vault,
            ClientRegistrationRepository registrations) {
        return new Clients(JdbcClient.create(web), vault, registrations);
    }

    @Bean
    Leaving leaving(ClientRegistrationRepository registrations, Clients clients, Vault vault) {
        return new Leaving(registrations, clients, vault);
    }

    @Bean
    Drafts drafts(@Qualifier("web") HikariDataSource web, Vault vault, InstantSource clock) {
        return new Drafts(JdbcClient.create(web), vault, clock);
    }

    @Bean
    Tokens pageTokens(
            @Qualifier("web") HikariDataSource web,
            ClientRegistrationRepository registrations,
            Clients clients) {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(web));
        return new Tokens(registrations, clients, JdbcClient.create(web), transaction);
    }

    @Bean
    JdbcIndexedSessionRepository sessionRepository(
            @Qualifier("web") HikariDataSource web, LoginSettings login) {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(web));
        var sessions = new JdbcIndexedSessionRepository(new JdbcTemplate(web), transaction);
        sessions.setTableName("pages.session");
        sessions.setDefaultMaxInactiveInterval(login.idle());
        new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
        return sessions;
    }

    @Bean
    CookieSerializer cookie(AccessSettings access) {
        boolean secure = secure(access);
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(secure ? "__Host-Schakel" : "Schakel");
        cookie.setUseSecureCookie(secure);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

    @Bean
    Visitors visitors(Accounts accounts, Vault vault) {
        return new Visitors(accounts, vault);
    }

    private static boolean secure(AccessSettings access) {
        return access.trustedIssuer().startsWith("https:");
    }

    private static boolean people(HttpServletRequest request) {
        return MACHINES.stream().noneMatch(request.getRequestURI()::startsWith);
    }

    private static ClientRegistration registration(AccessSettings access, LoginSettings login) {
        var secret = login.secret();
        return ClientRegistrations.fromIssuerLocation(access.trustedIssuer())
                .registrationId(PROVIDER)
                .clientId(login.clientId())
                .clientSecret(secret)
                .clientAuthenticationMethod(
                        secret == null
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .scope(List.of("openid"))
                .build();
    }
}
