package nl.schakel.command.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.schakel.access.edge.Stopped;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;

/** One command over the bus, and a bounded wait for what came of it. */
final class Dispatch {

    /** Metadata: the {@link Cause}. */
    static final String CAUSE = "cause";

    private final CommandBus bus;
    private final Duration patience;

    Dispatch(CommandBus bus, Duration patience) {
        this.bus = bus;
        this.patience = patience;
    }

    Receipt send(Command command, Cause cause) {
        var decided = new CompletableFuture<CompletableFuture<Receipt>>();
        bus.dispatch(
                new GenericCommandMessage<>(command).withMetaData(Map.of(CAUSE, cause)),
                (CommandMessage<? extends Command> _,
                        CommandResultMessage<? extends CompletableFuture<Receipt>> result) ->
                        settle(decided, result));
        return receipt(decided.thenCompose(committed -> committed));
    }

    private static void settle(
            CompletableFuture<CompletableFuture<Receipt>> decided,
            CommandResultMessage<? extends CompletableFuture<Receipt>> result) {
        if (result.isExceptional()) {
            decided.completeExceptionally(result.exceptionResult());
        } else {
            decided.complete(result.getPayload());
        }
    }

    /** An interrupt or a time-out is never taken for success (P16). */
    private Receipt receipt(CompletableFuture<Receipt> answer) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw Stopped.unknown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Stopped.unknown();
        }
    }
}
