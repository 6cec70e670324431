package nl.schakel.query.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of a command that a form sent. */
public sealed interface Said {

    /** It was done. */
    record Done(UUID id, long position) implements Said {}

    /** It was not: a rule, a mistake in the form, or a service that is away. */
    record NotDone(String detail, List<Map<String, String>> faults) implements Said {

        /** What is wrong with a field; null when nothing is. */
        public @Nullable String of(String field) {
            return faults.stream()
                    .filter(fault -> field.equals(fault.get("veld")))
                    .map(fault -> fault.get("melding"))
                    .findFirst()
                    .orElse(null);
        }
    }
}
