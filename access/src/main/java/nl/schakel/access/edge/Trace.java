package nl.schakel.access.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C trace id of a request: the caller's when it sent a valid one, else a new one. */
final class Trace {

    private static final String ATTRIBUTE = "schakel.trace";
    private static final Pattern PARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private Trace() {}

    static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        var trace = from(request.getHeader("traceparent"));
        request.setAttribute(ATTRIBUTE, trace);
        return trace;
    }

    private static String from(@Nullable String header) {
        if (header != null) {
            var parent = PARENT.matcher(header);
            if (parent.matches()) {
                return parent.group(1);
            }
        }
        return UUID.randomUUID().toString().replace("-", "");
    }
}
