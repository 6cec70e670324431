package nl.schakel.vault;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import nl.schakel.events.PersonId;
import nl.schakel.events.Sealed;
import nl.schakel.vault.AccessLog.Granted;
import nl.schakel.vault.Keys.Known;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seals what is personal on the way in; opens it on the way out, after writing down who looked. */
public final class Vault {

    private final Ciphers ciphers;
    private final JdbcClient rows;
    private final AccessLog log;
    private final Identities identities;
    private final Keys keys;
    private final Counter lines;

    /** Nothing can be sealed for this person in this scope any more: its key was destroyed. */
    public static final class GoneForever extends RuntimeException {

        private static final long serialVersionUID = 1;

        GoneForever() {
            super("the key was destroyed", null, false, false);
        }
    }

    /** The access log could not be written, so nothing was opened: no log, no data. */
    public static final class NoLog extends RuntimeException {

        private static final long serialVersionUID = 1;

        NoLog(Throwable cause) {
            super("no log, no data", cause);
        }
    }

    /**
     * Keeps keys, identities and the access log behind this source, which holds the role {@code
     * vault}.
     *
     * @param erased where it is written outside the database what was destroyed
     */
    public Vault(DataSource source, MasterKey master, ErasureList erased, MeterRegistry meters) {
        this.ciphers = new Ciphers(master);
        this.rows = JdbcClient.create(source);
        this.log = new AccessLog(source);
        this.identities = new Identities(ciphers);
        this.keys = new Keys(rows, ciphers, erased);
        this.lines = Counter.builder("schakel.vault.access.log").baseUnit("lines").register(meters);
    }

    /**
     * Seals a text for ever for this person, scope and field; throws {@link GoneForever} when its
     * key was destroyed (elsewhere: within half a minute).
     */
    public Sealed seal(PersonId person, String scope, String field, String text, Instant now) {
        try {
            return new Sealed(
                    person,
                    scope,
                    field,
                    ciphers.seal(
                            keys.made(person, scope, now).ready(), person, scope, field, text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was opened for one answer: who was known, and what each text says. */
    public record Look(Map<PersonId, Identity> people, Map<Sealed, Opened> texts) {}

    /**
     * Opens it all, or nothing when the log cannot be written ({@link NoLog}): one line a person,
     * for name and words together, stands before anything is read.
     */
    public Look look(
            Collection<PersonId> people, Collection<Sealed> texts, Reader reader, Instant now) {
        var fields = new HashMap<PersonId, Set<String>>();
        people.forEach(person -> named(fields, person).addAll(Identities.FIELDS));
        texts.forEach(text -> named(fields, text.person()).add(text.field()));
        if (fields.isEmpty()) {
            return new Look(Map.of(), Map.of());
        }
        var granted = log.write(fields, reader, now);
        lines.increment(fields.size());
        var opened = new HashMap<Sealed, Opened>();
        texts.forEach(
                text -> opened.put(text, opened(text, granted.key(text.person(), text.scope()))));
        return new Look(known(people, granted), opened);
    }

    /**
     * Writes down that somebody looked at the shape of what is known about a person, where nothing
     * is opened; {@link NoLog} when it cannot be written.
     */
    public void note(PersonId person, String what, Reader reader, Instant now) {
        log.write(Map.of(person, Set.of(what)), reader, now);
        lines.increment();
    }

    /** Texts alone, as {@link #look} opens them. */
    public Map<Sealed, Opened> open(Collection<Sealed> texts, Reader reader, Instant now) {
        return look(Set.of(), texts, reader, now).texts();
    }

    /** Keeps who a person is, sealed; a second time replaces the first. */
    public void remember(PersonId person, Identity identity, Instant now) {
        var key = keys.made(person, Scopes.IDENTITY, now).wrapped();
        rows.sql(
                        """
                        INSERT INTO vault.identity (person, fields) VALUES (?, ?::jsonb)
                        ON CONFLICT (person) DO UPDATE SET fields = excluded.fields
                        """)
                .params(person.value(), identities.seal(person, key, identity))
                .update();
    }

    /** Who these persons are, as {@link #look} opens them; whoever was erased is absent. */
    public Map<PersonId, Identity> identities(
            Collection<PersonId> persons, Reader reader, Instant now) {
        return look(persons, Set.of(), reader, now).people();
    }

    /** Covers what a service keeps for itself and that is about nobody, such as a token. */
    public byte[] cover(String purpose, byte[] plain) {
        try {
            return ciphers.cover(purpose, plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was covered for this purpose; throws when it was changed, or under another key. */
    public byte[] uncover(String purpose, byte[] covered) {
        try {
            return ciphers.uncover(purpose, covered);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("covered under another key, or changed", e);
        }
    }

    /** A hash that only this master key can make, the same for the same parts: 32 bytes. */
    public byte[] mark(String purpose, String... parts) {
        try {
            return ciphers.mark(purpose, parts);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A hash of what was asked about a person, under her own key: worthless once that is gone. 32
     * bytes.
     */
    public byte[] requestMark(PersonId person, String request) {
        var key =
                keys.there(person, Scopes.IDENTITY)
                        .map(Known::wrapped)
                        .orElseGet(() -> new byte[] {0});
        try {
            return ciphers.mark(
                    ciphers.mark(mark("request"), HexFormat.of().formatHex(key)), request);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Destroys one key of a person, for ever; what it sealed can be opened by nobody, also when an
     * older database is put back.
     */
    public void destroy(PersonId person, String scope, Instant now) {
        keys.destroy(person, scope, now);
    }

    /**
     * Destroys again whatever was destroyed before and an older database brought back; to be done
     * before anything is opened.
     *
     * @return how many keys came back
     * @throws IllegalArgumentException with one sentence when the erasure list cannot be trusted
     */
    public int destroyAgain() {
        return keys.destroyAgain();
    }

    /**
     * Whether the master key belongs to this database; the first one that is tried on an empty one
     * does.
     */
    public boolean recognises() {
        try {
            rows.sql("INSERT INTO vault.master (canary) VALUES (?) ON CONFLICT DO NOTHING")
                    .param(ciphers.canary())
                    .update();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return ciphers.recognises(
                rows.sql("SELECT canary FROM vault.master")
                        .query((row, _) -> row.getBytes(1))
                        .single());
    }

    private Map<PersonId, Identity> known(Collection<PersonId> people, Granted granted) {
        var known = new HashMap<PersonId, Identity>();
        for (var person : people) {
            var key = granted.key(person, Scopes.IDENTITY);
            identities
                    .open(person, key, granted.identities().get(person))
                    .ifPresent(identity -> known.put(person, identity));
        }
        return known;
    }

    private static Set<String> named(Map<PersonId, Set<String>> fields, PersonId person) {
        return fields.computeIfAbsent(person, _ -> new TreeSet<>());
    }

    private Opened opened(Sealed text, byte @Nullable [] key) {
        if (key == null) {
            return new Opened.Erased();
        }
        try {
            return new Opened.Plain(
                    ciphers.open(key, text.person(), text.scope(), text.field(), text.cipher()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed under another key, or changed", e);
        }
    }
}
