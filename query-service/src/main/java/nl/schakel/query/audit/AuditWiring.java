package nl.schakel.query.audit;

import javax.sql.DataSource;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.ledger.codec.FactCodec;
import nl.schakel.ledger.evidence.Evidence;
import nl.schakel.ledger.evidence.Histories;
import nl.schakel.query.runtime.Looks;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Histories and their proofs, under the role {@code audit}. */
@Configuration
class AuditWiring {

    @Bean
    Histories histories(@Qualifier("auditSource") DataSource source, Evidence evidence) {
        return new Histories(source, evidence);
    }

    @Bean
    Replays replays(Histories histories, @Qualifier("auditSource") DataSource source, Looks looks) {
        return new Replays(histories, new LedgerReader(source, new FactCodec()), looks);
    }

    @Bean
    Hindsight hindsight(@Qualifier("auditSource") DataSource source) {
        return new Hindsight(new LedgerReader(source, new FactCodec()));
    }
}
