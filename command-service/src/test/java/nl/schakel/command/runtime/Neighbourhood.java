package nl.schakel.command.runtime;

import static nl.schakel.command.People.HANS;

import java.util.List;
import java.util.Set;
import nl.schakel.command.Direction;
import nl.schakel.command.Direction.Side;
import nl.schakel.command.party.PartyStory;
import nl.schakel.command.person.PersonStory;
import nl.schakel.command.referral.ReferralStory;
import nl.schakel.events.party.Role;

/** Both parties with their people, and Hans, known at the side that asks for him. */
public final class Neighbourhood {

    private Neighbourhood() {}

    /** Everyone, before anything was asked. */
    public static void of(Hosting hosting, Direction direction) {
        for (var side : List.of(direction.asking(), direction.asked())) {
            join(hosting, side);
        }
        hosting.send(PersonStory.register(HANS, direction.asking().by()));
    }

    /** Everyone, and Hans is welcome. */
    public static void withReferral(Hosting hosting, Direction direction) {
        of(hosting, direction);
        var story = new ReferralStory(direction);
        hosting.send(story.refer());
        hosting.send(story.welcome(direction.asked().by()));
    }

    private static void join(Hosting hosting, Side side) {
        hosting.send(PartyStory.join(side.party(), side.kind()));
        var contact = Set.of(Role.CONTACT);
        hosting.send(PartyStory.add(side.party(), side.contact(), contact));
        hosting.send(PartyStory.add(side.party(), side.substitute(), contact));
        hosting.send(PartyStory.add(side.party(), side.coordinator(), Set.of(Role.COORDINATOR)));
    }
}
