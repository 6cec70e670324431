package nl.schakel.command.concern;

import nl.schakel.command.desk.Lookups;
import nl.schakel.command.desk.WorkingHours;
import nl.schakel.command.runtime.Rulebook;
import nl.schakel.command.runtime.Settings.Defaults;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the rules of this room before the host. */
@Configuration
class ConcernWiring {

    @Bean
    Rulebook<?, ?, ?> concernRules() {
        return Concern.RULES;
    }

    @Bean
    Bells bells(Lookups lookups, WorkingHours hours, Defaults defaults) {
        return new Bells(lookups, hours, defaults);
    }
}
