package nl.schakel.command.support;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import nl.schakel.access.Keyed;
import nl.schakel.access.Refused;
import nl.schakel.command.runtime.Rulebook;
import nl.schakel.events.support.Level;
import nl.schakel.events.support.Line;
import nl.schakel.events.support.SupportEvent;
import nl.schakel.events.support.SupportEvent.ScaledDown;
import nl.schakel.events.support.SupportEvent.ScaledUp;

/**
 * The support beside one referral: a level on each line, in parallel; the place at the initiative
 * stays (rule 28).
 */
record Support(Map<Line, Level> levels) {

    /** The rulebook of this kind; empty until used. */
    static final Rulebook<SupportCommand, SupportEvent, Support> RULES =
            new Rulebook<>(
                    "support",
                    SupportCommand.class,
                    SupportEvent.class,
                    new Support(Map.of()),
                    Support::decide,
                    Support::evolve);

    static List<? extends SupportEvent> decide(SupportCommand command, Support support) {
        supportStandsBesideWhatHasStarted(command);
        lookingAgainIsStillToCome(command);
        return switch (command) {
            case SupportCommand.ScaleUp up -> support.up(up);
            case SupportCommand.ScaleDown down -> support.down(down);
        };
    }

    static Support evolve(Support support, SupportEvent fact) {
        return switch (fact) {
            case ScaledUp up -> new Support(Keyed.with(support.levels, up.line(), up.level()));
            case ScaledDown down ->
                    new Support(Keyed.with(support.levels, down.line(), down.level()));
        };
    }

    /** Rule 27: up is more than now, on that line. */
    private List<SupportEvent> up(SupportCommand.ScaleUp c) {
        var now = levels.get(c.line());
        if (now != null && c.level().compareTo(now) <= 0) {
            throw Refused.because(SupportRefusal.SCALING_UP_GIVES_MORE);
        }
        return List.of(
                new ScaledUp(
                        c.referral(),
                        c.person(),
                        c.line(),
                        c.level(),
                        c.why(),
                        c.lookAgainOn(),
                        c.by()));
    }

    /** Rule 27: down is less than now, on that line. */
    private List<SupportEvent> down(SupportCommand.ScaleDown c) {
        var now = levels.get(c.line());
        if (now != null && c.level().compareTo(now) >= 0) {
            throw Refused.because(SupportRefusal.SCALING_DOWN_GIVES_LESS);
        }
        return List.of(
                new ScaledDown(
                        c.referral(),
                        c.person(),
                        c.line(),
                        c.level(),
                        c.why(),
                        c.lookAgainOn(),
                        c.by()));
    }

    private static void supportStandsBesideWhatHasStarted(SupportCommand c) {
        if (!c.started()) {
            throw Refused.because(SupportRefusal.SUPPORT_STANDS_BESIDE_WHAT_HAS_STARTED);
        }
    }

    /** Rule 28: when to look again is a question on a date to come. */
    private static void lookingAgainIsStillToCome(SupportCommand c) {
        var day = c.by().occurredAt().atZone(ZoneId.of("Europe/Amsterdam")).toLocalDate();
        if (!c.lookAgainOn().isAfter(day)) {
            throw Refused.because(SupportRefusal.LOOKING_AGAIN_IS_STILL_TO_COME);
        }
    }
}
