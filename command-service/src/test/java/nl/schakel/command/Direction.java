package nl.schakel.command;

import static nl.schakel.command.People.BART;
import static nl.schakel.command.People.DE_SLEUTEL;
import static nl.schakel.command.People.GGZ;
import static nl.schakel.command.People.JOKE;
import static nl.schakel.command.People.PETER;
import static nl.schakel.command.People.SAMIRA;
import static nl.schakel.command.People.THE_COORDINATOR_AT_DE_SLEUTEL;
import static nl.schakel.command.People.THE_COORDINATOR_AT_GGZ;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import nl.schakel.command.desk.Team;
import nl.schakel.events.By;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.party.PartyKind;

/** Who asks whom; every rule holds both ways (rule 2). */
public enum Direction {
    PROFESSIONAL_TO_INITIATIVE,
    INITIATIVE_TO_PROFESSIONAL;

    private static final Side PROFESSIONAL =
            new Side(GGZ, PartyKind.PROFESSIONAL, SAMIRA, PETER, THE_COORDINATOR_AT_GGZ);
    private static final Side INITIATIVE =
            new Side(DE_SLEUTEL, PartyKind.INITIATIVE, JOKE, BART, THE_COORDINATOR_AT_DE_SLEUTEL);

    /** The side that asks. */
    public Side asking() {
        return this == PROFESSIONAL_TO_INITIATIVE ? PROFESSIONAL : INITIATIVE;
    }

    /** The side that is asked. */
    public Side asked() {
        return this == PROFESSIONAL_TO_INITIATIVE ? INITIATIVE : PROFESSIONAL;
    }

    /** Everyone of both sides, all there. */
    public Team everyone() {
        var all = new LinkedHashSet<>(asking().team().members());
        all.addAll(asked().team().members());
        return new Team(all, Map.of());
    }

    /** A party with its people. */
    public record Side(
            PartyId party,
            PartyKind kind,
            PersonId contact,
            PersonId substitute,
            PersonId coordinator) {

        /** The known contact acts for her party. */
        public By by() {
            return People.by(contact, party);
        }

        /** All of them, all there. */
        public Team team() {
            return new Team(Set.of(contact, substitute, coordinator), Map.of());
        }
    }
}
