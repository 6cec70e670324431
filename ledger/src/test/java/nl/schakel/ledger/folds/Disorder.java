package nl.schakel.ledger.folds;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.schakel.events.By;
import nl.schakel.events.Fact;
import nl.schakel.events.PersonId;
import nl.schakel.events.person.PersonEvent.PersonRegistered;
import nl.schakel.ledger.Appending;
import nl.schakel.ledger.Insisting;
import nl.schakel.ledger.Once;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.TestPostgres;

/**
 * What one of the writers of a seeded run asks: about whom, how long ago it happened, and how long
 * its commit hangs after the numbers were given.
 *
 * @param standstill hundredths of a second that the commit of its first decision hangs; 0 for none
 */
record Disorder(long seed, int writer, int standstill) {

    private static final int DECISIONS = 16;
    private static final int PEOPLE = 8;
    private static final int AT_ONCE = 6;
    private static final int DAYS_AGO = 60 * 365;

    /** Commits hang as long as the last two bytes of their key say, in hundredths of a second. */
    private static final String SLOW_COMMITS =
            """
            CREATE FUNCTION ledger.hang() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM pg_sleep((get_byte(NEW.once_key, 30) * 256 + get_byte(NEW.once_key, 31)) / 100.0);
                RETURN NULL;
            END $$;
            CREATE CONSTRAINT TRIGGER hang AFTER INSERT ON ledger.fact DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW WHEN (NEW.once_key IS NOT NULL) EXECUTE FUNCTION ledger.hang();
            """;

    /** One decision about one person. */
    private record Asked(Once once, List<Fact> facts) {}

    static Database database() {
        var database = Following.database();
        TestPostgres.superuser(database).sql(SLOW_COMMITS).update();
        return database;
    }

    /** The keys of all that it asks, each to be found once. */
    Stream<String> keys() {
        return asked().stream().map(asked -> HexFormat.of().formatHex(asked.once().key()));
    }

    /** Asks all of it, several at once, each until it is told that it was written. */
    void write(Appending ledger) {
        try (var hands = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var written = new ArrayList<Future<?>>();
            for (var asked : asked()) {
                var facts = asked.facts().toArray(Fact[]::new);
                written.add(hands.submit(() -> Insisting.append(ledger, asked.once(), facts)));
            }
            for (var each : written) {
                each.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("seed " + seed, e);
        }
    }

    private List<Asked> asked() {
        var chance = new Random(31 * seed + writer);
        return IntStream.range(0, DECISIONS).mapToObj(number -> asked(number, chance)).toList();
    }

    private Asked asked(int number, Random chance) {
        int hangs = chance.nextInt(5) == 0 ? chance.nextInt(4) : 0;
        var person = new PersonId(new UUID(seed, chance.nextInt(PEOPLE)));
        var facts =
                Stream.<Fact>generate(() -> new PersonRegistered(person, by(chance)))
                        .limit(1 + chance.nextInt(3))
                        .toList();
        var key = key(number, number == 0 && standstill > 0 ? standstill : hangs);
        return new Asked(new Once(key, key), facts);
    }

    /** Half of it happened long ago, and the clocks of those who write it down differ by hours. */
    private static By by(Random chance) {
        Instant recorded = Appending.NOW.minusSeconds(chance.nextInt(8 * 3_600));
        var ago = Duration.ofDays(chance.nextBoolean() ? 0 : chance.nextInt(DAYS_AGO));
        return new By(new PersonId(new UUID(7, 7)), null, null, recorded, recorded.minus(ago));
    }

    private byte[] key(int number, int hangs) {
        return ByteBuffer.allocate(32)
                .putLong(seed)
                .putInt(writer)
                .putInt(number)
                .putShort(30, (short) hangs)
                .array();
    }
}
