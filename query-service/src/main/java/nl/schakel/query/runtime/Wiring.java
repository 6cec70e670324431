package nl.schakel.query.runtime;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.schakel.access.edge.Accounts;
import nl.schakel.access.edge.Texts;
import nl.schakel.access.fit.FitVault;
import nl.schakel.access.fit.Unfit;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.ledger.codec.FactCodec;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.Fitness;
import nl.schakel.ledger.evidence.Evidence;
import nl.schakel.ledger.folds.Fold;
import nl.schakel.ledger.folds.Folds;
import nl.schakel.ledger.folds.Tail;
import nl.schakel.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The folds on our ledger, the rows for questions, and the vault: everything by hand, nothing by
 * class-path chance.
 */
@Configuration
@EnableConfigurationProperties(Settings.class)
class Wiring {

    private static final String SCHEMA = "query";

    /** Somebody waits for what is to be seen. */
    private static final Duration TOGETHER = Duration.ofMillis(3);

    private final String node = "query-" + UUID.randomUUID();

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Bean
    Texts texts() {
        return new Texts("query-messages", "web-messages", "access-messages");
    }

    @Bean
    Database database(Settings settings) {
        return settings.database().database();
    }

    /** Folds write through this one; refuses to serve when the database cannot be trusted. */
    @Bean
    HikariDataSource project(Database database) {
        return fit(database, "project");
    }

    @Bean
    HikariDataSource web(Database database) {
        return fit(database, "web");
    }

    @Bean
    HikariDataSource vaultSource(Database database) {
        return fit(database, "vault");
    }

    /** Histories are read through this one, for auditors alone. */
    @Bean
    HikariDataSource auditSource(Database database) {
        return fit(database, "audit");
    }

    @Bean
    Evidence evidence(Settings settings) {
        return Unfit.when(() -> Evidence.in(settings.evidence().folder()));
    }

    @Bean
    Vault vault(
            Settings settings,
            Evidence evidence,
            @Qualifier("vaultSource") DataSource source,
            MeterRegistry meters) {
        return FitVault.open(settings.vault().masterKeyFile(), evidence.erased(), source, meters);
    }

    @Bean
    LedgerReader reader(@Qualifier("project") DataSource source) {
        return new LedgerReader(source, new FactCodec());
    }

    @Bean
    Tail tail(Database database, @Qualifier("project") DataSource fit) {
        return new Tail(database, "project", TOGETHER);
    }

    /** Rows of another shape than today's are never read, nor written beside. */
    @Bean
    Folds folds(
            @Qualifier("project") DataSource source,
            LedgerReader reader,
            Tail tail,
            List<Fold> all,
            List<KeptView<?>> views,
            MeterRegistry meters) {
        var stale = new Shapes(JdbcClient.create(source)).stale(views);
        if (!stale.isEmpty()) {
            throw new Unfit(
                    "The rows of %s have another shape than this build reads: run the step --migrate first."
                            .formatted(stale.getFirst().name()));
        }
        var folds = new Folds(source, SCHEMA, node, reader, tail, all, meters);
        folds.start();
        return folds;
    }

    @Bean
    Rows rows(@Qualifier("web") DataSource web) {
        return new Rows(web);
    }

    @Bean
    Fresh fresh(Folds folds, LedgerReader reader) {
        return new Fresh(folds, reader);
    }

    @Bean
    Looks looks(Vault vault, Texts texts, InstantSource clock, Accounts accounts) {
        return new Looks(vault, texts, clock, accounts.administrators());
    }

    /** Ready means: every fold follows the ledger. */
    @Bean
    HealthIndicator foldsHealth(Folds folds) {
        return () -> {
            var health = folds.following() ? Health.up() : Health.down();
            return health.withDetail("parked", folds.parked().size()).build();
        };
    }

    private static HikariDataSource fit(Database database, String role) {
        var source = pool(database, role);
        var rooms =
                Rooms.ALL.stream().filter(room -> room.writer().equals("schakel_" + role)).toList();
        Fitness.wrong(source, rooms, Clock.systemUTC().instant())
                .ifPresent(
                        sentence -> {
                            source.close();
                            throw new Unfit(sentence);
                        });
        return source;
    }

    private static HikariDataSource pool(Database database, String role) {
        return Unfit.when(() -> database.as(role, 8));
    }
}
