package nl.schakel.ledger;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import nl.schakel.events.Fact;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DataAccessException;

/** A caller who asks again, with the same key, until it is told that it was written. */
public final class Insisting {

    private static final long A_MOMENT = Duration.ofMillis(2).toNanos();

    private Insisting() {}

    /** Writes these facts of one history after whatever is there by then. */
    public static void append(Appending ledger, Once once, Fact... facts) {
        while (!taken(ledger, once, facts)) {
            LockSupport.parkNanos(A_MOMENT);
        }
    }

    private static boolean taken(Appending ledger, Once once, Fact... facts) {
        try {
            ledger.append(ledger.reader.versionOf(facts[0].stream()), once, facts);
            return true;
        } catch (DuplicateOnce itWasWritten) {
            return true;
        } catch (ConcurrencyException | OutcomeUnknown | LedgerAway | DataAccessException later) {
            return false;
        }
    }
}
