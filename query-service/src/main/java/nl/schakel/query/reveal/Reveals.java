package nl.schakel.query.reveal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import nl.schakel.access.Actor;
import nl.schakel.access.May;
import nl.schakel.access.NotThere;
import nl.schakel.events.PersonId;
import nl.schakel.events.Sealed;
import nl.schakel.events.insight.InsightEvent;
import nl.schakel.events.insight.InsightEvent.RevealApproved;
import nl.schakel.events.insight.InsightEvent.RevealAsked;
import nl.schakel.events.insight.InsightId;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.query.runtime.Page;
import org.jspecify.annotations.Nullable;

/** Leave to look behind pseudonyms; read from the ledger itself, so never older than its end. */
final class Reveals {

    private final LedgerReader reader;
    private final InstantSource clock;

    Reveals(LedgerReader reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * One look.
     *
     * @param about whose history
     * @param askedBy the auditor who asked
     * @param reason in her words
     * @param approvedBy the second auditor; null as long as nobody approved
     * @param until when the look ends, or the question if nobody approved it
     */
    record Reveal(
            PersonId about,
            PersonId askedBy,
            Sealed reason,
            @Nullable PersonId approvedBy,
            Instant until) {

        Stage stage(Instant now) {
            if (approvedBy == null) {
                return now.isBefore(until) ? Stage.ASKED : Stage.LAPSED;
            }
            return now.isBefore(until) ? Stage.OPEN : Stage.OVER;
        }
    }

    /** How far a look is. */
    enum Stage {
        ASKED,
        LAPSED,
        OPEN,
        OVER
    }

    /** A look, for any auditor, so that a second one can judge the reason. */
    Reveal of(InsightId insight, Actor actor) {
        May.require(May.replay(actor));
        @Nullable Reveal reveal = null;
        for (var recorded : reader.stream(insight.stream(), -1)) {
            reveal = evolve((InsightEvent) recorded.fact());
        }
        if (reveal == null) {
            throw new NotThere();
        }
        return reveal;
    }

    /** A look, and the position where it began. */
    record Begun(InsightId insight, long position, Reveal reveal) {}

    /** Looks that were asked for, for any auditor: the newest first. */
    List<Begun> all(Page page, Actor actor) {
        May.require(May.replay(actor));
        return reader.begun("insight", page.before(), page.atMost()).stream()
                .map(first -> begun(first.position(), (InsightEvent) first.fact(), actor))
                .toList();
    }

    /** The same while it is open, for the two auditors who agreed on it. */
    Reveal open(InsightId insight, Actor actor) {
        var reveal = of(insight, actor);
        May.require(reveal.stage(clock.instant()) == Stage.OPEN);
        var second = reveal.approvedBy();
        May.require(second != null && May.reveal(actor, reveal.askedBy(), second));
        return reveal;
    }

    /** How far it is now. */
    Stage stage(Reveal reveal) {
        return reveal.stage(clock.instant());
    }

    private Begun begun(long position, InsightEvent first, Actor actor) {
        return new Begun(first.insight(), position, of(first.insight(), actor));
    }

    private static Reveal evolve(InsightEvent fact) {
        return switch (fact) {
            case RevealAsked asked ->
                    new Reveal(
                            asked.person(), asked.by().who(), asked.reason(), null, asked.lapses());
            case RevealApproved approved ->
                    new Reveal(
                            approved.person(),
                            approved.askedBy(),
                            approved.reason(),
                            approved.by().who(),
                            approved.until());
        };
    }
}
