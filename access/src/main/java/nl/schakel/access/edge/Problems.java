package nl.schakel.access.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.schakel.access.NotThere;
import nl.schakel.access.Refused;
import nl.schakel.access.body.Invalid;
import nl.schakel.vault.Vault.GoneForever;
import nl.schakel.vault.Vault.NoLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place that tells problems (RFC 9457): in Dutch, without a stack trace, without what was
 * sent.
 */
@RestControllerAdvice
public final class Problems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String TYPE = "https://schakel.nl/problemen/";
    private static final MediaType HTML =
            new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Texts texts;
    private final ObjectProvider<ProblemPage> page;

    Problems(Texts texts, ObjectProvider<ProblemPage> page) {
        this.texts = texts;
        this.page = page;
    }

    /**
     * A problem as RFC 9457 has it, with all mistakes in {@code fouten} when it is about what was
     * sent.
     */
    record Problem(
            String type,
            String title,
            int status,
            String detail,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Map<String, String>> fouten,
            String spoor) {}

    /** A machine gets it as it is, people get it as a page. */
    @ExceptionHandler
    ResponseEntity<?> told(Throwable thrown, HttpServletRequest request) {
        var problem = problem(thrown, request);
        var shown = shown(problem, request);
        var page = ResponseEntity.status(problem.getStatusCode()).headers(problem.getHeaders());
        return shown == null ? problem : page.contentType(HTML).body(shown);
    }

    private @Nullable String shown(ResponseEntity<Problem> told, HttpServletRequest request) {
        var address = Objects.requireNonNullElse(request.getRequestURI(), "/v1/");
        var people = address.startsWith("/v1/") ? null : page.getIfAvailable();
        var body = Objects.requireNonNull(told.getBody());
        return people == null ? null : people.of(body.title(), body.detail(), body.fouten());
    }

    private ResponseEntity<Problem> problem(Throwable thrown, HttpServletRequest request) {
        return switch (thrown) {
            case Refused refused ->
                    problem(409, "weigering." + refused.key(), refused.key(), request);
            case MethodArgumentTypeMismatchException wrong when asks(wrong) ->
                    invalid(new Invalid(wrong.getName(), "soort"), request);
            case NotThere _, TypeMismatchException _ -> problem(404, request);
            case Invalid invalid -> invalid(invalid, request);
            case HttpMessageNotReadableException _ ->
                    invalid(new Invalid("", "geen-json"), request);
            case Stopped stopped -> problem(stopped.status(), stopped.key(), request);
            case GoneForever _ -> problem(409, "gewist", request);
            case NoLog _, DataAccessException _, TransactionException _ -> away(thrown, request);
            case ErrorResponse known -> known(known, request);
            default -> unexpected(thrown, request);
        };
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException thrown)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(problem(401, request), request, response);
    }

    /**
     * What nobody may do here is not there; a form that comes too late, or from elsewhere, is told.
     */
    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException thrown)
            throws IOException {
        int status = thrown instanceof CsrfException ? 403 : 404;
        write(problem(status, request), request, response);
    }

    void write(
            ResponseEntity<Problem> problem,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var shown = shown(problem, request);
        response.setStatus(problem.getStatusCode().value());
        response.setContentType(
                (shown == null ? MediaType.APPLICATION_PROBLEM_JSON : HTML).toString());
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(shown == null ? JSON.writeValueAsString(problem.getBody()) : shown);
    }

    ResponseEntity<Problem> problem(int status, HttpServletRequest request) {
        return problem(
                status,
                switch (status) {
                    case 400 -> "ongeldig";
                    case 401 -> "niet-ingelogd";
                    case 403 -> "sessie-voorbij";
                    case 404 -> "niet-gevonden";
                    case 405 -> "zo-niet";
                    case 406, 415 -> "andere-vorm";
                    default -> status < 500 ? "ongeldig" : "onverwacht";
                },
                request);
    }

    /** A wrong id in the address is not there; a wrong value in the question is a mistake. */
    private static boolean asks(MethodArgumentTypeMismatchException wrong) {
        return wrong.getParameter().hasParameterAnnotation(RequestParam.class);
    }

    /** What Spring found, with what it says of what can be done instead, such as {@code Allow}. */
    private ResponseEntity<Problem> known(ErrorResponse known, HttpServletRequest request) {
        var told = problem(Math.min(known.getStatusCode().value(), 500), request);
        return ResponseEntity.status(told.getStatusCode())
                .headers(known.getHeaders())
                .headers(told.getHeaders())
                .body(told.getBody());
    }

    private ResponseEntity<Problem> invalid(Invalid invalid, HttpServletRequest request) {
        var faults =
                invalid.faults().stream()
                        .map(
                                fault ->
                                        Map.of(
                                                "veld",
                                                fault.field(),
                                                "melding",
                                                texts.of("fout." + fault.key())))
                        .toList();
        return entity(
                new Problem(
                        TYPE + "ongeldig",
                        texts.of("ongeldig.titel"),
                        400,
                        texts.of("ongeldig"),
                        faults,
                        Trace.of(request)));
    }

    private ResponseEntity<Problem> away(Throwable thrown, HttpServletRequest request) {
        LOG.warn("cannot answer now: {} trace {}", thrown.getClass().getName(), Trace.of(request));
        return problem(503, "even-niet-bereikbaar", request);
    }

    /** Only the kind and the places are logged: a message could hold what somebody wrote. */
    private ResponseEntity<Problem> unexpected(Throwable thrown, HttpServletRequest request) {
        var first = thrown;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        LOG.error(
                "unexpected {} of {} at {} trace {}",
                thrown.getClass().getName(),
                first.getClass().getName(),
                places(first),
                Trace.of(request));
        return problem(500, request);
    }

    /** Where it was thrown, and from where of ours. */
    private static List<StackTraceElement> places(Throwable thrown) {
        var frames = Stream.of(thrown.getStackTrace());
        var ours =
                Stream.of(thrown.getStackTrace())
                        .filter(f -> f.getClassName().startsWith("nl.schakel"));
        return Stream.concat(frames.limit(1), ours.limit(3)).distinct().toList();
    }

    private ResponseEntity<Problem> problem(int status, String key, HttpServletRequest request) {
        return problem(status, key, key, request);
    }

    private ResponseEntity<Problem> problem(
            int status, String text, String type, HttpServletRequest request) {
        var title = status == 409 ? "weigering.titel" : text + ".titel";
        return entity(
                new Problem(
                        TYPE + type,
                        texts.of(title),
                        status,
                        texts.of(text),
                        List.of(),
                        Trace.of(request)));
    }

    private static ResponseEntity<Problem> entity(Problem problem) {
        var response =
                ResponseEntity.status(problem.status())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        return (problem.status() >= 503 ? response.header(HttpHeaders.RETRY_AFTER, "2") : response)
                .body(problem);
    }
}
