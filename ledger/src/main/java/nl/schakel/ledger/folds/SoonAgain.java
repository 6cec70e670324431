package nl.schakel.ledger.folds;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Looks again soon: after each failure Axon waits twice as long, up to a minute, and folds would
 * come back that long after the database did.
 */
final class SoonAgain extends ScheduledThreadPoolExecutor {

    static final long AT_MOST_MILLIS = 2_000;

    SoonAgain(String name) {
        super(1, Thread.ofPlatform().name(name, 0).daemon().factory());
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        long millis = Math.min(unit.toMillis(delay), AT_MOST_MILLIS);
        return super.schedule(task, millis, TimeUnit.MILLISECONDS);
    }
}
