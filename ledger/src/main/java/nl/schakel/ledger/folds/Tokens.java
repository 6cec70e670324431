package nl.schakel.ledger.folds;

import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Where processors note how far they are: in PostgreSQL, in the transaction of what they wrote
 * (P10, P23).
 */
final class Tokens {

    private Tokens() {}

    /**
     * Axon closes each connection that it is given; the proxy keeps that of a running transaction.
     */
    static TokenStore in(DataSource source, String schema, String node) {
        var shared = new TransactionAwareDataSourceProxy(source);
        return JdbcTokenStore.builder()
                .connectionProvider(shared::getConnection)
                .schema(TokenSchema.builder().setTokenTable(schema + ".token_entry").build())
                .serializer(serializer())
                .claimTimeout(Duration.ofSeconds(10))
                .nodeId(node)
                .build();
    }

    /**
     * Reads Axon's tokens and nothing else: a type name in the database cannot name another class
     * (P3, P21).
     */
    static Serializer serializer() {
        var known =
                BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.eventhandling.")
                        .build();
        return new OnlyTokens(
                Jackson3Serializer.builder()
                        .jsonMapperBuilderCustomizer(
                                mapper -> mapper.polymorphicTypeValidator(known)));
    }

    /** One Spring transaction around each batch of a processor. */
    static TransactionManager transactions(PlatformTransactionManager manager) {
        return () -> {
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
        };
    }

    private static final class OnlyTokens extends Jackson3Serializer {

        private OnlyTokens(Builder builder) {
            super(builder);
        }

        @Override
        protected String resolveClassName(SerializedType type) {
            var name = type.getName();
            if (!name.startsWith("org.axonframework.eventhandling.")) {
                throw new IllegalArgumentException("not a token: " + name);
            }
            return name;
        }
    }
}
