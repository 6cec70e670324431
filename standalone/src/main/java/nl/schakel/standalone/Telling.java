package nl.schakel.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import nl.schakel.ledger.folds.Deadlines;
import nl.schakel.ledger.folds.Folds;
import nl.schakel.standalone.story.Neighbourhood;
import nl.schakel.standalone.story.Story;

/** Tells the story once, in its own time: what falls due on the way happens when it is due. */
final class Telling {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SeedingClock clock;
    private final Folds folds;
    private final Deadlines deadlines;

    Telling(SeedingClock clock, Services services) {
        this.clock = clock;
        this.folds = services.command().getBean(Folds.class);
        this.deadlines = services.command().getBean(Deadlines.class);
    }

    /** The clock for this home: locked when its story has been told. */
    static SeedingClock clock(Home home, Story story) {
        return Files.exists(home.told()) ? SeedingClock.locked() : SeedingClock.at(story.begins());
    }

    /** Tells it, unless it was told to its end before; the clock is locked afterwards. */
    void once(Home home, Story story, Neighbourhood here) {
        if (Files.exists(home.told())) {
            return;
        }
        story.tell(here, this::goTo);
        goTo(clock.instant());
        clock.lock();
        try {
            Files.createFile(home.told());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void goTo(Instant moment) {
        level();
        for (var next = deadlines.next();
                next.isPresent() && !next.get().isAfter(moment);
                next = deadlines.next()) {
            if (next.get().isAfter(clock.instant())) {
                clock.advance(next.get());
            }
            rung(next.get());
            level();
        }
        if (moment.isAfter(clock.instant())) {
            clock.advance(moment);
        }
    }

    private void rung(Instant due) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (deadlines.next().filter(due::equals).isPresent()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("what was due did not happen");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private void level() {
        if (!folds.awaitHead(PATIENCE)) {
            throw new IllegalStateException("what is due is not known yet");
        }
    }
}
