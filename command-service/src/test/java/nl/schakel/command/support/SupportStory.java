package nl.schakel.command.support;

import static nl.schakel.command.People.HANS;
import static nl.schakel.command.People.TODAY;
import static nl.schakel.command.People.words;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.schakel.command.Direction;
import nl.schakel.command.Rules;
import nl.schakel.command.runtime.Command;
import nl.schakel.command.runtime.Rulebook;
import nl.schakel.events.By;
import nl.schakel.events.ReferralId;
import nl.schakel.events.support.Level;
import nl.schakel.events.support.Line;
import nl.schakel.events.support.SupportEvent;
import nl.schakel.events.support.SupportEvent.ScaledDown;
import nl.schakel.events.support.SupportEvent.ScaledUp;

/** A little more and a little less support for Hans, by either side. */
public record SupportStory(Direction direction) {

    public static final Rulebook<?, ?, ?> RULES = Support.RULES;

    static final ReferralId ID = new ReferralId(new UUID(3, 1));
    static final LocalDate IN_MAY = TODAY.plusMonths(2);

    /** Every command once, in an order in which each of them is accepted. */
    public List<Command> everything() {
        var by = direction.asking().by();
        return List.of(
                up(Line.INDIVIDUAL, Level.ALONGSIDE, by),
                down(Line.INDIVIDUAL, Level.FINGER_ON_THE_PULSE, by));
    }

    SupportCommand.ScaleUp up(Line line, Level level, By by) {
        return up(line, level, IN_MAY, true, by);
    }

    SupportCommand.ScaleUp up(Line line, Level level, LocalDate lookAgain, boolean started, By by) {
        return new SupportCommand.ScaleUp(
                ID, HANS, line, level, words("waarom"), lookAgain, started, by);
    }

    SupportCommand.ScaleDown down(Line line, Level level, By by) {
        return down(line, level, IN_MAY, true, by);
    }

    SupportCommand.ScaleDown down(
            Line line, Level level, LocalDate lookAgain, boolean started, By by) {
        return new SupportCommand.ScaleDown(
                ID, HANS, line, level, words("waarom"), lookAgain, started, by);
    }

    static ScaledUp wentUp(Line line, Level level, By by) {
        return new ScaledUp(ID, HANS, line, level, words("waarom"), IN_MAY, by);
    }

    static ScaledDown wentDown(Line line, Level level, By by) {
        return new ScaledDown(ID, HANS, line, level, words("waarom"), IN_MAY, by);
    }

    Rules<SupportCommand, SupportEvent, Support> unused() {
        return Rules.given(Support.RULES);
    }

    Rules<SupportCommand, SupportEvent, Support> at(Line line, Level level) {
        return Rules.given(Support.RULES, wentUp(line, level, direction.asking().by()));
    }
}
