package nl.schakel.query.web.frame;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody filled in on a form.
 *
 * @param fields by name
 * @param wrong what is wrong with it; null at first
 * @param kept whether it was kept while she logged in again, and was not sent yet
 */
public record Filled(Map<String, String> fields, Said.@Nullable NotDone wrong, boolean kept) {

    /** The field of the key: sent twice with the same one, a form is done once. */
    static final String KEY = "sleutel";

    /** Nothing yet. */
    public static final Filled NOTHING = new Filled(Map.of(), null, false);

    /** What was sent, and is not known to be wrong. */
    public static Filled sent(Map<String, String> fields) {
        return new Filled(fields, null, false);
    }

    /** What was kept while she logged in again. */
    static Filled kept(Map<String, String> fields) {
        return new Filled(fields, null, true);
    }

    /** The same, with what is wrong. */
    public Filled wrong(Said.NotDone now) {
        return new Filled(fields, now, false);
    }

    /** The same, with this in one field. */
    public Filled with(String field, String value) {
        var all = new LinkedHashMap<>(fields);
        all.put(field, value);
        return new Filled(all, wrong, kept);
    }

    /** What is in a field; empty at first. */
    public String of(String field) {
        return Objects.requireNonNullElse(fields.get(field), "").strip();
    }

    /** What is wrong with a field; null when nothing is. */
    public @Nullable String fault(String field) {
        return wrong == null ? null : wrong.of(field);
    }

    /** The key that it was sent with. */
    public String key() {
        return of(KEY);
    }

    /** These fields as a body; what was left empty is left out. */
    public Map<String, Object> body(List<String> names) {
        var body = new LinkedHashMap<String, Object>();
        for (var name : names) {
            if (!of(name).isEmpty()) {
                body.put(name, of(name));
            }
        }
        return body;
    }

    /** The key to send it with again, if nobody knows whether it was done; null for a new one. */
    @Nullable String again() {
        return wrong != null && wrong.unsure() ? key() : null;
    }
}
