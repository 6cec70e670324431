package nl.schakel.benchmarks.commands;

import java.time.LocalDate;
import nl.schakel.events.By;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.Sealed;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The same wishes, as stock Axon wants them. */
sealed interface StockCommand {

    /** Opschalen. */
    record Up(
            @TargetAggregateIdentifier String support,
            ReferralId referral,
            PersonId person,
            Sealed why,
            LocalDate lookAgainOn,
            By by)
            implements StockCommand {}

    /** Afschalen. */
    record Down(
            @TargetAggregateIdentifier String support,
            ReferralId referral,
            PersonId person,
            Sealed why,
            LocalDate lookAgainOn,
            By by)
            implements StockCommand {}
}
