package nl.schakel.benchmarks.commands;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import nl.schakel.command.support.Scaling;
import nl.schakel.events.By;
import nl.schakel.events.support.Level;
import nl.schakel.events.support.Line;
import nl.schakel.events.support.SupportEvent.ScaledDown;
import nl.schakel.events.support.SupportEvent.ScaledUp;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The same rules as an annotated aggregate. */
class StockSupport {

    private final Map<Line, Level> levels = new EnumMap<>(Line.class);
    @AggregateIdentifier private @Nullable String id;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StockCommand.Up c, MetaData beside) {
        lookingAgainIsStillToCome(c.lookAgainOn(), c.by());
        var now = levels.get(Scaling.LINE);
        if (now != null && Level.ALONGSIDE.compareTo(now) <= 0) {
            throw new IllegalArgumentException("scaling up gives more");
        }
        var level = Level.ALONGSIDE;
        apply(
                new ScaledUp(
                        c.referral(),
                        c.person(),
                        Scaling.LINE,
                        level,
                        c.why(),
                        c.lookAgainOn(),
                        c.by()),
                beside);
    }

    @CommandHandler
    void handle(StockCommand.Down c, MetaData beside) {
        lookingAgainIsStillToCome(c.lookAgainOn(), c.by());
        var now = levels.get(Scaling.LINE);
        if (now != null && Level.FINGER_ON_THE_PULSE.compareTo(now) >= 0) {
            throw new IllegalArgumentException("scaling down gives less");
        }
        var level = Level.FINGER_ON_THE_PULSE;
        apply(
                new ScaledDown(
                        c.referral(),
                        c.person(),
                        Scaling.LINE,
                        level,
                        c.why(),
                        c.lookAgainOn(),
                        c.by()),
                beside);
    }

    @EventSourcingHandler
    void on(ScaledUp fact) {
        id = fact.stream().toString();
        levels.put(fact.line(), fact.level());
    }

    @EventSourcingHandler
    void on(ScaledDown fact) {
        levels.put(fact.line(), fact.level());
    }

    private static void lookingAgainIsStillToCome(LocalDate lookAgainOn, By by) {
        var day = by.occurredAt().atZone(ZoneId.of("Europe/Amsterdam")).toLocalDate();
        if (!lookAgainOn.isAfter(day)) {
            throw new IllegalArgumentException("looking again is still to come");
        }
    }
}
