package nl.schakel.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.schakel.events.PartyId;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.Sealed;
import nl.schakel.events.VisitId;
import nl.schakel.events.referral.ReferralEvent;
import nl.schakel.events.support.Level;
import nl.schakel.events.support.Line;
import nl.schakel.events.support.SupportEvent;
import nl.schakel.ledger.Appending;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.ledger.codec.FactCodec;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.Schemas.Room;
import nl.schakel.ledger.database.TestPostgres;
import nl.schakel.ledger.folds.Fold;
import nl.schakel.ledger.folds.Folds;
import nl.schakel.ledger.folds.Tail;
import nl.schakel.query.runtime.Rooms;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger with persons who are referred, and all read models that follow it live. */
final class Quarter implements AutoCloseable {

    private static final PartyId GGZ = new PartyId(new UUID(1, 1));
    private static final PartyId SLEUTEL = new PartyId(new UUID(1, 2));

    private final Database database =
            TestPostgres.fresh(Room.LEDGER, Rooms.ALL.get(0), Rooms.ALL.get(1));
    private final FactCodec codec;
    private final Tail tail = new Tail(database, "project", Duration.ofMillis(3));
    final Appending writer = new Appending(database);
    final HikariDataSource source = database.as("project", 8);
    final LedgerReader reader;
    final Rebuilding rebuilding;
    final Folds folds;

    /** Lives already. */
    static Quarter living() {
        return new Quarter(new FactCodec()).started();
    }

    /** Is about to live, and reads facts with this codec. */
    Quarter(FactCodec codec) {
        this.codec = codec;
        this.reader = new LedgerReader(source, codec);
        this.rebuilding = rebuilding(1_000_000, _ -> {});
        this.folds =
                new Folds(
                        source,
                        "query",
                        "live",
                        reader,
                        tail,
                        List.copyOf(rebuilding.views()),
                        new SimpleMeterRegistry());
    }

    Quarter started() {
        folds.start();
        return this;
    }

    /** As the step does, but for how much it folds at once, and who watches. */
    Rebuilding rebuilding(long perShare, Consumer<Progress> watcher) {
        return new Rebuilding(database, codec, perShare, watcher);
    }

    /** The step itself, and where it says what it found. */
    Step step(PrintStream out) {
        return new Step(database, out);
    }

    /** Somebody comes: six facts. */
    PersonId comes() {
        var person = Appending.someone();
        var referral = new ReferralId(UUID.randomUUID());
        var wish = new Sealed(person, "referral:" + referral.value(), "wish", "back\\slash\tand\n");
        var who = new PersonId(new UUID(7, 7));
        var by = Appending.by();
        var visit = new VisitId(UUID.randomUUID());
        writer.append(0, null, Appending.registered(person));
        writer.append(
                0,
                null,
                new ReferralEvent.ReferralAsked(
                        referral, person, GGZ, SLEUTEL, wish, who, null, by));
        writer.append(
                1,
                null,
                new ReferralEvent.PersonSaidYes(referral, person, by),
                new ReferralEvent.Welcomed(referral, person, who, null, by));
        writer.append(
                3,
                null,
                new ReferralEvent.FirstVisitPromised(
                        referral, person, visit, who, Appending.NOW, wish, by));
        writer.append(
                4,
                null,
                new ReferralEvent.FirstVisitCalledOff(referral, person, visit, person, wish, by));
        return person;
    }

    /** Somebody who was there comes back. */
    void comesBack(PersonId person) {
        writer.append(1, null, Appending.registered(person));
    }

    /** Two facts that no view of her can make sense of. */
    void scalesWhatNobodyAsked(PersonId person) {
        var referral = new ReferralId(UUID.randomUUID());
        var why = new Sealed(person, "referral:" + referral.value(), "why", "");
        for (int i = 0; i < 2; i++) {
            writer.append(
                    i,
                    null,
                    new SupportEvent.ScaledUp(
                            referral,
                            person,
                            Line.COLLECTIVE,
                            Level.ALONGSIDE,
                            why,
                            LocalDate.parse("2026-09-01"),
                            Appending.by()));
        }
    }

    /** What stands still, and why. */
    List<String> parked() {
        return superuser()
                .sql(
                        "SELECT fold || ' ' || replace(reason, 'java.lang.', '') FROM query.parked ORDER BY 1")
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Waits until each read model has taken in every fact, or parked it, and is done with it. */
    void level() throws InterruptedException {
        assertThat(folds.awaitHead(Duration.ofSeconds(20))).as("level in time").isTrue();
        for (int tried = 0; tried < 400; tried++) {
            if (leftToTake() == 0) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not level in time: " + parked());
    }

    private long leftToTake() {
        return rebuilding.views().stream().mapToLong(this::leftToTake).sum();
    }

    private long leftToTake(Fold fold) {
        return superuser()
                .sql(
                        """
                        SELECT (SELECT count(*) FROM ledger.fact
                                WHERE cardinality(:kinds) = 0 OR kind = ANY(:kinds))
                            - (SELECT count(*) FROM query.parked WHERE fold = :fold)
                            - (SELECT coalesce(sum(facts), 0) FROM query.taken WHERE fold = :fold)
                        """)
                .param("kinds", fold.kinds().toArray(String[]::new))
                .param("fold", fold.name())
                .query(Long.class)
                .single();
    }

    /** The digest of all rows of each table of all read models. */
    Map<String, String> digests() {
        return tables().stream().collect(Collectors.toMap(table -> table, this::digest));
    }

    /** Policies, rights, indexes and switches of these tables. */
    List<String> walls() {
        return superuser()
                .sql(
                        """
                        SELECT p::text FROM pg_policies p WHERE schemaname = 'query'
                        UNION ALL SELECT relname || relacl::text || relrowsecurity || relforcerowsecurity
                            FROM pg_class WHERE relnamespace = 'query'::regnamespace AND relkind = 'r'
                        UNION ALL SELECT tablename || indexname || indexdef FROM pg_indexes WHERE schemaname = 'query'
                        ORDER BY 1
                        """)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** How many sessions wait to get at these rows. */
    int waitFor(String table) {
        return superuser()
                .sql("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = ?::regclass")
                .param("query." + table)
                .query(Integer.class)
                .single();
    }

    Connection asSuperuser() throws SQLException {
        return TestPostgres.asSuperuser(database);
    }

    JdbcClient superuser() {
        return TestPostgres.superuser(database);
    }

    @Override
    public void close() {
        folds.close();
        tail.close();
        source.close();
        writer.close();
    }

    private List<String> tables() {
        return superuser()
                .sql(
                        """
                        SELECT relname FROM pg_class WHERE relnamespace = 'query'::regnamespace
                        AND relkind = 'r' AND relrowsecurity ORDER BY 1
                        """)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private String digest(String table) {
        return superuser()
                .sql(
                        """
                        SELECT count(*) || ' ' || coalesce(encode(sha256(convert_to(string_agg(
                            t::text, '' ORDER BY key, position), 'UTF8')), 'hex'), '') FROM query.%s t
                        """
                                .formatted(table))
                .query(String.class)
                .single();
    }
}
