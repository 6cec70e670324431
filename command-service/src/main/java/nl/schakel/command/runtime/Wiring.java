package nl.schakel.command.runtime;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.schakel.access.edge.Texts;
import nl.schakel.access.fit.FitVault;
import nl.schakel.access.fit.Unfit;
import nl.schakel.ledger.Ledger;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.ledger.codec.FactCodec;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.Fitness;
import nl.schakel.ledger.evidence.Evidence;
import nl.schakel.ledger.evidence.Sealer;
import nl.schakel.ledger.evidence.SealingKey;
import nl.schakel.ledger.folds.Deadlines;
import nl.schakel.ledger.folds.Folds;
import nl.schakel.ledger.folds.Reaction;
import nl.schakel.ledger.folds.Tail;
import nl.schakel.ledger.witness.Courier;
import nl.schakel.vault.Vault;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Axon on our ledger, the vault, and the deadlines: everything by hand, nothing by class-path
 * chance.
 */
@Configuration
@EnableConfigurationProperties(Settings.class)
class Wiring {

    private static final String SCHEMA = "command";

    /** What is due is due in minutes or days: few commits matter more than a moment. */
    private static final Duration TOGETHER = Duration.ofMillis(25);

    private final String node = "command-" + UUID.randomUUID();

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Bean
    Texts texts() {
        return new Texts("command-messages", "access-messages");
    }

    @Bean
    Settings.Defaults defaults(Settings settings) {
        return settings.defaults();
    }

    @Bean
    Database database(Settings settings) {
        return settings.database().database();
    }

    /**
     * Facts and deadlines go through this one; refuses to serve when the database cannot be
     * trusted.
     */
    @Bean
    HikariDataSource append(Database database) {
        return fit(database, "append");
    }

    @Bean
    HikariDataSource vaultSource(Database database) {
        return fit(database, "vault");
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
    FactCodec codec() {
        return new FactCodec();
    }

    @Bean
    LedgerReader reader(@Qualifier("append") DataSource source, FactCodec codec) {
        return new LedgerReader(source, codec);
    }

    @Bean
    Ledger ledger(
            @Qualifier("append") DataSource source,
            LedgerReader reader,
            FactCodec codec,
            MeterRegistry meters) {
        return new Ledger(source, reader, codec, meters);
    }

    /** Before anything is decided on a ledger that is not the one that was sealed, it refuses. */
    @Bean
    Sealer sealer(
            Settings settings,
            Evidence evidence,
            Database database,
            @Qualifier("append") DataSource source,
            InstantSource clock,
            MeterRegistry meters) {
        var wanted = settings.evidence();
        var key = Unfit.when(() -> SealingKey.read(wanted.keyFile()));
        evidence.wrong(source)
                .ifPresent(
                        sentence -> {
                            throw new Unfit(sentence);
                        });
        return new Sealer(database, evidence, key, clock, wanted.every(), meters);
    }

    /** Beside the sealing and never in its way: a witness that is away is caught up with. */
    @Bean
    @ConditionalOnProperty("schakel.evidence.witness")
    Courier courier(Settings settings, Evidence evidence, MeterRegistry meters) {
        var wanted = settings.evidence();
        return Unfit.when(() -> new Courier(evidence, wanted.witness(), wanted.every(), meters));
    }

    @Bean
    EventStore store(Ledger ledger) {
        return EmbeddedEventStore.builder().storageEngine(ledger).build();
    }

    /**
     * No transaction manager: the ledger's appender owns the only transaction; any throwable rolls
     * back (P15).
     */
    @Bean
    CommandBus bus() {
        return SimpleCommandBus.builder()
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .build();
    }

    @Bean
    Host host(
            CommandBus bus,
            EventStore store,
            LedgerReader reader,
            List<Rulebook<?, ?, ?>> rulebooks,
            MeterRegistry meters) {
        return new Host(bus, store, reader, rulebooks, meters);
    }

    @Bean
    Tail tail(Database database, @Qualifier("append") DataSource fit) {
        return new Tail(database, "append", TOGETHER);
    }

    @Bean
    Deadlines deadlines(
            @Qualifier("append") DataSource source,
            InstantSource clock,
            List<Reaction> reactions,
            MeterRegistry meters) {
        var deadlines = new Deadlines(source, SCHEMA, node, clock, reactions, meters);
        deadlines.start();
        return deadlines;
    }

    @Bean
    Folds folds(
            @Qualifier("append") DataSource source,
            LedgerReader reader,
            Tail tail,
            Deadlines deadlines,
            MeterRegistry meters) {
        var folds = new Folds(source, SCHEMA, node, reader, tail, deadlines.folds(), meters);
        folds.start();
        return folds;
    }

    /** Ready means: the ledger answers, and deadlines follow it. */
    @Bean
    HealthIndicator ledgerHealth(LedgerReader reader, Folds folds) {
        return () -> {
            var health = folds.following() ? Health.up() : Health.down();
            return health.withDetail("head", reader.head())
                    .withDetail("parked", folds.parked().size())
                    .build();
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
