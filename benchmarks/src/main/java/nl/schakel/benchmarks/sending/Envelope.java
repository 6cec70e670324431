package nl.schakel.benchmarks.sending;

import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.UUID;
import nl.schakel.command.runtime.Cause;
import nl.schakel.command.support.Scaling;
import nl.schakel.events.By;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.Sealed;
import nl.schakel.events.support.Level;
import nl.schakel.events.support.SupportEvent.ScaledUp;
import nl.schakel.ledger.Once;
import nl.schakel.ledger.codec.FactCodec;
import nl.schakel.vault.Scopes;
import nl.schakel.vault.Vault;

/**
 * All that a command carries beside its rule: who and when, words sealed by the vault, the marks of
 * its key, and what it belongs to.
 */
public final class Envelope {

    /** In two months. */
    public static final LocalDate LOOK_AGAIN = LocalDate.of(2999, 5, 2);

    /** What is said with each. */
    public static final String WORDS =
            "Nabij, want het gaat deze weken minder goed; samen gekeken, samen besloten.";

    private static final PersonId MEMBER = new PersonId(new UUID(7, 7));
    private static final PartyId PARTY = new PartyId(new UUID(8, 8));

    private final InstantSource clock = Clock.systemUTC();
    private final Vault vault;

    /** Its words are sealed by this vault. */
    public Envelope(Vault vault) {
        this.vault = vault;
    }

    /** Who, and when: now. */
    public By by() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new By(MEMBER, PARTY, null, now, now);
    }

    /** The words of one command. */
    public Sealed sealed(History history, By by) {
        var scope = Scopes.of(history.referral);
        return vault.seal(history.person, scope, "waarom", WORDS, by.recordedAt());
    }

    /** The marks of its key, and what it belongs to. */
    public Cause cause(UUID request) {
        var once =
                new Once(
                        vault.mark("once", request.toString()),
                        vault.mark("request", request.toString(), WORDS));
        return new Cause(once, OptionalLong.empty(), request, null, trace(request));
    }

    /** A trace that no other request has. */
    public static String trace(UUID request) {
        return HexFormat.of().toHexDigits(request.getMostSignificantBits())
                + HexFormat.of().toHexDigits(request.getLeastSignificantBits());
    }

    /** The bytes that are stored of one command. */
    public int bytes() {
        var history = new Histories(0).next();
        var by = by();
        var fact =
                new ScaledUp(
                        history.referral,
                        history.person,
                        Scaling.LINE,
                        Level.ALONGSIDE,
                        sealed(history, by),
                        LOOK_AGAIN,
                        by);
        return new FactCodec().write(fact).length;
    }
}
