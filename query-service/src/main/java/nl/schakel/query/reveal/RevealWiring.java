package nl.schakel.query.reveal;

import java.time.InstantSource;
import javax.sql.DataSource;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.ledger.codec.FactCodec;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The questions of this room, under the role {@code audit}. */
@Configuration
class RevealWiring {

    @Bean
    Reveals reveals(@Qualifier("auditSource") DataSource source, InstantSource clock) {
        return new Reveals(new LedgerReader(source, new FactCodec()), clock);
    }
}
