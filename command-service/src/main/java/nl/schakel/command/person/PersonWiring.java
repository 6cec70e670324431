package nl.schakel.command.person;

import nl.schakel.command.runtime.Rulebook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the rules of this room before the host. */
@Configuration
class PersonWiring {

    @Bean
    Rulebook<?, ?, ?> personRules() {
        return Person.RULES;
    }
}
