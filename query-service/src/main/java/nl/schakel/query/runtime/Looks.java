package nl.schakel.query.runtime;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import nl.schakel.access.edge.Caller;
import nl.schakel.access.edge.Texts;
import nl.schakel.events.PersonId;
import nl.schakel.events.Sealed;
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
    private final Map<PersonId, String> nobodies = new HashMap<>();

    /**
     * Opens with this vault, for purposes in these words.
     *
     * @param administrators who act before any fact says who they are
     */
    public Looks(Vault vault, Texts texts, InstantSource clock, Set<PersonId> administrators) {
        this.vault = vault;
        this.texts = texts;
        this.clock = clock;
        nobodies.put(PersonId.CLOCK, "Schakel");
        administrators.forEach(who -> nobodies.put(who, texts.of("naam.administrator")));
    }

    /**
     * What was opened for one answer.
     *
     * @param names of who was asked for and is known
     * @param phones of who was asked for and has one
     * @param words what was asked for
     * @param erased what stands where something was erased
     */
    public record Seen(
            Map<PersonId, String> names,
            Map<PersonId, String> phones,
            Map<Sealed, Opened> words,
            String erased) {

        /** What somebody is called; says so when she was erased. */
        public String name(PersonId person) {
            return names.getOrDefault(person, erased);
        }

        /** Where somebody can be rung; null when she did not say, or was erased. */
        public @Nullable String phone(PersonId person) {
            return phones.get(person);
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
                people.stream().filter(person -> !nobodies.containsKey(person)).distinct().toList();
        var look = vault.look(humans, sealed, reader, clock.instant());
        var names = new HashMap<>(nobodies);
        var phones = new HashMap<PersonId, String>();
        look.people()
                .forEach(
                        (person, identity) -> {
                            names.put(person, identity.name());
                            if (identity.phone() != null) {
                                phones.put(person, identity.phone());
                            }
                        });
        return new Seen(names, phones, look.texts(), texts.of("naam.erased"));
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
