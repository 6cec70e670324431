package nl.schakel.command.desk;

import java.time.InstantSource;
import nl.schakel.command.runtime.Host;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desk and what is looked up there. */
@Configuration
class DeskWiring {

    @Bean
    Lookups lookups(LedgerReader reader) {
        return new Lookups(reader);
    }

    @Bean
    Involvement involvement(LedgerReader reader, Lookups lookups) {
        return new Involvement(reader, lookups);
    }

    @Bean
    Desk desk(Host host, LedgerReader reader, Vault vault, InstantSource clock) {
        return new Desk(host, reader, vault, clock);
    }

    @Bean
    Reactions reactions(Host host, Vault vault) {
        return new Reactions(host, vault);
    }

    @Bean
    WorkingHours workingHours() {
        return new WorkingHours();
    }
}
