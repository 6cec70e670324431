package nl.schakel.benchmarks.losing;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** What stock Axon does in one transaction goes through one connection. */
final class Shared implements ConnectionProvider, TransactionManager {

    private final DataSource connections;
    private final PlatformTransactionManager manager;

    Shared(DataSource source) {
        this.connections = new TransactionAwareDataSourceProxy(source);
        this.manager = new JdbcTransactionManager(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connections.getConnection();
    }

    @Override
    public Transaction startTransaction() {
        var status = manager.getTransaction(new DefaultTransactionDefinition());
        return new Transaction() {
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
        };
    }
}
