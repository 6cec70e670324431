package nl.schakel.command.concern;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.schakel.command.concern.Concern.Ringing;
import nl.schakel.command.desk.Reactions;
import nl.schakel.command.runtime.Host;
import nl.schakel.events.By;
import nl.schakel.events.ConcernId;
import nl.schakel.events.concern.ConcernEvent.ConcernHeard;
import nl.schakel.events.concern.ConcernEvent.ContactRung;
import nl.schakel.events.concern.ConcernEvent.NobodyToRing;
import nl.schakel.ledger.Recorded;
import nl.schakel.ledger.folds.Reaction;
import org.springframework.stereotype.Component;

/**
 * Nobody said "heard" in time: the bell moves to the next human, and again until one does (rule
 * 21).
 */
@Component
final class WhenConcernStaysUnheardThenRingTheSubstitute implements Reaction {

    private final Host host;
    private final Bells bells;
    private final Reactions reactions;
    private final InstantSource clock;

    WhenConcernStaysUnheardThenRingTheSubstitute(
            Host host, Bells bells, Reactions reactions, InstantSource clock) {
        this.host = host;
        this.bells = bells;
        this.reactions = reactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "concern-stays-unheard";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("concern");
    }

    @Override
    public List<Change> changes(Recorded recorded) {
        return switch (recorded.fact()) {
            case ContactRung rung ->
                    List.of(new Change.Due(id(rung.concern(), recorded), rung.heardBefore()));
            case NobodyToRing nobody ->
                    List.of(new Change.Due(id(nobody.concern(), recorded), nobody.lookAgainAt()));
            case ConcernHeard heard -> List.of(new Change.Settled(heard.concern().value() + "/"));
            default -> List.of();
        };
    }

    @Override
    public void due(String id) {
        var concern = new ConcernId(UUID.fromString(id.substring(0, id.indexOf('/'))));
        if (host.state(Concern.RULES, concern.stream()) instanceof Ringing ringing) {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var next =
                    new ConcernCommand.RingNext(
                            concern,
                            bells.ladder(ringing.raised(), now),
                            bells.ringAgain(now),
                            By.clock(now));
            reactions.send(name(), id, next);
        }
    }

    private static String id(ConcernId concern, Recorded cause) {
        return concern.value() + "/" + cause.position();
    }
}
