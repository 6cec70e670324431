package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schakel.standalone.Wire.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong is told in one form, in Dutch, and gives nothing away. */
final class ProblemsTest {

    private static final String CANARY = "kanarie-8f1e";
    private static final List<String> INSIDES =
            List.of("Exception", "nl.schakel", "java.", "\tat ", "SQL", "Tomcat", CANARY);

    private final Town town = Town.town();
    private final String query = town.services().addresses().query();
    private final String command = town.services().addresses().command();
    private final String token = Tokens.of(town).token("samira");

    @Test
    void what_is_not_there_is_404() {
        for (var path : List.of("/v1/" + CANARY, "/v1/ik/", "/v1/IK", "/v1/werklijst/")) {
            told(Wire.get(token, query + path), 404, "niet-gevonden");
        }
        var body = Map.of("naam", "a", "roepnaam", "b", "buurt", "c");
        told(Wire.post(token, command + "/v1/inwoners/", body), 404, "niet-gevonden");
        told(Wire.post(token, command + "/v1/" + CANARY, body), 404, "niet-gevonden");
        told(Wire.get(token, query + "/v1/inwoners/" + CANARY + "/pad"), 404, "niet-gevonden");
    }

    @Test
    void another_act_is_405_and_says_which_there_are() {
        for (var method : List.of("DELETE", "PATCH", "POST")) {
            var said = as(method, query + "/v1/ik");
            told(said, 405, "zo-niet");
            assertThat(said.header("Allow")).contains("GET");
        }
        told(as("GET", command + "/v1/inwoners"), 405, "zo-niet");
    }

    @Test
    void another_form_is_406() {
        for (var type : List.of("text/html", "application/xml", "image/png")) {
            told(as("GET", query + "/v1/ik", "Accept", type), 406, "andere-vorm");
        }
    }

    @Test
    void a_rule_that_says_no_is_409_with_its_name_and_what_can_be_done_instead() {
        var handover = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        handover.onReferral("joke", "/niet-nu", Map.of("woorden", CANARY));
        var path = command + "/v1/verwijzingen/" + handover.referral + "/niet-nu";
        var said = Wire.post(Tokens.of(town).token("joke"), path, Map.of("woorden", CANARY));
        told(said, 409, "already-answered");
        assertThat(said.json().required("title").stringValue()).isEqualTo("Dit kan nu niet");
        assertThat(said.json().required("detail").stringValue())
                .isEqualTo(
                        "Op deze verwijzing is al geantwoord. Kijk op het pad hoe het verder ging.");
    }

    @Test
    void what_the_ledger_does_not_have_yet_is_504_in_bounded_time() {
        var person = town.newcomer("samira");
        var questions =
                List.of(
                        "/v1/werklijst",
                        "/v1/zorgsignalen",
                        "/v1/inwoners/" + person + "/pad",
                        "/v1/inwoners/" + person + "/handleiding",
                        "/v1/verwijzingen/" + UUID.randomUUID());
        for (var question : questions) {
            var before = Instant.now();
            var said = Wire.get(token, query + question + "?naPositie=999999999");
            told(said, 504, "nog-niet-bijgewerkt");
            assertThat(said.header("Retry-After")).isEqualTo("2");
            assertThat(Duration.between(before, Instant.now()))
                    .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        }
    }

    @Test
    void a_question_after_a_command_has_seen_it() {
        for (int i = 0; i < 20; i++) {
            var handover = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);
            var said = handover.onReferral("joke", "/vragen", Map.of("vraag", "Met hout?"));
            var path = "/v1/inwoners/" + handover.person + "/pad?naPositie=" + said.position();
            var seen = town.voice("samira").get(path).body();
            assertThat(seen.required("positie").longValue()).isEqualTo(said.position());
            assertThat(seen.required("schakelmomenten")).hasSize(2);
        }
    }

    @Test
    void a_problem_bears_the_trace_of_the_caller() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var parent = "00-" + trace + "-00f067aa0ba902b7-01";
        var said = as("GET", query + "/v1/niets", "traceparent", parent);
        assertThat(said.json().required("spoor").stringValue()).isEqualTo(trace);
        var wrong = as("GET", query + "/v1/niets", "traceparent", CANARY);
        assertThat(wrong.text()).doesNotContain(CANARY);
    }

    @Test
    void what_was_sent_never_comes_back_in_a_problem() {
        var url = command + "/v1/inwoners";
        var body = "{\"naam\": \"\", \"email\": \"" + CANARY + "\", \"buurt\": \"" + CANARY + "\"}";
        told(Wire.post(token, url, body), 400, "ongeldig");
        told(Wire.post(token, url, "{\"naam\": " + CANARY), 400, "ongeldig");
        told(Wire.post(token, url, "{}", "If-Match", CANARY), 400, "ongeldig");
        told(Wire.get(token, query + "/v1/werklijst?na=" + CANARY), 400, "ongeldig");
        told(Wire.get(token + CANARY, query + "/v1/ik"), 401, "niet-ingelogd");
        told(as("GET", query + "/v1/ik", "Namens", CANARY), 404, "niet-gevonden");
        told(Wire.get(token, query + "/v1//" + CANARY), 400, "ongeldig");
        told(Wire.get(token, query + "/v1/ik;" + CANARY + "=1"), 400, "ongeldig");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/[" + CANARY + " HTTP/1.1\r\nHost: x\r\n",
                "GET /v1/%zz HTTP/1.1\r\nHost: x\r\n",
                "GET /v1/ik%2f" + CANARY + " HTTP/1.1\r\nHost: x\r\n",
                "GET /v1/ik HTTP/1.1\r\n",
                "GET /v1/ik HTTP/9.9\r\nHost: x\r\n",
                CANARY + "\r\n",
                "GET /v1/ik HTTP/1.1\r\nHost: x\r\nCookie: {long}\r\n",
                "TRACE /v1/ik HTTP/1.1\r\nHost: x\r\n"
            })
    void what_the_container_refuses_is_told_like_everything_else(String request)
            throws IOException {
        var port = URI.create(query).getPort();
        try (var line = new Socket("localhost", port)) {
            line.setSoTimeout(10_000);
            var whole = request.replace("{long}", "x".repeat(30_000)) + "Connection: close\r\n\r\n";
            line.getOutputStream().write(whole.getBytes(StandardCharsets.ISO_8859_1));
            var answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 ")
                    .contains("API-Version: 1.0.0")
                    .contains("Content-Type: application/problem+json")
                    .contains("\"type\":\"https://schakel.nl/problemen/");
            assertThat(INSIDES).noneMatch(answer::contains);
            assertThat(answer).doesNotContain("<html");
        }
    }

    @Test
    void whatever_is_answered_names_the_version_of_the_api_and_is_kept_by_nobody() {
        var answers = new ArrayList<Said>();
        answers.add(Wire.get(token, query + "/v1/ik"));
        answers.add(Wire.ask("GET", query + "/v1/openapi.json", null));
        answers.add(Wire.ask("GET", query + "/v1/ik", null));
        answers.add(Wire.post(token, command + "/v1/inwoners", Map.of()));
        for (var said : answers) {
            assertThat(said.headers().allValues("API-Version")).containsExactly("1.0.0");
            assertThat(said.header("Cache-Control")).contains("no-store");
            assertThat(said.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(said.header("Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; frame-ancestors 'none'");
            assertThat(said.header("Server")).isEmpty();
        }
    }

    private Said as(String method, String url, String... headers) {
        var all = new ArrayList<>(List.of("Authorization", "Bearer " + token));
        all.addAll(List.of(headers));
        return Wire.ask(method, url, null, all.toArray(String[]::new));
    }

    private static void told(Said said, int status, String type) {
        assertThat(said.status()).as(said.text()).isEqualTo(status);
        assertThat(said.header("Content-Type")).startsWith("application/problem+json");
        assertThat(said.header("API-Version")).isEqualTo("1.0.0");
        assertThat(said.problem()).isEqualTo(type);
        var problem = said.json();
        assertThat(problem.required("status").intValue()).isEqualTo(status);
        assertThat(problem.required("title").stringValue()).isNotBlank();
        assertThat(problem.required("detail").stringValue()).endsWith(".");
        assertThat(problem.required("spoor").stringValue()).matches("[0-9a-f]{32}");
        assertThat(INSIDES).noneMatch(said.text()::contains);
    }
}
