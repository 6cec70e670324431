package nl.schakel.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.schakel.events.By;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.Sealed;
import org.jspecify.annotations.Nullable;

/** Who takes part in the tests, and the moment at which they act: a Monday in March. */
public final class People {

    public static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    public static final PersonId HANS = person(1);
    public static final PersonId SAMIRA = person(2);
    public static final PersonId PETER = person(3);
    public static final PersonId THE_COORDINATOR_AT_GGZ = person(4);
    public static final PersonId JOKE = person(5);
    public static final PersonId BART = person(6);
    public static final PersonId THE_COORDINATOR_AT_DE_SLEUTEL = person(7);
    public static final PersonId A_STRANGER = person(8);

    public static final PartyId GGZ = party(1);
    public static final PartyId DE_SLEUTEL = party(2);
    public static final PartyId A_THIRD_PARTY = party(3);

    private People() {}

    /** Done now, for this party or for herself. */
    public static By by(PersonId who, @Nullable PartyId party) {
        return by(who, party, null);
    }

    /** Said by one, written down by another. */
    public static By by(PersonId who, @Nullable PartyId party, @Nullable PersonId reportedBy) {
        return new By(who, party, reportedBy, NOW, NOW);
    }

    /** The same at another moment. */
    public static By at(Instant moment, By by) {
        return new By(by.who(), by.party(), by.reportedBy(), moment, moment);
    }

    /** Words about Hans, sealed. */
    public static Sealed words(String field) {
        return new Sealed(HANS, "identity", field, "c2VhbGVk");
    }

    private static PersonId person(int number) {
        return new PersonId(new UUID(1, number));
    }

    private static PartyId party(int number) {
        return new PartyId(new UUID(2, number));
    }
}
