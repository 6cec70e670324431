package nl.schakel.command.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.schakel.access.Refused;
import nl.schakel.access.edge.Stopped;
import nl.schakel.events.Fact;
import nl.schakel.events.StreamId;
import nl.schakel.ledger.Ledger;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.ledger.OutcomeUnknown;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * One host for all rulebooks: loads a state, lets the rules decide, and publishes the facts through
 * Axon's unit of work.
 */
public final class Host {

    private static final int LOCKS = 1_024;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CommandBus bus;
    private final Dispatch dispatch;
    private final EventStore store;
    private final States states;
    private final MeterRegistry meters;
    private final Duration patience;
    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

    /**
     * Subscribes every permitted command of every rulebook to the bus, which must have no
     * transaction manager.
     */
    public Host(
            CommandBus bus,
            EventStore store,
            LedgerReader reader,
            List<Rulebook<?, ?, ?>> rulebooks,
            MeterRegistry meters) {
        this(bus, store, reader, rulebooks, meters, PATIENCE);
    }

    Host(
            CommandBus bus,
            EventStore store,
            LedgerReader reader,
            List<Rulebook<?, ?, ?>> rulebooks,
            MeterRegistry meters,
            Duration patience) {
        this.bus = bus;
        this.dispatch = new Dispatch(bus, patience);
        this.store = store;
        this.states = new States(reader);
        this.meters = meters;
        this.patience = patience;
        rulebooks.forEach(this::subscribe);
    }

    /**
     * Sends a command; a conflict is tried once more on the newer state.
     *
     * @throws Refused when a rule says no
     * @throws Stopped when the caller read an older version, or the history stays busy
     * @throws OutcomeUnknown when the connection was lost while committing
     */
    public Receipt send(Command command, Cause cause) {
        if (CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("a command is never sent from inside a unit of work");
        }
        var lock = locks.get(Math.floorMod(command.stream().hashCode(), LOCKS));
        acquire(lock);
        try {
            return counted(command, () -> twice(command, cause));
        } finally {
            lock.unlock();
        }
    }

    /** The state of a history as the ledger has it now. */
    public <F extends Fact, S> S state(Rulebook<?, F, S> rulebook, StreamId stream) {
        return states.current(rulebook, stream).state();
    }

    private Receipt twice(Command command, Cause cause) {
        try {
            return forgetting(command, cause);
        } catch (ConcurrencyException first) {
            try {
                return forgetting(command, cause);
            } catch (ConcurrencyException second) {
                throw Stopped.stale();
            }
        }
    }

    /** A state that may be behind the ledger is not kept. */
    private Receipt forgetting(Command command, Cause cause) {
        try {
            return dispatch.send(command, cause);
        } catch (ConcurrencyException | OutcomeUnknown e) {
            states.drop(command.stream());
            throw e;
        }
    }

    private <C extends Command, F extends Fact, S> void subscribe(Rulebook<C, F, S> rulebook) {
        for (var kind : rulebook.commands().getPermittedSubclasses()) {
            bus.subscribe(
                    kind.getName(),
                    message ->
                            handle(
                                    rulebook,
                                    rulebook.commands().cast(message.getPayload()),
                                    (Cause)
                                            Objects.requireNonNull(
                                                    message.getMetaData().get(Dispatch.CAUSE))));
        }
    }

    private <C extends Command, F extends Fact, S> CompletableFuture<Receipt> handle(
            Rulebook<C, F, S> rulebook, C command, Cause cause) {
        var known = states.known(rulebook, command.stream());
        var decided = decided(rulebook, command, cause, known);
        if (decided == null) {
            known = states.current(rulebook, command.stream());
            expect(cause, known.version());
            decided = rulebook.decide().apply(command, known.state());
        }
        return decided.isEmpty()
                ? CompletableFuture.completedFuture(new Receipt(known.version(), known.position()))
                : publish(rulebook, command.stream(), known, decided, cause);
    }

    /**
     * Facts from the state as known here; null when it says no, or says nothing, and so must be
     * looked at afresh.
     */
    private static <C extends Command, F extends Fact, S> @Nullable List<? extends F> decided(
            Rulebook<C, F, S> rulebook, C command, Cause cause, Kept<S> known) {
        try {
            expect(cause, known.version());
            var facts = rulebook.decide().apply(command, known.state());
            return facts.isEmpty() ? null : facts;
        } catch (Refused | Stopped _) {
            return null;
        }
    }

    private static void expect(Cause cause, long version) {
        if (cause.expected().isPresent() && cause.expected().getAsLong() != version) {
            throw Stopped.stale();
        }
    }

    private <F extends Fact, S> CompletableFuture<Receipt> publish(
            Rulebook<?, F, S> rulebook,
            StreamId stream,
            Kept<S> before,
            List<? extends F> facts,
            Cause cause) {
        var receipt = new CompletableFuture<Receipt>();
        long version = before.version() + facts.size();
        store.publish(Messages.of(stream, before.version(), facts, cause));
        CurrentUnitOfWork.get()
                .afterCommit(
                        work -> {
                            long position = position(work);
                            states.keep(
                                    stream,
                                    new Kept<>(
                                            rulebook.replay(before.state(), facts),
                                            version,
                                            position));
                            receipt.complete(new Receipt(version, position));
                        });
        return receipt;
    }

    private static long position(UnitOfWork<?> work) {
        return (long) Objects.requireNonNull(work.<Long>getResource(Ledger.POSITION));
    }

    private void acquire(ReentrantLock lock) {
        try {
            if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Stopped.away();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Stopped.away();
        }
    }

    private Receipt counted(Command command, Supplier<Receipt> sent) {
        var outcome = "failed";
        try {
            var receipt = sent.get();
            outcome = "accepted";
            return receipt;
        } catch (Refused refused) {
            outcome = refused.key();
            throw refused;
        } finally {
            meters.counter(
                            "schakel.commands",
                            "command",
                            command.getClass().getSimpleName(),
                            "outcome",
                            outcome)
                    .increment();
        }
    }
}
