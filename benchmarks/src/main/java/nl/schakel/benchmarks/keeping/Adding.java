package nl.schakel.benchmarks.keeping;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.schakel.benchmarks.harness.Cpu;
import nl.schakel.benchmarks.harness.Sample;
import nl.schakel.benchmarks.harness.Side;
import nl.schakel.events.By;
import nl.schakel.events.Fact;
import nl.schakel.events.PersonId;
import nl.schakel.events.ReferralId;
import nl.schakel.events.Sealed;
import nl.schakel.events.support.Level;
import nl.schakel.events.support.Line;
import nl.schakel.events.support.SupportEvent;
import nl.schakel.ledger.Ledger;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.ledger.Once;
import nl.schakel.ledger.codec.FactCodec;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.tree.Digest;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** So many facts, one a decision, 32 in flight, through the ledger alone. */
final class Adding implements Side, AutoCloseable {

    private static final int IN_FLIGHT = 32;
    private static final int PER_HISTORY = 12;
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final String CIPHER = "c2VhbGVk".repeat(20);

    private final HikariDataSource source;
    private final LedgerReader reader;
    private final Ledger ledger;
    private final Cpu cpu;
    private final int count;
    private final String name;
    private final SplittableRandom seeds;

    Adding(Database database, Cpu cpu, int count, String name, long seed) {
        this.source = database.as("append", 8);
        this.reader = new LedgerReader(source, new FactCodec());
        this.ledger = new Ledger(source, reader, new FactCodec(), new SimpleMeterRegistry());
        this.cpu = cpu;
        this.count = count;
        this.name = name;
        this.seeds = new SplittableRandom(seed);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Sample measure() {
        long before = cpu.micros();
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, IN_FLIGHT)
                    .mapToObj(_ -> seeds.split())
                    .map(chance -> threads.submit(() -> add(chance)))
                    .toList()
                    .forEach(Adding::ended);
        }
        int facts = count / IN_FLIGHT * IN_FLIGHT;
        return new Sample(facts, System.nanoTime() - start, cpu.micros() - before);
    }

    long head() {
        return reader.head();
    }

    @Override
    public void close() {
        ledger.close();
        source.close();
    }

    private void add(SplittableRandom chance) {
        var referral = new ReferralId(id(chance));
        var person = new PersonId(id(chance));
        for (int i = 0; i < count / IN_FLIGHT; i++) {
            if (i % PER_HISTORY == 0) {
                referral = new ReferralId(id(chance));
                person = new PersonId(id(chance));
            }
            append(scaled(referral, person), i % PER_HISTORY, id(chance));
        }
    }

    private void append(Fact fact, long sequence, UUID request) {
        var key = Digest.of(request.toString().getBytes(StandardCharsets.UTF_8));
        ledger.appendEvents(
                List.of(
                        new GenericDomainEventMessage<>(
                                fact.stream().kind(),
                                fact.stream().toString(),
                                sequence,
                                fact,
                                Map.of(
                                        Ledger.CORRELATION,
                                        request,
                                        Ledger.ONCE,
                                        new Once(key, key)))));
    }

    private static Fact scaled(ReferralId referral, PersonId person) {
        var why = new Sealed(person, "referral:" + referral.value(), "waarom", CIPHER);
        var by = new By(person, null, null, NOW, NOW);
        return new SupportEvent.ScaledUp(
                referral,
                person,
                Line.COLLECTIVE,
                Level.ALONGSIDE,
                why,
                LocalDate.of(2999, 5, 2),
                by);
    }

    private static UUID id(SplittableRandom chance) {
        return new UUID(chance.nextLong(), chance.nextLong());
    }

    private static void ended(Future<?> adding) {
        try {
            adding.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
