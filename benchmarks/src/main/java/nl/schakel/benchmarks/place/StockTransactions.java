package nl.schakel.benchmarks.place;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Spring's transactions as stock Axon wants them, the way its own Spring module gives them. */
public final class StockTransactions {

    private StockTransactions() {}

    /** Begins one with this manager. */
    public static TransactionManager of(PlatformTransactionManager manager) {
        return () -> new Begun(manager, manager.getTransaction(new DefaultTransactionDefinition()));
    }

    private record Begun(PlatformTransactionManager manager, TransactionStatus status)
            implements Transaction {

        @Override
        public void commit() {
            manager.commit(status);
        }

        @Override
        public void rollback() {
            if (!status.isCompleted()) {
                manager.rollback(status);
            }
        }
    }
}
