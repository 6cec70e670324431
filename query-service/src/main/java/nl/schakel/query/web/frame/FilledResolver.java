package nl.schakel.query.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schakel.query.login.Drafts;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a page what was {@link Filled} in: with this very request, or before a session was over.
 */
final class FilledResolver implements HandlerMethodArgumentResolver {

    private final Drafts drafts;

    FilledResolver(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Filled.class;
    }

    @Override
    public Filled resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binder) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        if (HttpMethod.POST.matches(request.getMethod())) {
            return Filled.sent(fields(request));
        }
        return draft(request).map(Filled::kept).orElse(Filled.NOTHING);
    }

    private Optional<Map<String, String>> draft(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().endsWith(Drafts.COOKIE))
                .findFirst()
                .flatMap(cookie -> id(cookie.getValue()))
                .flatMap(id -> drafts.take(id, request.getRequestURI()));
    }

    private static Optional<UUID> id(String value) {
        try {
            return Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> fields(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, values[0]));
        return fields;
    }
}
