package nl.schakel.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.schakel.access.body.Dutch;
import nl.schakel.events.concern.Urgency;
import nl.schakel.events.referral.Meeting;
import nl.schakel.events.support.Level;
import nl.schakel.events.support.Line;
import nl.schakel.query.course.Act;
import org.junit.jupiter.api.Test;

/**
 * What stands on a page stands in its messages file: none is missing, none is loose, none is long.
 */
class PageTextsTest {

    static final String FILE = "web-messages.properties";

    private static final int WORDS = 25;
    private static final Pattern SAID = Pattern.compile("\"([a-z]+\\.[a-z-]+)\"");

    /** What a template says itself: our name, and numbers to ring. */
    private static final Pattern OURS =
            Pattern.compile("Schakel|nbsp|rarr|elseif|else|endif|endfor");

    /** Below these a key ends on the name of a field, or of what a button says. */
    private static final Set<String> NAMED = Set.of("veld.", "lezer.");

    private static final Map<String, String> TEXTS =
            TextsTest.properties(House.text(House.resources(FILE).getFirst()));
    private static final Literals LITERALS = Literals.of(House.production());

    @Test
    void every_key_has_a_text_and_every_text_a_reader() {
        assertThat(TEXTS.keySet()).containsAll(read());
        var java = TEXTS.keySet().stream().filter(LITERALS::says).collect(Collectors.toSet());
        assertThat(TEXTS.keySet())
                .as("Take out what nobody reads.")
                .allMatch(
                        key ->
                                read().contains(key)
                                        || java.contains(key)
                                        || java.contains(key.replace(".titel", ""))
                                        || key.startsWith("moment.")
                                        || NAMED.stream().anyMatch(of -> names(of, key)));
    }

    @Test
    void every_moment_of_a_path_has_a_name() {
        var kinds =
                House.classes(type -> type.getName().equals("nl.schakel.query.path.Kind")).stream()
                        .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()))
                        .map(
                                kind ->
                                        "moment."
                                                + ((Enum<?>) kind)
                                                        .name()
                                                        .toLowerCase()
                                                        .replace('_', '-'))
                        .collect(Collectors.toSet());
        var named =
                TEXTS.keySet().stream()
                        .filter(key -> key.startsWith("moment."))
                        .collect(Collectors.toSet());
        assertThat(named).isEqualTo(kinds);
    }

    @Test
    void no_word_stands_loose_in_a_template() {
        for (var file : House.templates()) {
            var loose =
                    House.text(file)
                            .replaceAll("(?m)^[@!]\\S*(import|param|template).*$", "")
                            .replaceAll("!\\{[^}]*}|\\$\\{[^}]*}", "")
                            .replaceAll(
                                    "@(if|elseif|for)\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)",
                                    "")
                            .replaceAll("@template[^`\\n]*", "")
                            .replaceAll("<[^>]*>", "");
            assertThat(OURS.matcher(loose).replaceAll(""))
                    .as("Move it to " + FILE + ": " + House.place(file))
                    .doesNotContainPattern("[A-Za-z]{2,}");
        }
    }

    @Test
    void no_sentence_is_longer_than_people_like_to_read() {
        TEXTS.forEach(
                (key, text) -> {
                    for (var sentence : text.split("[.?!]")) {
                        assertThat(sentence.strip().split("\\s+"))
                                .as(key)
                                .hasSizeLessThanOrEqualTo(WORDS);
                    }
                });
    }

    private static Set<String> read() {
        var all = new LinkedHashSet<String>();
        for (var file : House.templates()) {
            SAID.matcher(House.text(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !key.endsWith("."))
                    .forEach(all::add);
        }
        words(all, "dringend.", Urgency.values());
        words(all, "uitleg.", Urgency.values());
        words(all, "niveau.", Level.values());
        words(all, "lijn.", Line.values());
        words(all, "bezoek.", Meeting.values());
        for (var act : Act.values()) {
            List.of("stap.", "doe.", "gevolg.").forEach(prefix -> all.add(prefix + act.word()));
        }
        return all;
    }

    private static boolean names(String prefix, String key) {
        return key.startsWith(prefix) && LITERALS.says(key.substring(prefix.length()));
    }

    private static void words(Set<String> all, String prefix, Enum<?>[] constants) {
        List.of(constants).forEach(one -> all.add(prefix + Dutch.of(one)));
    }
}
