package nl.schakel.query.bell;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schakel.access.Circle;
import nl.schakel.access.May;
import nl.schakel.access.Ring;
import nl.schakel.access.Roster;
import nl.schakel.access.edge.Caller;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.query.circle.Circles;
import nl.schakel.query.runtime.Looks;
import nl.schakel.query.runtime.Looks.Seen;
import nl.schakel.query.runtime.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Whom to ring about a person: known contacts by name and number, by HTTP. */
@RestController
public class ContactsEndpoint {

    private final Circles circles;
    private final Looks looks;

    ContactsEndpoint(Circles circles, Looks looks) {
        this.circles = circles;
        this.looks = looks;
    }

    /** The known contacts around a person. */
    public record Contacts(
            @JsonProperty("inwoner") UUID person,
            @JsonProperty("naam") String name,
            @JsonProperty("contacten") List<Contact> contacts) {}

    /** Somebody to ring, for her party, on one referral. */
    public record Contact(
            @JsonProperty("verwijzing") UUID referral,
            @JsonProperty("partij") UUID party,
            @JsonProperty("partijNaam") String partyName,
            @JsonProperty("wie") UUID who,
            @JsonProperty("naam") String name,
            @JsonProperty("telefoon") @Nullable String phone) {}

    /** The known contacts on both sides of each referral that is there for the caller. */
    @GetMapping("/v1/inwoners/{id}/contacten")
    public Contacts contacts(@PathVariable UUID id, Caller caller) {
        var person = new PersonId(id);
        var circle = circles.around(person, caller.actor());
        var rings = rings(circle, person, caller);
        var people = new LinkedHashSet<PersonId>();
        people.add(person);
        rings.values().forEach(ring -> sides(ring).forEach(side -> people.add(side.who())));
        var parties = new LinkedHashSet<PartyId>();
        rings.values().forEach(ring -> parties.addAll(ring.parties()));
        var rosters = circles.rosters(parties, caller.actor());
        var seen = looks.open(caller, Purpose.CONTACTS, people, List.of());
        return new Contacts(
                id,
                seen.name(person),
                rings.entrySet().stream()
                        .flatMap(ring -> told(ring.getKey(), ring.getValue(), rosters, seen))
                        .toList());
    }

    private record Side(PartyId party, PersonId who) {}

    private static Map<ReferralId, Ring> rings(Circle circle, PersonId person, Caller caller) {
        var visible = new LinkedHashMap<ReferralId, Ring>();
        circle.referrals()
                .forEach(
                        (referral, ring) -> {
                            if (May.see(caller.actor(), person, ring)) {
                                visible.put(referral, ring);
                            }
                        });
        return visible;
    }

    private static Stream<Side> sides(Ring ring) {
        return ring.parties().stream()
                .flatMap(party -> ring.contactsOf(party).map(who -> new Side(party, who)));
    }

    private static Stream<Contact> told(
            ReferralId referral, Ring ring, Map<UUID, Roster> rosters, Seen seen) {
        return sides(ring)
                .map(
                        side ->
                                new Contact(
                                        referral.value(),
                                        side.party().value(),
                                        rosters.getOrDefault(side.party().value(), Roster.UNKNOWN)
                                                .name(),
                                        side.who().value(),
                                        seen.name(side.who()),
                                        seen.phone(side.who())));
    }
}
