package nl.schakel.query.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.schakel.access.Actor;
import nl.schakel.access.Circle;
import nl.schakel.access.May;
import nl.schakel.access.Roster;
import nl.schakel.events.ConcernId;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.party.Role;
import nl.schakel.query.course.Bell;

/**
 * What one human could see of a person at one moment; {@link May} itself is asked, as it is live.
 *
 * @param who could see it
 * @param parties in whose name, of those on the path
 * @param referrals that were there for her
 * @param guides the versions that opened for her
 * @param concerns of which she could read the words
 */
record Sight(
        PersonId who,
        Set<PartyId> parties,
        Set<ReferralId> referrals,
        Set<Integer> guides,
        Set<ConcernId> concerns) {

    /**
     * Everyone who could see anything of a person.
     *
     * @param rosters of the parties on her path
     * @param day on which consents are asked for
     */
    static List<Sight> of(
            PersonId person,
            Circle circle,
            Map<PartyId, Roster> rosters,
            Collection<Bell> bells,
            LocalDate day) {
        var candidates = new LinkedHashSet<PersonId>();
        candidates.add(person);
        circle.referrals().values().forEach(ring -> candidates.addAll(ring.everyone()));
        bells.forEach(bell -> candidates.addAll(bell.readers()));
        rosters.values().forEach(roster -> candidates.addAll(roster.members().keySet()));
        candidates.remove(PersonId.CLOCK);
        var sights = new ArrayList<Sight>();
        for (var who : candidates) {
            var memberships = memberships(who, rosters);
            var actor = new Actor(who, memberships, null, false);
            if (sees(actor, person, circle, bells)) {
                sights.add(of(actor, memberships.keySet(), person, circle, bells, day));
            }
        }
        return sights;
    }

    private static boolean sees(
            Actor actor, PersonId person, Circle circle, Collection<Bell> bells) {
        return May.see(actor, person, circle) || bells.stream().anyMatch(b -> reads(actor, b));
    }

    private static Sight of(
            Actor actor,
            Set<PartyId> parties,
            PersonId person,
            Circle circle,
            Collection<Bell> bells,
            LocalDate day) {
        var referrals = new LinkedHashSet<ReferralId>();
        circle.referrals()
                .forEach(
                        (referral, ring) -> {
                            if (May.see(actor, person, ring)) {
                                referrals.add(referral);
                            }
                        });
        var guides = new TreeSet<Integer>();
        for (var version : circle.guides().keySet()) {
            if (May.read(actor, person, circle, version, day)) {
                guides.add(version);
            }
        }
        var concerns = new LinkedHashSet<ConcernId>();
        bells.stream().filter(b -> reads(actor, b)).forEach(b -> concerns.add(b.concern()));
        return new Sight(actor.person(), parties, referrals, guides, concerns);
    }

    private static boolean reads(Actor actor, Bell bell) {
        return May.among(actor, bell.readers(), Set.of());
    }

    private static Map<PartyId, Set<Role>> memberships(PersonId who, Map<PartyId, Roster> rosters) {
        var all = new LinkedHashMap<PartyId, Set<Role>>();
        rosters.forEach(
                (party, roster) -> {
                    var roles = roster.members().get(who);
                    if (roles != null) {
                        all.put(party, roles);
                    }
                });
        return all;
    }
}
