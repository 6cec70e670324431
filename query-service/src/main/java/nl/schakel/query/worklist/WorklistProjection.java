package nl.schakel.query.worklist;

import nl.schakel.events.Fact;
import nl.schakel.events.concern.ConcernEvent;
import nl.schakel.events.referral.ReferralEvent;
import nl.schakel.events.support.SupportEvent;
import nl.schakel.ledger.folds.Fold;
import nl.schakel.query.runtime.KeptView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps what waits: one row a referral, one row a bell. */
@Configuration
class WorklistProjection {

    static final String WORKLIST = "worklist";

    @Bean
    KeptView<WorklistView> worklist() {
        return new KeptView<>(
                WORKLIST,
                WorklistView.class,
                WorklistView.EMPTY,
                Fold.ALL_KINDS,
                WorklistProjection::waits,
                Fold.Order.PERSON,
                recorded -> recorded.stream().id(),
                WorklistView::evolve);
    }

    private static boolean waits(Fact fact) {
        return fact instanceof ReferralEvent
                || fact instanceof SupportEvent
                || fact instanceof ConcernEvent;
    }
}
