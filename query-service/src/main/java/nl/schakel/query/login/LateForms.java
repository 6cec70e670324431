package nl.schakel.query.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.access.edge.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * A form that came after its session was over is kept, and shown again after logging in; all else
 * that may not be is a problem.
 */
final class LateForms implements AccessDeniedHandler {

    private static final Set<String> OF_THE_SESSION = Set.of("_csrf", "sleutel", Drafts.WHOSE);

    private final Drafts drafts;
    private final Problems problems;
    private final boolean secure;

    LateForms(Drafts drafts, Problems problems, boolean secure) {
        this.drafts = drafts;
        this.problems = problems;
        this.secure = secure;
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        var whose = denied instanceof CsrfException ? request.getParameter(Drafts.WHOSE) : null;
        var fields = fields(request);
        var kept =
                whose == null || fields.isEmpty()
                        ? Optional.<UUID>empty()
                        : drafts.keep(request.getRequestURI(), fields, whose);
        if (kept.isEmpty()) {
            problems.handle(request, response, denied);
        } else {
            comeBack(kept.get(), request, response);
        }
    }

    private void comeBack(UUID draft, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from((secure ? "__Host-" : "") + Drafts.COOKIE, draft.toString())
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .path("/")
                        .build()
                        .toString());
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, request.getRequestURI());
    }

    private static Map<String, String> fields(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, String>();
        request.getParameterMap()
                .forEach(
                        (name, values) -> {
                            if (!OF_THE_SESSION.contains(name)) {
                                fields.put(name, values[0]);
                            }
                        });
        return fields;
    }
}
