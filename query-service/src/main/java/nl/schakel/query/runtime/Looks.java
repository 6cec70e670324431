package nl.schakel.query.runtime;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import nl.schakel.access.edge.Caller;
import nl.schakel.access.edge.Texts;
import nl.schakel.events.PersonId;
import nl.schakel.events.Sealed;
import nl.schakel.vault.Identity;
import nl.schakel.vault.Opened;
import nl.schakel.vault.Reader;
import nl.schakel.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * Opens what a question may show, as the caller, for one purpose; every look is a line in the
 * access log.
 */
public final class Looks {

    private final Vault vault;
    private final Texts texts;
    private final InstantSource clock;

    /** Opens with this vault, for purposes in these words. */
    public Looks(Vault vault, Texts texts, InstantSource clock) {
        this.vault = vault;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * What was opened for one answer.
     *
     * @param people who was asked for and is known
     * @param words what was asked for
     * @param erased what stands where something was erased
     */
    public record Seen(Map<PersonId, Identity> people, Map<Sealed, Opened> words, String erased) {

        /** What somebody is called; says so when she was erased. */
        public String name(PersonId person) {
            if (person.equals(PersonId.CLOCK)) {
                return "Schakel";
            }
            var identity = people.get(person);
            return identity == null ? erased : identity.name();
        }

        /**
         * A text, or that it was erased; null when there is none, or it was not opened for this
         * reader.
         */
        public @Nullable String text(@Nullable Sealed word) {
            return switch (word == null ? null : words.get(word)) {
                case null -> null;
                case Opened.Plain plain -> plain.text();
                case Opened.Erased _ -> erased;
            };
        }
    }

    /** Opens names and texts for one answer. */
    public Seen open(
            Caller caller, Purpose purpose, Collection<PersonId> people, Collection<Sealed> words) {
        var reader = reader(caller, purpose);
        var sealed = words.stream().distinct().toList();
        var humans =
                people.stream()
                        .filter(person -> !person.equals(PersonId.CLOCK))
                        .distinct()
                        .toList();
        var look = vault.look(humans, sealed, reader, clock.instant());
        return new Seen(look.people(), look.texts(), texts.of("naam.erased"));
    }

    /**
     * Writes down that the caller looked at the history of a person, of which nothing is opened.
     */
    public void note(Caller caller, Purpose purpose, PersonId person) {
        vault.note(person, "historie", reader(caller, purpose), clock.instant());
    }

    private Reader reader(Caller caller, Purpose purpose) {
        var actor = caller.actor();
        var ground = purpose.ground();
        return new Reader(
                actor.person(),
                actor.acting(),
                purpose.authority(),
                texts.of(purpose.key()),
                ground == null ? null : texts.of(ground),
                caller.trace());
    }
}
