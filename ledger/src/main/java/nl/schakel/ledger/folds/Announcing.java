package nl.schakel.ledger.folds;

import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;

/** Says after each commit that something was taken in, so that who waits for it need not poll. */
record Announcing(EventHandlerInvoker taking, Runnable announce) implements EventHandlerInvoker {

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return taking.canHandle(message, segment);
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) throws Exception {
        announce.run();
        taking.handle(message, segment);
    }

    @Override
    public boolean supportsReset() {
        return true;
    }
}
