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
 */
public record Identity(
        String name,
        String callName,
        @Nullable LocalDate born,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String neighbourhood) {

    @Override
    public String toString() {
        return "Identity[sealed]";
    }
}
