package nl.schakel.command.desk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import nl.schakel.access.body.Body;
import nl.schakel.access.body.Invalid;
import nl.schakel.access.edge.Caller;
import nl.schakel.events.By;
import nl.schakel.events.PersonId;
import nl.schakel.events.Sealed;
import nl.schakel.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * A command in the making: its time, its ids and its sealed words, the same ones each time the
 * request comes.
 */
public final class Draft {

    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

    private final Vault vault;
    private final Instant now;
    private final Instant occurred;
    private final Caller caller;
    private final String seed;
    private final Body body;

    /** {@code gebeurdOp} in the future is refused as invalid, before anything is sealed. */
    Draft(Vault vault, Instant now, Caller caller, String seed, Body body) {
        this.vault = vault;
        this.now = now.truncatedTo(ChronoUnit.MICROS);
        this.caller = caller;
        this.seed = seed;
        this.body = body;
        this.occurred = occurred(body.occurredAt());
    }

    /** The moment of recording, UTC, microseconds. */
    public Instant now() {
        return now;
    }

    /** The day of recording in the Netherlands. */
    public LocalDate today() {
        return now.atZone(HERE).toLocalDate();
    }

    /** A new id that follows from the request's key: a repeated request makes the same one. */
    public UUID id(String what) {
        return UUID.nameUUIDFromBytes((seed + "/" + what).getBytes(StandardCharsets.UTF_8));
    }

    /** A text about a person, sealed. */
    public Sealed seal(PersonId person, String scope, String field, String text) {
        return vault.seal(person, scope, field, text, now);
    }

    /** The same, or null when there is no text. */
    public @Nullable Sealed sealed(
            PersonId person, String scope, String field, @Nullable String text) {
        return text == null ? null : seal(person, scope, field, text);
    }

    /** Who does it, for whom and when. */
    public By by() {
        var reportedBy = body.reportedBy();
        return by(reportedBy == null ? null : new PersonId(reportedBy));
    }

    /** The same, written down for this person, unless somebody else was named. */
    public By byOr(PersonId reporter) {
        var actor = caller.actor();
        return body.reportedBy() != null || actor.acting() == null ? by() : by(reporter);
    }

    private By by(@Nullable PersonId reportedBy) {
        return new By(caller.actor().person(), caller.actor().acting(), reportedBy, now, occurred);
    }

    private Instant occurred(@Nullable OffsetDateTime at) {
        var occurred = at == null ? now : at.toInstant().truncatedTo(ChronoUnit.MICROS);
        if (occurred.isAfter(now)) {
            throw new Invalid("gebeurdOp", "toekomst");
        }
        return occurred;
    }
}
