package nl.schakel.benchmarks.losing;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import nl.schakel.benchmarks.place.StockTransactions;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What stock Axon does in one transaction goes through one connection. */
final class Shared implements ConnectionProvider, TransactionManager {

    private final DataSource connections;
    private final TransactionManager transactions;

    Shared(DataSource source) {
        this.connections = new TransactionAwareDataSourceProxy(source);
        this.transactions = StockTransactions.of(new JdbcTransactionManager(source));
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connections.getConnection();
    }

    @Override
    public Transaction startTransaction() {
        return transactions.startTransaction();
    }
}
