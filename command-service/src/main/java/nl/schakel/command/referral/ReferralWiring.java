package nl.schakel.command.referral;

import nl.schakel.command.runtime.Rulebook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the rules of this room before the host. */
@Configuration
class ReferralWiring {

    @Bean
    Rulebook<?, ?, ?> referralRules() {
        return Referral.RULES;
    }
}
