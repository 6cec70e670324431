package nl.schakel.command.party;

import nl.schakel.command.runtime.Rulebook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the rules of this room before the host. */
@Configuration
class PartyWiring {

    @Bean
    Rulebook<?, ?, ?> partyRules() {
        return Party.RULES;
    }

    @Bean
    Rulebook<?, ?, ?> loginRules() {
        return Login.RULES;
    }
}
