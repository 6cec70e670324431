package nl.schakel.command.insight;

import nl.schakel.command.runtime.Rulebook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the rules of this room before the host. */
@Configuration
class InsightWiring {

    @Bean
    Rulebook<?, ?, ?> insightRules() {
        return Insight.RULES;
    }
}
