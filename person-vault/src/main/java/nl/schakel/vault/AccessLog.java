package nl.schakel.vault;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import nl.schakel.events.PersonId;
import nl.schakel.vault.Vault.NoLog;
import org.jspecify.annotations.Nullable;

/** Writes down who looks at whom, and hands out keys only after that stands. */
final class AccessLog {

    private static final String WRITE_AND_READ =
            """
            WITH line AS (
                INSERT INTO vault.access_log
                    (at, reader, party, authority, person, fields, purpose, ground, outcome, trace)
                SELECT ?, ?, ?, ?, asked.person, string_to_array(asked.fields, ','), ?, ?,
                    CASE WHEN EXISTS (
                            SELECT 1 FROM vault.key k WHERE k.person = asked.person AND k.wrapped IS NOT NULL)
                        THEN 'geopend' ELSE 'gewist' END, ?
                FROM unnest(?::uuid[], ?::text[]) AS asked (person, fields)
                RETURNING person)
            SELECT line.person, k.scope, k.wrapped, i.fields::text AS identity
            FROM line LEFT JOIN vault.key k ON k.person = line.person AND k.wrapped IS NOT NULL
                LEFT JOIN vault.identity i ON i.person = line.person
            """;

    private final DataSource source;

    AccessLog(DataSource source) {
        this.source = source;
    }

    /**
     * What is needed to open: the wrapped keys by person and scope, the sealed identity by person.
     */
    record Granted(Map<PersonId, Map<String, byte[]>> keys, Map<PersonId, String> identities) {

        byte @Nullable [] key(PersonId person, String scope) {
            return keys.getOrDefault(person, Map.of()).get(scope);
        }
    }

    /**
     * One statement, one line a person, committed when this returns; throws {@link NoLog} when it
     * could not be.
     */
    Granted write(Map<PersonId, ? extends Iterable<String>> fields, Reader reader, Instant now) {
        var asked = joined(fields);
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(WRITE_AND_READ)) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setObject(2, reader.who().value());
            statement.setObject(3, reader.party() == null ? null : reader.party().value());
            statement.setString(4, reader.authority());
            statement.setString(5, reader.purpose());
            statement.setString(6, reader.ground());
            statement.setString(7, reader.trace());
            statement.setArray(8, connection.createArrayOf("uuid", asked.keySet().toArray()));
            statement.setArray(9, connection.createArrayOf("text", asked.values().toArray()));
            var granted = new Granted(new HashMap<>(), new HashMap<>());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    collect(
                            granted,
                            new PersonId(Objects.requireNonNull(rows.getObject(1, UUID.class))),
                            rows.getString(2),
                            rows.getBytes(3),
                            rows.getString(4));
                }
            }
            return granted;
        } catch (SQLException e) {
            throw new NoLog(e);
        }
    }

    private static void collect(
            Granted granted,
            PersonId person,
            @Nullable String scope,
            byte @Nullable [] wrapped,
            @Nullable String identity) {
        if (scope != null && wrapped != null) {
            granted.keys().computeIfAbsent(person, _ -> new HashMap<>()).put(scope, wrapped);
        }
        if (identity != null) {
            granted.identities().put(person, identity);
        }
    }

    private static SortedMap<UUID, String> joined(
            Map<PersonId, ? extends Iterable<String>> fields) {
        var all = new TreeMap<UUID, String>();
        fields.forEach(
                (person, names) -> {
                    var sorted = new TreeSet<String>();
                    names.forEach(sorted::add);
                    all.put(person.value(), String.join(",", sorted));
                });
        return all;
    }
}
