package nl.schakel.query.web.frame;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What came of a command that a form sent. */
public sealed interface Said {

    /** It was done. */
    record Done(UUID id, long position) implements Said {}

    /**
     * It was not: a rule, a mistake in the form, or a service that is away.
     *
     * @param unsure whether it may have been done all the same, so that it is sent again as it was
     */
    record NotDone(String detail, List<Map<String, String>> faults, boolean unsure)
            implements Said {

        /** What is wrong with a field; null when nothing is. */
        public @Nullable String of(String field) {
            return faults.stream()
                    .filter(fault -> field.equals(fault.get("veld")))
                    .map(fault -> fault.get("melding"))
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * What a browser sees next.
     *
     * @param there where what was done can be seen
     * @param again the same form, with what is wrong
     */
    default ResponseEntity<String> then(
            Function<Done, String> there, Function<NotDone, String> again) {
        return switch (this) {
            case Done done -> seeOther(there.apply(done), done.position());
            case NotDone wrong -> again(again.apply(wrong));
        };
    }

    /** What was done, where it can be seen. */
    static ResponseEntity<String> seeOther(String path, long position) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path + "?naPositie=" + position))
                .build();
    }

    /** The form once more. */
    static ResponseEntity<String> again(String form) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(form);
    }
}
