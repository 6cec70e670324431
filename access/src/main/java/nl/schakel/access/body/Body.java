package nl.schakel.access.body;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of a command: a record with Dutch names in JSON; these two stand in every one. */
public interface Body {

    /** {@code gebeurdOp}: when it happened, if that was not now. */
    @Nullable OffsetDateTime occurredAt();

    /** {@code gemeldDoor}: who said so, if it is written down for someone else. */
    @Nullable UUID reportedBy();
}
