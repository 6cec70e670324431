package nl.schakel.command.person;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.schakel.access.Keyed;
import nl.schakel.access.Refused;
import nl.schakel.command.desk.Voice;
import nl.schakel.command.runtime.Rulebook;
import nl.schakel.events.By;
import nl.schakel.events.ConsentId;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.person.PersonEvent;
import nl.schakel.events.person.PersonEvent.ConsentGiven;
import nl.schakel.events.person.PersonEvent.ConsentWithdrawn;
import nl.schakel.events.person.PersonEvent.GuideReadBack;
import nl.schakel.events.person.PersonEvent.GuideReleased;
import nl.schakel.events.person.PersonEvent.GuideWritten;
import nl.schakel.events.person.PersonEvent.PersonRegistered;

/**
 * The person: known here, with consents that she gives and withdraws, and a guide written with her.
 */
sealed interface Person {

    /** Not known here. */
    record Stranger() implements Person {}

    /**
     * Bekend: each consent and whether it still stands, who wrote each version of the guide, and
     * for whom it is.
     */
    record Known(
            Map<ConsentId, Boolean> consents,
            Map<Integer, Optional<PartyId>> guides,
            Set<Shared> shared)
            implements Person {}

    /** A version that a party may read under consent; no members means everyone there. */
    record Shared(int version, PartyId party, Set<PersonId> members) {

        private boolean with(int wanted, By by) {
            return version == wanted
                    && party.equals(by.party())
                    && (members.isEmpty() || members.contains(by.who()));
        }
    }

    /** The rulebook of this kind. */
    Rulebook<PersonCommand, PersonEvent, Person> RULES =
            new Rulebook<>(
                    "person",
                    PersonCommand.class,
                    PersonEvent.class,
                    new Stranger(),
                    Person::decide,
                    Person::evolve);

    static List<? extends PersonEvent> decide(PersonCommand command, Person person) {
        return switch (command) {
            case PersonCommand.Register register -> register(register, person);
            case PersonCommand.GiveConsent give -> give(give, known(person));
            case PersonCommand.WithdrawConsent withdraw -> withdraw(withdraw, known(person));
            case PersonCommand.WriteGuide write -> write(write, known(person));
            case PersonCommand.ReleaseGuide release -> release(release, known(person));
            case PersonCommand.ReadBackGuide readBack -> readBack(readBack, known(person));
        };
    }

    static Person evolve(Person person, PersonEvent fact) {
        return switch (fact) {
            case PersonRegistered _ -> new Known(Map.of(), Map.of(), Set.of());
            case ConsentGiven given -> consent(known(person), given.consent(), true);
            case ConsentWithdrawn withdrawn -> consent(known(person), withdrawn.consent(), false);
            case GuideWritten written -> written(known(person), written);
            case GuideReleased released -> released(known(person), released);
            case GuideReadBack _ -> person;
        };
    }

    private static List<PersonEvent> register(PersonCommand.Register c, Person person) {
        return person instanceof Known
                ? List.of()
                : List.of(new PersonRegistered(c.person(), c.by()));
    }

    private static List<PersonEvent> give(PersonCommand.GiveConsent c, Known person) {
        aConsentIsThePersonsOwn(c.person(), c.by());
        var today = c.by().recordedAt().atZone(ZoneId.of("Europe/Amsterdam")).toLocalDate();
        if (c.until() != null && c.until().isBefore(today)) {
            throw Refused.because(PersonRefusal.A_CONSENT_LASTS);
        }
        if (person.consents().containsKey(c.consent())) {
            return List.of();
        }
        return List.of(
                new ConsentGiven(
                        c.person(),
                        c.consent(),
                        c.recipient(),
                        c.categories(),
                        c.purpose(),
                        c.until(),
                        c.by()));
    }

    private static List<PersonEvent> withdraw(PersonCommand.WithdrawConsent c, Known person) {
        var stands = person.consents().get(c.consent());
        if (stands == null) {
            throw Refused.because(PersonRefusal.NO_SUCH_CONSENT);
        }
        aConsentIsThePersonsOwn(c.person(), c.by());
        return stands ? List.of(new ConsentWithdrawn(c.person(), c.consent(), c.by())) : List.of();
    }

    private static List<PersonEvent> write(PersonCommand.WriteGuide c, Known person) {
        return List.of(
                new GuideWritten(c.person(), person.guides().size() + 1, c.headings(), c.by()));
    }

    private static List<PersonEvent> release(PersonCommand.ReleaseGuide c, Known person) {
        onlyTheWriterOrThePersonReleases(c, person);
        return List.of(
                new GuideReleased(
                        c.person(), c.version(), c.release(), c.party(), c.members(), c.by()));
    }

    private static List<PersonEvent> readBack(PersonCommand.ReadBackGuide c, Known person) {
        if (person.shared().stream().noneMatch(shared -> shared.with(c.version(), c.by()))) {
            throw Refused.because(PersonRefusal.ONLY_WHO_RECEIVED_IT_READS_BACK);
        }
        return List.of(new GuideReadBack(c.person(), c.version(), c.understood(), c.by()));
    }

    /** Rule 18: given and withdrawn by herself, or spoken to someone who wrote it down as hers. */
    private static void aConsentIsThePersonsOwn(PersonId person, By by) {
        boolean herself = person.equals(by.who());
        boolean writtenDown = by.reportedBy() != null && by.party() != null;
        if (!person.equals(Voice.of(by)) || !(herself || writtenDown)) {
            throw Refused.because(PersonRefusal.A_CONSENT_IS_THE_PERSONS_OWN);
        }
    }

    /** Rule 16: nobody outside passes on what was written with the person. */
    private static void onlyTheWriterOrThePersonReleases(
            PersonCommand.ReleaseGuide c, Known person) {
        var writer = person.guides().get(c.version());
        if (writer == null) {
            throw Refused.because(PersonRefusal.THIS_VERSION_IS_NOT_WRITTEN);
        }
        boolean herself = c.person().equals(c.by().who());
        if (!herself && !wroteIt(writer, c.by())) {
            throw Refused.because(PersonRefusal.ONLY_THE_WRITER_OR_THE_PERSON_RELEASES);
        }
    }

    private static boolean wroteIt(Optional<PartyId> writer, By by) {
        return writer.isPresent() && writer.equals(Optional.ofNullable(by.party()));
    }

    private static Known consent(Known person, ConsentId consent, boolean stands) {
        return new Known(
                Keyed.with(person.consents(), consent, stands), person.guides(), person.shared());
    }

    private static Known written(Known person, GuideWritten written) {
        var writer = Optional.ofNullable(written.by().party());
        return new Known(
                person.consents(),
                Keyed.with(person.guides(), written.version(), writer),
                person.shared());
    }

    private static Known released(Known person, GuideReleased released) {
        var all = new LinkedHashSet<>(person.shared());
        all.add(new Shared(released.version(), released.party(), released.members()));
        return new Known(person.consents(), person.guides(), all);
    }

    private static Known known(Person person) {
        return switch (person) {
            case Known known -> known;
            case Stranger _ -> throw Refused.because(PersonRefusal.NOT_KNOWN_HERE);
        };
    }
}
