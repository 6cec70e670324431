package nl.schakel.query.guide;

import nl.schakel.events.Fact;
import nl.schakel.events.person.PersonEvent;
import nl.schakel.ledger.Recorded;
import nl.schakel.ledger.folds.Fold;
import nl.schakel.query.runtime.KeptView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the guide of each person. */
@Configuration
class GuideProjection {

    static final String GUIDE = "guide";

    @Bean
    KeptView<GuideView> guide() {
        return new KeptView<>(
                GUIDE,
                GuideView.class,
                GuideView.EMPTY,
                Fold.ALL_KINDS,
                GuideProjection::guides,
                Fold.Order.PERSON,
                Recorded::key,
                GuideView::evolve);
    }

    private static boolean guides(Fact fact) {
        return fact instanceof PersonEvent.GuideWritten
                || fact instanceof PersonEvent.GuideReleased;
    }
}
