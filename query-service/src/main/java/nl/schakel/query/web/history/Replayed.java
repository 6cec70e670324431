package nl.schakel.query.web.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schakel.query.audit.AroundAnswer;
import nl.schakel.query.audit.AroundEndpoint.DifferenceAnswer;
import nl.schakel.query.audit.HistoryAnswer;
import nl.schakel.query.audit.HistoryAnswer.FactAnswer;
import nl.schakel.query.reveal.RevealEndpoint.RevealAnswer;
import nl.schakel.query.reveal.WordsAnswer.Spoken;
import nl.schakel.query.web.frame.Filled;
import nl.schakel.query.web.history.HistoryPage.Asked;
import org.jspecify.annotations.Nullable;

/**
 * One history as an auditor asked to see it.
 *
 * @param all how many facts there are in all
 * @param facts those that were asked for
 * @param words what their seals stand for, by position; empty unless revealed
 * @param names what pseudonyms stand for; empty unless revealed
 * @param difference between two days; null when none was asked
 */
public record Replayed(
        UUID person,
        Asked asked,
        HistoryAnswer history,
        int all,
        List<FactAnswer> facts,
        AroundAnswer around,
        Map<Long, List<Spoken>> words,
        Map<UUID, String> names,
        @Nullable DifferenceAnswer difference,
        List<RevealAnswer> looks,
        Filled filled) {

    /** A pseudonym, or the name that it stands for once that was revealed. */
    public String who(UUID id) {
        return names.getOrDefault(id, id.toString().substring(0, 8));
    }

    /** The position up to which every fact shown is right under a signed checkpoint. */
    public long provenTo() {
        return facts.stream()
                .takeWhile(fact -> fact.proof() != null && fact.right())
                .mapToLong(FactAnswer::position)
                .max()
                .orElse(0);
    }

    /** How many facts the slider leaves. */
    public int slid() {
        return asked.slid(all);
    }

    /** Whether a fact is not what it was when it was sealed. */
    public boolean wrong() {
        return facts.stream().anyMatch(fact -> !fact.right());
    }

    /** What is stored, one line for each name; what is empty is left out. */
    public Map<String, String> content(FactAnswer fact) {
        var lines = new LinkedHashMap<String, String>();
        lines(lines, "", fact.content());
        return lines;
    }

    private static void lines(Map<String, String> lines, String name, @Nullable Object value) {
        switch (value) {
            case Map<?, ?> nested ->
                    nested.forEach(
                            (key, inner) ->
                                    lines(
                                            lines,
                                            name.isEmpty() ? "" + key : name + "." + key,
                                            inner));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    lines(lines, name + "[" + i + "]", list.get(i));
                }
            }
            case null -> {}
            default -> lines.put(name, value.toString());
        }
    }

    /** What of the facts was said in words, as far as it was revealed. */
    public List<Spoken> said(FactAnswer fact) {
        return words.getOrDefault(fact.position(), List.of());
    }
}
