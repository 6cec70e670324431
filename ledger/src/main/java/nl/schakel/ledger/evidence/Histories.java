package nl.schakel.ledger.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nl.schakel.events.PersonId;
import nl.schakel.events.StreamId;
import nl.schakel.ledger.tree.Digest;
import nl.schakel.ledger.tree.Tree;
import nl.schakel.ledger.tree.TreeFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Histories with the proof that each fact is the one that was sealed. */
public final class Histories {

    private final JdbcClient jdbc;
    private final Evidence evidence;

    /** Reads through this source, which may only read, and beside this evidence. */
    public Histories(DataSource source, Evidence evidence) {
        this.jdbc = JdbcClient.create(source);
        this.evidence = evidence;
    }

    /**
     * A fact and what shows that it is right.
     *
     * @param fact as it is stored
     * @param path from its leaf to the root of the last checkpoint; null when not yet sealed
     * @param right whether its columns give its hash, and the path leads to the root
     */
    public record Proven(StoredFact fact, @Nullable List<byte[]> path, boolean right) {}

    /**
     * Facts in the order of the ledger.
     *
     * @param last the checkpoint that all their paths lead to; null when nothing was sealed
     */
    public record History(List<Proven> facts, @Nullable Checkpoint last) {}

    /** All that concerns one person. */
    public History of(PersonId person) {
        return proven(
                jdbc.sql(StoredFact.SELECT + "WHERE person = ? ORDER BY position")
                        .param(person.value())
                        .query(Histories::fact)
                        .list());
    }

    /** One history. */
    public History of(StreamId stream) {
        return proven(
                jdbc.sql(StoredFact.SELECT + "WHERE kind = ? AND stream = ? ORDER BY position")
                        .params(stream.kind(), stream.id())
                        .query(Histories::fact)
                        .list());
    }

    /** The last checkpoint, if anything was sealed. */
    public Optional<Checkpoint> last() {
        try {
            return evidence.checkpoints().last();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The path that shows that what was sealed goes on from what was sealed before (RFC 9162,
     * section 2.1.4); nothing when less than {@code size} facts are sealed.
     *
     * @param before facts under the older root: 1 to {@code size}
     * @param size facts under the newer root
     */
    public Optional<List<byte[]>> consistency(long before, long size) {
        if (last().filter(last -> size <= last.size()).isEmpty()) {
            return Optional.empty();
        }
        try (var nodes = TreeFile.read(evidence.tree())) {
            return Optional.of(new Tree(nodes).consistency(before, size));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private History proven(List<StoredFact> facts) {
        var last = last().orElse(null);
        if (last == null) {
            return new History(facts.stream().map(f -> proven(f, null, null)).toList(), null);
        }
        try (var nodes = TreeFile.read(evidence.tree())) {
            var tree = new Tree(nodes);
            return new History(facts.stream().map(f -> proven(f, last, tree)).toList(), last);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Proven proven(StoredFact fact, @Nullable Checkpoint last, @Nullable Tree tree) {
        boolean right = Arrays.equals(fact.computed(), fact.hash());
        if (last == null || tree == null || fact.position() > last.size()) {
            return new Proven(fact, null, right);
        }
        long leaf = fact.position() - 1;
        var path = tree.inclusion(leaf, last.size());
        var hash = Digest.leaf(fact.position(), fact.hash());
        return new Proven(
                fact, path, right && Tree.includes(last.root(), last.size(), leaf, hash, path));
    }

    private static StoredFact fact(ResultSet row, int number) throws SQLException {
        return StoredFact.of(row);
    }
}
