package nl.schakel.vault;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who a person is; lives in the vault only.
 *
 * @param name in full
 * @param callName what others call her (roepnaam)
 * @param born if told
 * @param phone if told
 * @param email if told
 * @param neighbourhood if told
 * @param safeContact how she can be reached safely, in her own words (veilig contact), if told
 */
public record Identity(
        String name,
        String callName,
        @Nullable LocalDate born,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String neighbourhood,
        @Nullable String safeContact) {

    /** Somebody who said nothing about how she can be reached safely. */
    public Identity(
            String name,
            String callName,
            @Nullable LocalDate born,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String neighbourhood) {
        this(name, callName, born, phone, email, neighbourhood, null);
    }

    @Override
    public String toString() {
        return "Identity[sealed]";
    }
}
