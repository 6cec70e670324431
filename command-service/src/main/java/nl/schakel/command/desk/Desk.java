package nl.schakel.command.desk;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.schakel.access.Refused;
import nl.schakel.access.body.Body;
import nl.schakel.access.body.Invalid;
import nl.schakel.access.edge.Caller;
import nl.schakel.access.edge.Stopped;
import nl.schakel.command.runtime.Cause;
import nl.schakel.command.runtime.Command;
import nl.schakel.command.runtime.Host;
import nl.schakel.events.PersonId;
import nl.schakel.ledger.DuplicateOnce;
import nl.schakel.ledger.LedgerAway;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.ledger.Once;
import nl.schakel.ledger.OutcomeUnknown;
import nl.schakel.vault.Vault;

/**
 * Where a request becomes a command: looks for an earlier answer, stamps time and ids, seals words,
 * sends.
 */
public final class Desk {

    private final Host host;
    private final LedgerReader reader;
    private final Vault vault;
    private final InstantSource clock;

    /** Sends to this host. */
    public Desk(Host host, LedgerReader reader, Vault vault, InstantSource clock) {
        this.host = host;
        this.reader = reader;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Handles one request once, however often it comes.
     *
     * @param about under whose key the request is remembered: gone when hers is
     * @param what the act and its object, so that one key cannot serve two
     * @param body what was sent
     * @param id which thing the answer names, made from the draft
     * @param command what is wanted, made from the draft; nothing is sealed before this is asked
     *     for
     */
    public Answer handle(
            Caller caller,
            PersonId about,
            String what,
            Body body,
            Function<Draft, UUID> id,
            Function<Draft, Command> command) {
        var once = once(caller, about, what, body);
        var draft = new Draft(vault, clock.instant(), caller, seed(once), body);
        return earlier(once, id.apply(draft))
                .orElseGet(() -> sent(caller, once, id.apply(draft), () -> command.apply(draft)));
    }

    /** The draft of something that is only thought of: nothing is remembered of it. */
    public Draft thought(Caller caller, Body body) {
        return new Draft(vault, clock.instant(), caller, caller.trace(), body);
    }

    private Answer sent(Caller caller, Once once, UUID id, Supplier<Command> command) {
        var cause =
                new Cause(
                        caller.key() == null ? null : once,
                        caller.expected(),
                        UUID.nameUUIDFromBytes(once.key()),
                        null,
                        caller.trace());
        try {
            return Answer.of(id, host.send(command.get(), cause));
        } catch (DuplicateOnce e) {
            return earlier(once, id).orElseThrow(() -> e);
        } catch (Refused | Stopped e) {
            return earlier(once, id).orElseThrow(() -> e);
        } catch (OutcomeUnknown e) {
            throw Stopped.unknown();
        } catch (LedgerAway e) {
            throw Stopped.away();
        }
    }

    private Optional<Answer> earlier(Once once, UUID id) {
        return reader.byKey(once.key())
                .map(
                        decided -> {
                            if (!Arrays.equals(decided.request(), once.request())) {
                                throw new Invalid("Idempotency-Key", "sleutel-hergebruikt");
                            }
                            return new Answer(id, decided.version(), decided.position(), null);
                        });
    }

    private Once once(Caller caller, PersonId about, String what, Body body) {
        var key = Optional.ofNullable(caller.key()).orElseGet(() -> UUID.randomUUID().toString());
        return new Once(
                vault.mark("once", caller.actor().person().value().toString(), key),
                vault.requestMark(about, what + " " + body));
    }

    private static String seed(Once once) {
        return HexFormat.of().formatHex(once.key());
    }
}
