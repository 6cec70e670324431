package nl.schakel.ledger.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.NoSuchElementException;
import nl.schakel.ledger.evidence.StoredFact;
import org.jspecify.annotations.Nullable;

/** The whole ledger, row by row, through a cursor of the server. */
final class StoredFacts implements Iterator<StoredFact>, AutoCloseable {

    private static final int AT_ONCE = 2_000;

    private final Statement statement;
    private final ResultSet rows;
    private @Nullable StoredFact next;

    /** Reads all in the transaction of this connection, which must not commit by itself. */
    StoredFacts(Connection connection) throws SQLException {
        this.statement = connection.createStatement();
        statement.setFetchSize(AT_ONCE);
        this.rows = statement.executeQuery(StoredFact.SELECT + "ORDER BY position");
        this.next = read();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public StoredFact next() {
        var now = next;
        if (now == null) {
            throw new NoSuchElementException();
        }
        try {
            next = read();
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
        return now;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }

    private @Nullable StoredFact read() throws SQLException {
        return rows.next() ? StoredFact.of(rows) : null;
    }

    /** The database stopped answering: nothing can be said. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unreadable(SQLException cause) {
            super(cause.getSQLState(), cause);
        }
    }
}
