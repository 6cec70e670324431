package nl.schakel.command.contact;

import static nl.schakel.command.People.GGZ;
import static nl.schakel.command.People.PETER;
import static nl.schakel.command.People.SAMIRA;
import static nl.schakel.command.People.TODAY;
import static nl.schakel.command.People.by;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.schakel.command.desk.Team;
import nl.schakel.command.runtime.Command;
import nl.schakel.command.runtime.Rulebook;
import nl.schakel.events.By;
import nl.schakel.events.PersonId;

/** Samira goes on holiday, and Peter stands in. */
public final class ContactStory {

    public static final Rulebook<?, ?, ?> RULES = Contact.RULES;

    static final By SAMIRA_AT_GGZ = by(SAMIRA, GGZ);
    static final Team EVERYONE = new Team(Set.of(SAMIRA, PETER), Map.of());
    static final LocalDate NEXT_WEEK = TODAY.plusDays(7);

    private ContactStory() {}

    /** Every command once, in an order in which each of them is accepted. */
    public static List<Command> everything() {
        return List.of(goAway(TODAY, NEXT_WEEK, PETER, EVERYONE), comeBack());
    }

    static ContactCommand.GoAway goAway(
            LocalDate from, LocalDate until, PersonId substitute, Team team) {
        return new ContactCommand.GoAway(SAMIRA, from, until, substitute, team, SAMIRA_AT_GGZ);
    }

    static ContactCommand.ComeBack comeBack() {
        return new ContactCommand.ComeBack(SAMIRA, SAMIRA_AT_GGZ);
    }
}
