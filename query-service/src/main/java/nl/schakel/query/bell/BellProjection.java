package nl.schakel.query.bell;

import nl.schakel.events.concern.ConcernEvent;
import nl.schakel.ledger.folds.Fold;
import nl.schakel.query.runtime.KeptView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps bells: one row each. */
@Configuration
class BellProjection {

    static final String BELL = "bell";

    @Bean
    KeptView<BellView> bell() {
        return new KeptView<>(
                BELL,
                BellView.class,
                BellView.SILENT,
                Fold.ALL_KINDS,
                ConcernEvent.class::isInstance,
                Fold.Order.PERSON,
                recorded -> recorded.stream().id(),
                BellView::evolve);
    }
}
