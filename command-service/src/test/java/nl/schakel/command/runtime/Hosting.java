package nl.schakel.command.runtime;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import nl.schakel.command.concern.ConcernStory;
import nl.schakel.command.contact.ContactStory;
import nl.schakel.command.insight.InsightStory;
import nl.schakel.command.party.PartyStory;
import nl.schakel.command.person.PersonStory;
import nl.schakel.command.referral.ReferralStory;
import nl.schakel.command.support.SupportStory;
import nl.schakel.ledger.Ledger;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.ledger.Once;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.Schemas.Room;
import nl.schakel.ledger.database.TestPostgres;
import nl.schakel.vault.ErasureList;
import nl.schakel.vault.MasterKey;
import nl.schakel.vault.Vault;
import org.axonframework.commandhandling.CommandBus;
import org.jspecify.annotations.Nullable;

/** A host for all rulebooks on a real database, put together as the service does it. */
public final class Hosting implements AutoCloseable {

    static final List<Rulebook<?, ?, ?>> RULEBOOKS =
            List.of(
                    ReferralStory.RULES,
                    PersonStory.RULES,
                    ConcernStory.RULES,
                    SupportStory.RULES,
                    ContactStory.RULES,
                    InsightStory.RULES,
                    PartyStory.PARTY_RULES,
                    PartyStory.LOGIN_RULES);

    public final MeterRegistry meters = new SimpleMeterRegistry();
    public final LedgerReader reader;
    public final Host host;
    private final HikariDataSource source;
    private final Ledger ledger;

    /** On this database. */
    public Hosting(Database database) {
        this(database, new Wiring().bus(), Duration.ofSeconds(20));
    }

    Hosting(Database database, CommandBus bus, Duration patience) {
        var wiring = new Wiring();
        source = database.as("append", 8);
        reader = wiring.reader(source, wiring.codec());
        ledger = wiring.ledger(source, reader, wiring.codec(), meters);
        host = new Host(bus, wiring.store(ledger), reader, RULEBOOKS, meters, patience);
    }

    /** A vault with a key and an erasure list of its own in this directory. */
    public Vault vault(DataSource source, Path directory) throws IOException {
        var master = MasterKey.make(directory.resolve("key"));
        var erased = new ErasureList(directory.resolve("erased"), master);
        return new Vault(source, master, erased, meters);
    }

    /** A new database with all rooms of this service. */
    public static Database database() {
        return TestPostgres.fresh(Rooms.ALL.toArray(Room[]::new));
    }

    /** Sends it without any condition. */
    public Receipt send(Command command) {
        return host.send(command, cause(null, OptionalLong.empty()));
    }

    static Cause cause(@Nullable Once once, OptionalLong expected) {
        return new Cause(once, expected, UUID.randomUUID(), null, null);
    }

    @Override
    public void close() {
        ledger.close();
        source.close();
    }
}
