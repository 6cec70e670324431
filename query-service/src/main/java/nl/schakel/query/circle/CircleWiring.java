package nl.schakel.query.circle;

import nl.schakel.query.runtime.Fresh;
import nl.schakel.query.runtime.Rows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The questions of this room, ready for every other. */
@Configuration
class CircleWiring {

    @Bean
    Circles circles(Rows rows, Fresh fresh) {
        return new Circles(rows, fresh);
    }
}
