package nl.schakel.ledger.folds;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.ledger.Recorded;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The runner: keeps each fold in step with the ledger, rows and token in one transaction, order per
 * person.
 */
public final class Folds implements AutoCloseable {

    private static final int SEGMENTS = 2;
    private static final int BATCH = 100;
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition committed = lock.newCondition();
    private final List<PooledStreamingEventProcessor> processors = new ArrayList<>();
    private final List<Taking> takings = new ArrayList<>();
    private final ScheduledExecutorService coordinators = new SoonAgain("folds-");
    private final ScheduledExecutorService workers =
            Executors.newScheduledThreadPool(
                    2, Thread.ofPlatform().name("fold-", 0).daemon().factory());
    private final Parking parking;
    private final LedgerReader reader;
    private final TransactionTemplate transaction;
    private final List<Fold> folds;
    private final Lag lag;

    /**
     * Starts nothing yet.
     *
     * @param writer a source whose role may write in the schema and read the ledger
     * @param schema where the rows, tokens and parked positions are
     * @param node the name of this process among those that share the folds
     */
    public Folds(
            DataSource writer,
            String schema,
            String node,
            LedgerReader reader,
            Tail tail,
            List<Fold> folds,
            MeterRegistry meters) {
        this.reader = reader;
        this.folds = List.copyOf(folds);
        this.parking = new Parking(JdbcClient.create(writer), schema);
        var manager = new JdbcTransactionManager(writer);
        this.transaction = new TransactionTemplate(manager);
        var tokens = Tokens.in(writer, schema, node);
        var transactions = Tokens.transactions(manager);
        var source = new LedgerSource(reader, tail, Together.kinds(this.folds));
        this.lag = new Lag(reader, meters);
        for (var together : Together.of(this.folds)) {
            var taking = new Taking(together, writer, parking, this::wake);
            takings.add(taking);
            var processor = processor(together, taking, source, tokens, transactions);
            processors.add(processor);
            together.names().forEach(fold -> lag.of(fold, processor));
        }
        Gauge.builder("schakel.folds.parked", parking, Parking::count)
                .description("persons and histories that stand still")
                .register(meters);
    }

    /** Begins to follow the ledger. */
    public void start() {
        processors.forEach(PooledStreamingEventProcessor::start);
    }

    @Override
    public void close() {
        processors.forEach(PooledStreamingEventProcessor::shutDown);
        coordinators.shutdownNow();
        workers.shutdownNow();
    }

    /**
     * Waits until the fold has taken in all that it follows about this key up to the position of
     * one of these facts; false when it did not in time, or when who waits was interrupted (P16).
     */
    public boolean await(String fold, UUID key, long position, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        try {
            while (parking.taken(fold, key).position() < position) {
                long left = until - System.nanoTime();
                if (left <= 0 || !pause(Math.min(left, LOOK_AGAIN_NANOS))) {
                    return false;
                }
            }
            return true;
        } catch (DataAccessException e) {
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Waits until the fold has taken in this fact, if it follows its history; false when it did not
     * in time.
     */
    public boolean await(String fold, Recorded recorded, Duration atMost) {
        return !named(fold).follows(recorded)
                || await(fold, named(fold).key(recorded), recorded.position(), atMost);
    }

    /**
     * Waits until this process, which must come to hold all segments, has taken in all there is
     * now; false when it did not in time.
     */
    public boolean awaitHead(Duration atMost) {
        long head = reader.head();
        long until = System.nanoTime() + atMost.toNanos();
        while (!processors.stream().allMatch(p -> lag.level(p, SEGMENTS, head))) {
            if (System.nanoTime() > until || !pause(LOOK_AGAIN_NANOS)) {
                return false;
            }
        }
        return true;
    }

    /** How far a fold is for one key. */
    public Taken taken(String fold, UUID key) {
        return parking.taken(fold, key);
    }

    /** What waits because it, or a fact before it, could not be taken in. */
    public List<Parked> parked() {
        return parking.all();
    }

    /** Tries the parked facts of one key again, in their order; stops at the first that fails. */
    public boolean retry(String fold, UUID key) {
        var one = named(fold);
        var taking = takings.stream().filter(each -> each.serves(one)).findFirst().orElseThrow();
        var next = parking.first(fold, key);
        while (next.isPresent()) {
            var parked = next.get();
            if (!Boolean.TRUE.equals(transaction.execute(work -> again(taking, parked, work)))) {
                return false;
            }
            next = parking.first(fold, key);
        }
        return true;
    }

    /**
     * Whether every fold follows the ledger: without an error in this process, and each of its
     * segments held by some process.
     */
    public boolean following() {
        return processors.stream().allMatch(p -> p.isRunning() && !p.isError())
                && parking.held(
                                processors.stream()
                                        .map(PooledStreamingEventProcessor::getName)
                                        .toList())
                        == (long) SEGMENTS * processors.size();
    }

    private PooledStreamingEventProcessor processor(
            Together together,
            Taking taking,
            LedgerSource source,
            TokenStore tokens,
            TransactionManager transactions) {
        return PooledStreamingEventProcessor.builder()
                .name(together.name())
                .eventHandlerInvoker(taking)
                .messageSource(source)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .errorHandler(PropagatingErrorHandler.instance())
                .initialToken(StreamableMessageSource::createTailToken)
                .initialSegmentCount(SEGMENTS)
                .batchSize(BATCH)
                .tokenClaimInterval(1_000)
                .claimExtensionThreshold(3_000)
                .coordinatorExecutor(coordinators)
                .workerExecutor(workers)
                .build();
    }

    private Fold named(String name) {
        return folds.stream().filter(fold -> fold.name().equals(name)).findFirst().orElseThrow();
    }

    /** Whoever takes it out of the queue takes it in, so that two who try do not do it twice. */
    private boolean again(Taking taking, Parked parked, TransactionStatus work) {
        taking.hold();
        if (!parking.unpark(parked)) {
            return true;
        }
        var recorded = reader.at(parked.position()).orElseThrow();
        var alone = List.of(new Together.Batch(named(parked.fold()), List.of(recorded)));
        if (taking.tried(alone) != null) {
            work.setRollbackOnly();
            return false;
        }
        parking.note(alone);
        return true;
    }

    private void wake() {
        lock.lock();
        try {
            committed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean pause(long nanos) {
        lock.lock();
        try {
            committed.awaitNanos(nanos);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
