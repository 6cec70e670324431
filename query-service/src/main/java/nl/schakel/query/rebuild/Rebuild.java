package nl.schakel.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.ledger.Recorded;
import nl.schakel.ledger.codec.FactCodec;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.whole.Completeness;
import nl.schakel.ledger.whole.Scan;
import nl.schakel.query.runtime.KeptView;
import nl.schakel.query.runtime.Shapes;
import nl.schakel.query.runtime.View;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Rebuilds one view: share after share of the keys, then what happened meanwhile, then one
 * transaction that puts it in the place of the live one. Broken off, it goes on with the share that
 * it was at.
 */
final class Rebuild<V extends View> implements AutoCloseable {

    private static final int LITTLE = 100;
    private static final int AT_ONCE = 5_000;
    private static final int OFTEN = 10_000;

    private final KeptView<V> kept;
    private final long perShare;
    private final Connection reading;
    private final Connection writing;
    private final JdbcClient jdbc;
    private final LedgerReader reader;
    private final FactCodec codec;
    private final Shadow shadow;
    private final Shapes shapes;
    private final Consumer<Progress> watcher;
    private final long began = System.nanoTime();
    private long before;
    private long read;

    /**
     * Begins nothing yet.
     *
     * @param perShare about how many facts are folded in memory at once
     */
    Rebuild(
            Database database,
            FactCodec codec,
            KeptView<V> kept,
            long perShare,
            Consumer<Progress> watcher)
            throws SQLException {
        this.kept = kept;
        this.perShare = perShare;
        this.codec = codec;
        this.watcher = watcher;
        this.reading = database.alone("project");
        this.writing = database.alone("project");
        reading.setReadOnly(true);
        reading.setAutoCommit(false);
        writing.setAutoCommit(false);
        var source = new SingleConnectionDataSource(writing, true);
        this.jdbc = JdbcClient.create(source);
        this.reader = new LedgerReader(source, codec);
        this.shadow = new Shadow(jdbc, kept);
        this.shapes = new Shapes(jdbc);
    }

    /** Rebuilds it; the keys of which not all was taken in, which should be none. */
    List<Completeness.Incomplete> run() throws SQLException {
        jdbc.sql("SELECT pg_advisory_lock(5351722, hashtext(?))")
                .param(kept.name())
                .query((_, _) -> true)
                .list();
        var far = shadow.begun(Shapes.of(kept)).orElseGet(this::begin);
        writing.commit();
        before = far.facts();
        while (far.done() < far.shares()) {
            far = share(far);
        }
        if (far.done() == far.shares()) {
            shadow.index();
            far = new Shadow.Far(far.head(), far.shares(), far.done() + 1, far.facts());
            shadow.note(far);
            writing.commit();
        }
        long level = follow(far);
        shadow.hold();
        while (level < reader.head()) {
            level = take(level);
        }
        shadow.swap();
        shapes.note(kept);
        writing.commit();
        return new Completeness(jdbc, "query").of(kept, level);
    }

    @Override
    public void close() throws SQLException {
        reading.close();
        writing.close();
    }

    private Shadow.Far begin() {
        long head = reader.head();
        return shadow.begin(Shapes.of(kept), head, (int) (1 + head / perShare));
    }

    private Shadow.Far share(Shadow.Far far) throws SQLException {
        var pass = new Pass<>(kept, shadow, writing);
        var range = new Scan.Range(0, far.head(), kept, far.done(), far.shares());
        new Scan(reading, codec)
                .each(
                        range,
                        (recorded, hash) -> {
                            pass.take(recorded, hash);
                            if (++read % OFTEN == 0) {
                                tell(far, recorded.position() / far.shares());
                            }
                        });
        reading.rollback();
        pass.write();
        var now =
                new Shadow.Far(
                        far.head(),
                        far.shares(),
                        far.done() + 1,
                        far.head() * (far.done() + 1) / far.shares());
        shadow.note(now);
        writing.commit();
        tell(now, 0);
        return now;
    }

    /** Takes in what happened meanwhile, until little is left; the position that it reached. */
    private long follow(Shadow.Far far) throws SQLException {
        long level = far.head();
        while (reader.head() - level > LITTLE) {
            level = take(level);
            shadow.note(new Shadow.Far(level, far.shares(), far.done(), level));
            writing.commit();
        }
        return level;
    }

    /** Takes in what is there after a position, so much at once as stays small. */
    private long take(long after) throws SQLException {
        var facts = new ArrayList<Recorded>();
        var hashes = new ArrayList<byte[]>();
        long upTo = Math.min(reader.head(), after + AT_ONCE);
        new Scan(reading, codec)
                .each(
                        new Scan.Range(after, upTo, kept, 0, 1),
                        (recorded, hash) -> {
                            facts.add(recorded);
                            hashes.add(hash);
                        });
        reading.rollback();
        if (!facts.isEmpty()) {
            var pass = new Pass<>(kept, shadow, writing);
            pass.load(jdbc, facts);
            for (int i = 0; i < facts.size(); i++) {
                pass.take(facts.get(i), hashes.get(i));
            }
            pass.write();
        }
        return upTo;
    }

    private void tell(Shadow.Far far, long more) {
        double seconds = (System.nanoTime() - began) / 1e9;
        long facts = far.facts() + more;
        watcher.accept(new Progress(kept.name(), facts, far.head(), (facts - before) / seconds));
    }
}
