package nl.schakel.query.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.schakel.access.edge.Caller;
import nl.schakel.query.bell.ContactsEndpoint;
import nl.schakel.query.bell.ContactsEndpoint.Contact;
import nl.schakel.query.circle.PartyEndpoint;
import nl.schakel.query.path.PathAnswer.Human;
import nl.schakel.query.path.PathAnswer.Referral;
import nl.schakel.query.web.Step.Among;
import nl.schakel.query.web.Step.Asked;
import nl.schakel.query.web.frame.Input.Choice;

/**
 * Whom somebody can choose from: the people of her own party, and whom she knows at the other; and
 * nobody is looked up for a form that asks for nobody.
 */
final class Nearby {

    private final PartyEndpoint parties;
    private final ContactsEndpoint contacts;

    Nearby(PartyEndpoint parties, ContactsEndpoint contacts) {
        this.parties = parties;
        this.contacts = contacts;
    }

    /** The people of a party of the caller's own. */
    static List<Choice> team(PartyEndpoint parties, UUID party, Caller caller) {
        return parties.members(party, caller).members().stream()
                .map(one -> new Choice(one.who().toString(), one.name()))
                .toList();
    }

    /** Whom these questions let her choose from, in one referral. */
    Map<Among, List<Choice>> of(
            Human person, Referral referral, List<Asked> questions, Caller caller) {
        var among = new EnumMap<Among, List<Choice>>(Among.class);
        var wanted =
                questions.stream().map(Asked::among).filter(Objects::nonNull).distinct().toList();
        if (wanted.isEmpty()) {
            return among;
        }
        var ours =
                referral.side() == null
                        ? List.<Choice>of()
                        : team(parties, referral.side(), caller);
        among.put(Among.OURS, ours);
        if (wanted.contains(Among.BOTH_SIDES) || wanted.contains(Among.EVERYONE)) {
            var both = both(ours, contacts.contacts(person.id(), caller).contacts(), referral);
            among.put(Among.BOTH_SIDES, both);
            var everyone = new ArrayList<>(List.of(new Choice("" + person.id(), person.name())));
            everyone.addAll(both);
            among.put(Among.EVERYONE, everyone);
        }
        return among;
    }

    private static List<Choice> both(List<Choice> ours, List<Contact> known, Referral referral) {
        var all = new LinkedHashMap<String, Choice>();
        ours.forEach(one -> all.put(one.value(), one));
        known.stream()
                .filter(contact -> contact.referral().equals(referral.id()))
                .map(
                        contact ->
                                new Choice(
                                        contact.who().toString(),
                                        contact.name() + ", " + contact.partyName()))
                .forEach(one -> all.putIfAbsent(one.value(), one));
        return List.copyOf(all.values());
    }
}
