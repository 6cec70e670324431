package nl.schakel.command.contact;

import nl.schakel.command.runtime.Rulebook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the rules of this room before the host. */
@Configuration
class ContactWiring {

    @Bean
    Rulebook<?, ?, ?> contactRules() {
        return Contact.RULES;
    }
}
