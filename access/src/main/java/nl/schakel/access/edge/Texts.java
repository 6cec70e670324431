package nl.schakel.access.edge;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The Dutch sentences, by key; a key without a sentence is a mistake that a test finds. */
public final class Texts {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();

    /** Reads these bundles, the first that has the key wins. */
    public Texts(String... bundles) {
        source.setBasenames(bundles);
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
    }

    /** The sentence of this key; throws when there is none. */
    public String of(String key) {
        return source.getMessage(key, null, DUTCH);
    }

    /** The sentence of this key; empty when there is none. */
    public String orEmpty(String key) {
        var found = source.getMessage(key, null, "", DUTCH);
        return found == null ? "" : found;
    }
}
