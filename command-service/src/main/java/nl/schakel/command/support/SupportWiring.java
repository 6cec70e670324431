package nl.schakel.command.support;

import nl.schakel.command.runtime.Rulebook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the rules of this room before the host. */
@Configuration
class SupportWiring {

    @Bean
    Rulebook<?, ?, ?> supportRules() {
        return Support.RULES;
    }
}
