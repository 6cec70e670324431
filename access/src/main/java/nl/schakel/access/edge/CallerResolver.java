package nl.schakel.access.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import nl.schakel.access.Actor;
import nl.schakel.access.Members;
import nl.schakel.access.NotThere;
import nl.schakel.access.body.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives an endpoint its {@link Caller}: from the token, by facts, with the conditions in the
 * headers.
 */
final class CallerResolver implements HandlerMethodArgumentResolver {

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
        var actor = acting(actor(), request);
        return new Caller(actor, key(request), expected(request), Trace.of(request));
    }

    private Actor actor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Jwt jwt)) {
            throw new NotThere();
        }
        var issuer = Objects.requireNonNull(jwt.getIssuer()).toString();
        var subject = Objects.requireNonNull(jwt.getSubject());
        return members.behind(accounts.of(issuer, subject), accounts.administers(subject))
                .orElseThrow(NotThere::new);
    }

    private static Actor acting(Actor actor, HttpServletRequest request) {
        var chosen = request.getHeader("Namens");
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
            throw new Invalid("Namens", "namens-wie");
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
