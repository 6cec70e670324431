package nl.schakel.query.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.schakel.access.Circle;
import nl.schakel.access.May;
import nl.schakel.access.Ring;
import nl.schakel.events.Id;
import nl.schakel.events.PartyId;
import nl.schakel.events.ReferralId;
import nl.schakel.query.audit.Hindsight.Around;
import org.jspecify.annotations.Nullable;

/**
 * Who could see what of a person at a moment, and why; pseudonyms only.
 *
 * @param matrix the version of the rules of access that was in force
 */
public record AroundAnswer(
        @JsonProperty("matrix") String matrix,
        @JsonProperty("zicht") List<SightAnswer> sights,
        @JsonProperty("toestemmingen") List<ConsentAnswer> consents,
        @JsonProperty("vrijgaven") List<ReleaseAnswer> releases,
        @JsonProperty("contacten") List<ContactAnswer> contacts) {

    /** What one human could see. */
    public record SightAnswer(
            @JsonProperty("wie") UUID who,
            @JsonProperty("namens") List<UUID> parties,
            @JsonProperty("verwijzingen") List<UUID> referrals,
            @JsonProperty("handleidingen") List<Integer> guides,
            @JsonProperty("zorgsignalen") List<UUID> concerns) {

        static SightAnswer of(Sight sight) {
            return new SightAnswer(
                    sight.who().value(),
                    values(sight.parties()),
                    values(sight.referrals()),
                    List.copyOf(sight.guides()),
                    values(sight.concerns()));
        }
    }

    /** A consent in force; without an end when {@code tot} is null. */
    public record ConsentAnswer(
            @JsonProperty("toestemming") UUID consent,
            @JsonProperty("ontvanger") UUID recipient,
            @JsonProperty("handleiding") boolean guide,
            @JsonProperty("tot") @Nullable LocalDate until) {}

    /** A version of the guide that was released; to the whole party when no members are named. */
    public record ReleaseAnswer(
            @JsonProperty("vrijgave") UUID release,
            @JsonProperty("versie") int version,
            @JsonProperty("partij") UUID party,
            @JsonProperty("leden") List<UUID> members) {}

    /** Known contact and substitute of a party on a referral. */
    public record ContactAnswer(
            @JsonProperty("verwijzing") UUID referral,
            @JsonProperty("partij") UUID party,
            @JsonProperty("contacten") List<UUID> contacts) {}

    static AroundAnswer of(Around around) {
        var circle = around.circle();
        return new AroundAnswer(
                May.MATRIX,
                around.sights().stream().map(SightAnswer::of).toList(),
                consents(circle),
                releases(circle),
                circle.referrals().entrySet().stream()
                        .flatMap(e -> contacts(e.getKey(), e.getValue()))
                        .toList());
    }

    private static List<ConsentAnswer> consents(Circle circle) {
        return circle.consents().entrySet().stream()
                .map(
                        e ->
                                new ConsentAnswer(
                                        e.getKey().value(),
                                        e.getValue().recipient().value(),
                                        e.getValue().guide(),
                                        e.getValue().until()))
                .toList();
    }

    private static List<ReleaseAnswer> releases(Circle circle) {
        return circle.releases().entrySet().stream()
                .map(
                        e ->
                                new ReleaseAnswer(
                                        e.getKey().value(),
                                        e.getValue().version(),
                                        e.getValue().party().value(),
                                        values(e.getValue().members())))
                .toList();
    }

    private static Stream<ContactAnswer> contacts(ReferralId referral, Ring ring) {
        return ring.parties().stream().map(party -> contacts(referral, party, ring));
    }

    private static ContactAnswer contacts(ReferralId referral, PartyId party, Ring ring) {
        var contacts = ring.contactsOf(party).collect(Collectors.toSet());
        return new ContactAnswer(referral.value(), party.value(), values(contacts));
    }

    private static List<UUID> values(Set<? extends Id> ids) {
        return ids.stream().map(Id::value).toList();
    }
}
