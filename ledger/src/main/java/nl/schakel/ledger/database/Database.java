package nl.schakel.ledger.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/**
 * One PostgreSQL, and how each role gets in.
 *
 * @param url {@code jdbc:postgresql://host:port/name}
 * @param passwords by short role name, such as {@code append} for the role {@code schakel_append}
 */
public record Database(String url, Map<String, String> passwords) {

    /**
     * A pool for one role; every wait in it is bounded: 5 s to get in, 20 s for a statement, 30 s
     * for the wire.
     */
    public HikariDataSource as(String role, int size) {
        if (url.isBlank()) {
            throw new IllegalArgumentException(
                    "schakel.database.url is not set: say where PostgreSQL is.");
        }
        var config = new HikariConfig();
        config.setPoolName("schakel-" + role);
        config.setJdbcUrl(url);
        config.setUsername("schakel_" + role);
        config.setPassword(password(role));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        config.setValidationTimeout(2_000);
        config.setInitializationFailTimeout(-1);
        config.setConnectionInitSql("SET statement_timeout = '20s'");
        config.addDataSourceProperty("socketTimeout", "30");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("ApplicationName", "schakel-" + role);
        return new HikariDataSource(config);
    }

    /** One connection outside any pool, to listen on. */
    public Connection alone(String role) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", "schakel_" + role);
        properties.setProperty("password", password(role));
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "schakel-tail-" + role);
        return DriverManager.getConnection(url, properties);
    }

    private String password(String role) {
        var password = passwords.get(role);
        if (password == null || password.isBlank()) {
            throw new IllegalArgumentException(
                    "schakel.database.passwords."
                            + role
                            + " is not set: say how this role gets in.");
        }
        return password;
    }

    @Override
    public String toString() {
        return "Database[" + url + "]";
    }
}
