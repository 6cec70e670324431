package nl.schakel.query.web.frame;

import java.util.UUID;
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
        String whose) {

    /** The text of this key. */
    public String t(String text) {
        return texts.of(text);
    }
}
