package nl.schakel.ledger.folds;

import static nl.schakel.ledger.Appending.registered;
import static nl.schakel.ledger.Appending.someone;
import static nl.schakel.ledger.folds.Following.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.schakel.events.PersonId;
import nl.schakel.ledger.Appending;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.TestPostgres;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far a fold is stands in PostgreSQL, in the transaction of its rows, and nothing else does.
 */
final class TokensTest {

    private final Database database = Following.database();
    private final Seen seen = new Seen("seen");

    static Stream<TrackingToken> tokens() {
        var at = new GlobalSequenceTrackingToken(7);
        var later = new GlobalSequenceTrackingToken(9);
        return Stream.of(
                at,
                ReplayToken.createReplayToken(later, at),
                new MergedTrackingToken(at, later),
                GapAwareTrackingToken.newInstance(9, List.of(4L, 6L)),
                new ConfigToken(Map.of("id", "this store")));
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void every_token_of_axon_is_read_back_as_it_was(TrackingToken token) {
        var stored = Tokens.serializer().serialize(token, byte[].class);
        assertThat(Tokens.serializer().<byte[], Object>deserialize(stored)).isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.ArrayList",
                "java.net.URL",
                "javax.swing.JEditorPane",
                "nl.schakel.ledger.folds.TokensTest$Loud",
                "org.axonframework.eventhandlingx.Sneaky",
                ""
            })
    void a_type_name_in_the_database_cannot_name_another_class(String name) {
        assertThatThrownBy(() -> Tokens.serializer().deserialize(stored(name, "{}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a token");
        assertThat(Woken.up).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nl.schakel.ledger.folds.TokensTest$Loud",
                "java.util.HashMap",
                "java.net.URL"
            })
    void nor_can_a_type_name_inside_a_token(String name) {
        var token = new String(replay().getData(), StandardCharsets.UTF_8);
        var forged = token.replace("\"here\"", "{\"@class\":\"" + name + "\"}");
        assertThat(forged).contains(name);
        assertThatThrownBy(
                        () ->
                                Tokens.serializer()
                                        .deserialize(stored(ReplayToken.class.getName(), forged)))
                .isInstanceOf(SerializationException.class);
        assertThat(Woken.up).isFalse();
    }

    @Test
    void what_fails_at_commit_leaves_neither_rows_nor_token() {
        var superuser = TestPostgres.superuser(database);
        superuser
                .sql(
                        """
                        CREATE FUNCTION query.unlucky() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN
                            IF to_regclass('query.bad_luck') IS NOT NULL THEN RAISE EXCEPTION 'no'; END IF;
                            RETURN NULL;
                        END $$;
                        CREATE CONSTRAINT TRIGGER unlucky AFTER INSERT ON query.seen DEFERRABLE INITIALLY DEFERRED
                            FOR EACH ROW EXECUTE FUNCTION query.unlucky();
                        CREATE TABLE query.bad_luck ();
                        """)
                .update();
        try (var ledger = new Appending(database);
                var process = new Following(database, "one", seen).started()) {
            var person = someone();
            for (int i = 0; i < 5; i++) {
                ledger.append(i, null, registered(person));
            }
            until("it says that it does not follow", () -> !process.folds.following());
            assertThat(standing(superuser, person)).isEqualTo(new Standing(0, 0, 0));
            superuser.sql("DROP TABLE query.bad_luck").update();
            until("it is taken in", () -> standing(superuser, person).rows() == 5);
            assertThat(standing(superuser, person)).isEqualTo(new Standing(5, 5, 5));
            assertThat(seen.positions(database)).containsExactly(1L, 2L, 3L, 4L, 5L);
        }
    }

    @Test
    void killed_between_rows_and_token_they_stand_together() {
        var unlucky = new HashSet<>(Set.of(20L, 70L, 120L));
        seen.afterwards(
                (recorded, rows) -> {
                    if (unlucky.remove(recorded.position())) {
                        rows.sql("SELECT pg_terminate_backend(pg_backend_pid())")
                                .query(Boolean.class)
                                .single();
                    }
                });
        var superuser = TestPostgres.superuser(database);
        try (var ledger = new Appending(database);
                var _ = new Following(database, "one", seen).started()) {
            var person = someone();
            for (int i = 0; i < 150; i++) {
                ledger.append(i, null, registered(person));
                assertThat(standing(superuser, person)).matches(Standing::together);
            }
            until(
                    "it is taken in",
                    () -> {
                        assertThat(standing(superuser, person)).matches(Standing::together);
                        return standing(superuser, person).rows() == 150;
                    });
            assertThat(unlucky).isEmpty();
            assertThat(seen.positions(database))
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 150).boxed().toList());
        }
    }

    @Test
    void a_checked_exception_rolls_rows_and_token_back_together() {
        var first = new AtomicBoolean(true);
        seen.afterwards(
                (recorded, rows) -> {
                    if (recorded.position() == 6 && first.getAndSet(false)) {
                        rows.sql("ROLLBACK").update();
                    }
                });
        try (var ledger = new Appending(database)) {
            var person = someone();
            for (int i = 0; i < 10; i++) {
                ledger.append(i, null, registered(person));
            }
            try (var process = new Following(database, "one", seen).started()) {
                until("it is taken in", () -> seen.positions(database).size() >= 10);
                assertThat(seen.positions(database))
                        .containsExactlyElementsOf(LongStream.rangeClosed(1, 10).boxed().toList());
                assertThat(process.folds.parked()).isEmpty();
            }
        }
    }

    /** Where the one person of a test stands: in the token, in the rows, and in what was noted. */
    private record Standing(long token, long rows, long taken) {
        boolean together() {
            return token == rows && rows == taken;
        }
    }

    private static Standing standing(JdbcClient superuser, PersonId person) {
        return superuser
                .sql(
                        """
                        SELECT coalesce((SELECT (convert_from(token, 'UTF8')::json ->> 'globalIndex')::bigint
                                FROM query.token_entry WHERE processorname = 'seen' AND segment = :segment), 0),
                            (SELECT coalesce(max(position), 0) FROM query.seen),
                            (SELECT coalesce(max(position), 0) FROM query.taken)
                        """)
                .param("segment", person.value().hashCode() & 1)
                .query((row, _) -> new Standing(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    private static SerializedObject<byte[]> replay() {
        var at = new GlobalSequenceTrackingToken(7);
        var later = new GlobalSequenceTrackingToken(9);
        return Tokens.serializer()
                .serialize(ReplayToken.createReplayToken(later, at, "here"), byte[].class);
    }

    private static SerializedObject<byte[]> stored(String type, String json) {
        return new SimpleSerializedObject<>(
                json.getBytes(StandardCharsets.UTF_8), byte[].class, type, null);
    }

    /** Whether somebody woke {@link Loud} up. */
    static final class Woken {
        static volatile boolean up;

        private Woken() {}
    }

    /** A class that tells when it is initialised. */
    static final class Loud {
        static {
            Woken.up = true;
        }

        private Loud() {}
    }
}
