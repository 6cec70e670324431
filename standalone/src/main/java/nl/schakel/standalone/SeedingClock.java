package nl.schakel.standalone;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The time while a story is told: it only goes forward, drives what is stamped and what is due, and
 * is the time of the machine for ever once it is locked.
 */
public final class SeedingClock implements InstantSource {

    private final InstantSource machine = Clock.systemUTC();
    private volatile @Nullable Instant told;

    private SeedingClock(@Nullable Instant told) {
        this.told = told;
    }

    /** Stands still at the beginning of a story. */
    public static SeedingClock at(Instant beginning) {
        return new SeedingClock(beginning);
    }

    /** The time of the machine; nothing is to be told. */
    public static SeedingClock locked() {
        return new SeedingClock(null);
    }

    @Override
    public Instant instant() {
        var now = told;
        return now == null ? machine.instant() : now;
    }

    /** Goes on to this moment; throws when it is locked, or when that lies before now. */
    public synchronized void advance(Instant to) {
        if (told == null) {
            throw new IllegalStateException("the story is over: the clock is locked");
        }
        if (to.isBefore(told)) {
            throw new IllegalArgumentException("time does not go back");
        }
        told = to;
    }

    /** Ends the story: from now on it is the time of the machine. */
    public synchronized void lock() {
        told = null;
    }
}
