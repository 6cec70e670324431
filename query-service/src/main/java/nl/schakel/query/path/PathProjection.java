package nl.schakel.query.path;

import nl.schakel.ledger.Recorded;
import nl.schakel.ledger.folds.Fold;
import nl.schakel.query.runtime.KeptView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the path of each person. */
@Configuration
class PathProjection {

    static final String PATH = "path";

    @Bean
    KeptView<PathView> path() {
        return new KeptView<>(
                PATH,
                PathView.class,
                PathView.EMPTY,
                Fold.ALL_KINDS,
                fact -> fact.person() != null,
                Fold.Order.PERSON,
                Recorded::key,
                PathView::evolve);
    }
}
