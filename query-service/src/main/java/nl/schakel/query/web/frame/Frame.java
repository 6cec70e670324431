package nl.schakel.query.web.frame;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.schakel.access.edge.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What stands around every screen.
 *
 * @param texts all that is said, by key
 * @param title of this screen; unlike that of any other
 * @param me who is logged in; null when nobody is
 * @param style where the stylesheet of this build is
 * @param icon where its icon is
 * @param script where its script is
 * @param csrf what every form sends along; null where there is none
 * @param key what a form sends along so that sending it twice does it once
 * @param whose what a form sends along so that it is not lost when the session is over
 * @param now when it is shown
 */
public record Frame(
        Texts texts,
        String title,
        @Nullable UUID me,
        String style,
        String icon,
        String script,
        @Nullable CsrfToken csrf,
        String key,
        String whose,
        Instant now) {

    /** One of several fields of the same kind, as the API names it. */
    private static final Pattern ONE_OF_SEVERAL = Pattern.compile("\\w+\\[(\\d+)]\\.(\\w+)");

    /** The text of this key. */
    public String t(String text) {
        return texts.of(text);
    }

    /** Since when, or from when on. */
    public String since(Instant when) {
        return t(when.isAfter(now) ? "dag.vanaf" : "dag.sinds");
    }

    /** Where a field that the API names stands on the page. */
    public String anchor(String field) {
        return ONE_OF_SEVERAL.matcher(field).replaceAll("$2$1");
    }

    /** What a field that the API names asks, before what is wrong with it; empty when unknown. */
    public String asked(String field) {
        var one = ONE_OF_SEVERAL.matcher(field);
        boolean several = one.matches();
        var label = texts.orEmpty("veld." + (several ? one.group(2) : field));
        if (label.isEmpty()) {
            return "";
        }
        return several ? label + " " + (Integer.parseInt(one.group(1)) + 1) + ": " : label + " ";
    }
}
