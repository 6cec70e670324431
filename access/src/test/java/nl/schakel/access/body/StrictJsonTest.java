package nl.schakel.access.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import nl.schakel.access.body.Invalid.Fault;
import nl.schakel.events.support.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.MockHttpInputMessage;
import tools.jackson.databind.json.JsonMapper;

/** A body is read as it was meant, or every mistake in it is named at once. */
final class StrictJsonTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();
    private static final String GOOD =
            """
            {"wens": "Weer ergens nodig zijn", "niveau": "nabij", "aantal": 3, "dag": "2026-03-02",
             "kopjes": [{"titel": "Rust", "tekst": "samen naar buiten"}]}
            """;

    record Heading(
            @JsonProperty("titel") @NotNull(message = "verplicht") @Text(max = 10) String title,
            @JsonProperty("tekst") @NotNull(message = "verplicht") @Text String text) {}

    record Wish(
            @JsonProperty("wens") @NotNull(message = "verplicht") @Text(max = 100) String wish,
            @JsonProperty("niveau") @OneOf(Level.class) @Nullable String level,
            @JsonProperty("aantal") @Nullable Integer count,
            @JsonProperty("dag") @Nullable LocalDate day,
            @JsonProperty("kopjes") @Nullable List<@Valid Heading> headings,
            @JsonProperty("wie") @Nullable UUID who,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    @Test
    void what_is_meant_is_read() throws IOException {
        var wish = read(GOOD);
        assertThat(wish.wish()).isEqualTo("Weer ergens nodig zijn");
        assertThat(wish.day()).isEqualTo("2026-03-02");
        assertThat(wish.headings()).containsExactly(new Heading("Rust", "samen naar buiten"));
    }

    @Test
    void every_mistake_is_named_at_once_in_the_names_that_the_caller_used() {
        assertThat(
                        faults(
                                """
                                {"wens": "   ", "niveau": "heel-veel", "aantal": "drie", "dag": "morgen", "wie": 7,
                                 "kleur": "blauw", "status": {"x": 1},
                                 "kopjes": [{"titel": "Rust"},
                                            {"titel": "een veel te lange titel", "tekst": "", "kleur": 1}]}
                                """))
                .containsExactlyInAnyOrder(
                        new Fault("wens", "leeg"),
                        new Fault("niveau", "keuze"),
                        new Fault("aantal", "soort"),
                        new Fault("dag", "soort"),
                        new Fault("wie", "soort"),
                        new Fault("kleur", "onbekend"),
                        new Fault("status", "onbekend"),
                        new Fault("kopjes[0].tekst", "verplicht"),
                        new Fault("kopjes[1].titel", "te-lang"),
                        new Fault("kopjes[1].tekst", "leeg"),
                        new Fault("kopjes[1].kleur", "onbekend"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wens   | 7",
                "wens   | 7.5",
                "wens   | true",
                "wens   | {}",
                "wens   | [\"x\"]",
                "aantal | \"3\"",
                "aantal | 3.5",
                "aantal | true",
                "aantal | \"\"",
                "dag    | 20260302",
                "dag    | \"\"",
                "dag    | \"2026-02-30\"",
                "kopjes | \"Rust\"",
                "kopjes | {}",
                "wie    | \"\"",
                "wie    | \"niemand\"",
                "gebeurdOp | \"2026-03-02T10:00:00\"",
                "gebeurdOp | 1772445600"
            })
    void nothing_is_turned_into_what_it_is_not(String field, String value) {
        var others = field.equals("wens") ? "" : "\"wens\": \"x\", ";
        assertThat(faults("{" + others + "\"" + field + "\": " + value + "}"))
                .containsExactly(new Fault(field, "soort"));
    }

    @Test
    void a_moment_keeps_the_offset_that_it_was_given_with() throws IOException {
        assertThat(read("{\"wens\": \"x\", \"gebeurdOp\": \"2026-03-02T10:00:00+01:00\"}"))
                .extracting(Wish::occurredAt)
                .hasToString("2026-03-02T10:00+01:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"wens\"",
                "{\"wens\": \"x\"",
                "{\"wens\": \"x\"} {\"wens\": \"y\"}",
                "{\"wens\": \"x\"} x",
                "{\"wens\": \"x\", \"wens\": \"y\"}",
                "{'wens': 'x'}",
                "{\"wens\": \"x\",}",
                "{\"wens\": NaN}",
                "{\"wens\": \"x\"} // waarom"
            })
    void what_is_no_json_object_is_told(String json) {
        assertThat(faults(json)).containsExactly(new Fault("", "geen-json"));
    }

    @Test
    void what_is_nested_too_deep_is_no_json_for_us() {
        assertThat(faults("{\"x\": " + "[".repeat(11) + "]".repeat(11) + "}"))
                .containsExactly(new Fault("", "geen-json"));
        assertThat(faults("{\"x\": " + "[".repeat(9_000) + "}"))
                .containsExactly(new Fault("", "geen-json"));
    }

    @Test
    void a_request_is_at_most_twenty_thousand_bytes() throws IOException {
        var room = 20_000 - "{\"wens\": \"x\"}".length();
        assertThat(read("{\"wens\": \"x\"" + " ".repeat(room) + "}").wish()).isEqualTo("x");
        assertThat(faults("{\"wens\": \"x\"" + " ".repeat(room + 1) + "}"))
                .containsExactly(new Fault("", "verzoek-te-groot"));
    }

    @Test
    void a_thousand_mistakes_end_in_a_list_that_can_be_read() {
        var many = new StringBuilder("{\"wens\": \"x\"");
        for (int i = 0; i < 1_000; i++) {
            many.append(", \"f").append(i).append("\": 1");
        }
        assertThat(faults(many.append("}").toString())).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script> & <b>x</b>",
                "\ud83c\udf3b\ud83d\udc69\u200d\ud83e\uddbd en \ud840\udc00",
                "rechts\u202enaar links\u2066x\u2069",
                "\u0000\u0007\u001b[31m",
                "S\u00fbch in wike \u00e2ld \u0130\u0131\u015f",
                "'; DROP TABLE ledger.fact; --",
                "${jndi:ldap://x} #{1+1} {{x}}"
            })
    void whatever_people_write_is_kept_as_text(String text) throws IOException {
        var json = JsonMapper.shared().writeValueAsString(text);
        assertThat(read("{\"wens\": " + json + "}").wish()).isEqualTo(text);
    }

    @Test
    void what_looks_the_same_is_the_same() throws IOException {
        assertThat(
                        read(
                                "{\"wens\": \"cafe\u0301\", \"kopjes\": [{\"titel\": \"e\u0308\", \"tekst\": \"x\"}]}"))
                .satisfies(
                        wish -> {
                            assertThat(wish.wish()).isEqualTo("caf\u00e9");
                            assertThat(wish.headings()).containsExactly(new Heading("\u00eb", "x"));
                        });
    }

    @Test
    void a_mistake_never_tells_what_was_sent() {
        var secret = "geheim-van-hans";
        assertThatThrownBy(() -> read("{\"wens\": \"x\", \"dag\": \"" + secret + "\"}"))
                .isInstanceOf(Invalid.class)
                .hasNoCause()
                .asString()
                .doesNotContain(secret);
    }

    @Test
    void nothing_but_a_body_is_read_and_nothing_is_written() {
        var json = new StrictJson(VALIDATOR);
        assertThat(json.canRead(Wish.class, null)).isTrue();
        assertThat(json.canRead(String.class, null)).isFalse();
        assertThat(json.canWrite(Wish.class, null)).isFalse();
    }

    private static List<Fault> faults(String json) {
        var invalid = catchThrowableOfType(Invalid.class, () -> read(json));
        assertThat(invalid).as("mistakes in %s", json).isNotNull();
        return invalid.faults();
    }

    private static Wish read(String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        return (Wish) new StrictJson(VALIDATOR).read(Wish.class, new MockHttpInputMessage(bytes));
    }
}
