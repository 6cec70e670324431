package nl.schakel.access.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import nl.schakel.access.Actor;
import nl.schakel.access.Members;
import nl.schakel.access.NotThere;
import nl.schakel.access.body.Invalid;
import nl.schakel.events.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives an endpoint or a page its {@link Caller}: from token or session, by facts, with the
 * conditions of the request.
 */
final class CallerResolver implements HandlerMethodArgumentResolver {

    private static final String FOR_WHOM = "Namens";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern VERSION = Pattern.compile("\"?([0-9]{1,18})\"?");

    private final Accounts accounts;
    private final Members members;

    CallerResolver(Accounts accounts, Members members) {
        this.accounts = accounts;
        this.members = members;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binder) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        return switch (principal()) {
            case Jwt jwt -> calling(jwt, request);
            case Visitor visitor -> visiting(visitor, request);
            default -> throw new NotThere();
        };
    }

    /** A machine, or a person by hand: its conditions stand in the headers. */
    private Caller calling(Jwt jwt, HttpServletRequest request) {
        var issuer = Objects.requireNonNull(jwt.getIssuer()).toString();
        var actor = behind(accounts.of(issuer, Objects.requireNonNull(jwt.getSubject())));
        return new Caller(
                acting(actor, request.getHeader(FOR_WHOM), request),
                key(request),
                expected(request),
                Trace.of(request));
    }

    /** Somebody at a page, whose form says for whom she acts. */
    private Caller visiting(Visitor visitor, HttpServletRequest request) {
        var actor = behind(new AccountId(visitor.login()));
        return new Caller(
                acting(actor, request.getParameter("namens"), request),
                null,
                OptionalLong.empty(),
                Trace.of(request));
    }

    private static Object principal() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var principal = authentication == null ? null : authentication.getPrincipal();
        if (principal == null) {
            throw new NotThere();
        }
        return principal;
    }

    private Actor behind(AccountId account) {
        return members.behind(account, accounts.administers(account)).orElseThrow(NotThere::new);
    }

    private static Actor acting(Actor actor, @Nullable String chosen, HttpServletRequest request) {
        var parties = actor.memberships().keySet();
        if (chosen != null) {
            var party =
                    parties.stream()
                            .filter(p -> p.value().toString().equals(chosen))
                            .findFirst()
                            .orElseThrow(NotThere::new);
            return actor.actingFor(party);
        }
        if (parties.size() == 1) {
            return actor.actingFor(parties.iterator().next());
        }
        if (parties.size() > 1 && writes(request)) {
            throw new Invalid(FOR_WHOM, "namens-wie");
        }
        return actor;
    }

    private static @Nullable String key(HttpServletRequest request) {
        var key = request.getHeader("Idempotency-Key");
        if (key == null ? request.getMethod().equals("POST") : !KEY.matcher(key).matches()) {
            throw new Invalid("Idempotency-Key", key == null ? "verplicht" : "sleutel");
        }
        return key;
    }

    private static OptionalLong expected(HttpServletRequest request) {
        var version = request.getHeader("If-Match");
        if (version == null || version.equals("*")) {
            return OptionalLong.empty();
        }
        var number = VERSION.matcher(version);
        if (!number.matches()) {
            throw new Invalid("If-Match", "versie");
        }
        return OptionalLong.of(Long.parseLong(number.group(1)));
    }

    private static boolean writes(HttpServletRequest request) {
        return !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
    }
}
