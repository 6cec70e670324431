package nl.schakel.query.path;

import java.time.InstantSource;
import nl.schakel.access.edge.Texts;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.query.circle.Circles;
import nl.schakel.query.runtime.Fresh;
import nl.schakel.query.runtime.Looks;
import nl.schakel.query.runtime.Rows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The questions of this room, ready for the endpoint. */
@Configuration
class PathWiring {

    @Bean
    Paths paths(Circles circles, Rows rows, Fresh fresh, LedgerReader reader) {
        return new Paths(circles, rows, fresh, reader);
    }

    @Bean
    PathReading pathReading(Circles circles, Looks looks, Texts texts, InstantSource clock) {
        return new PathReading(circles, looks, texts, clock);
    }
}
