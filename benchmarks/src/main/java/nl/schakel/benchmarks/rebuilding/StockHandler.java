package nl.schakel.benchmarks.rebuilding;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import nl.schakel.events.Fact;
import nl.schakel.ledger.Recorded;
import nl.schakel.query.runtime.KeptView;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The very fold that serves live, as an annotated handler of stock Axon.
 *
 * @param view that takes in the facts
 * @param rows in the transaction of the processor
 * @param left how many facts are not yet committed
 */
record StockHandler(KeptView<?> view, JdbcClient rows, CountDownLatch left) {

    @EventHandler
    void on(Fact fact, DomainEventMessage<?> message, TrackingToken token) {
        var recorded =
                new Recorded(
                        token.position().orElseThrow(),
                        fact.stream(),
                        message.getSequenceNumber(),
                        UUID.fromString(message.getIdentifier()),
                        fact,
                        null);
        view.take(recorded, rows);
        CurrentUnitOfWork.get().afterCommit(_ -> left.countDown());
    }
}
