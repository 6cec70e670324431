package nl.schakel.query.rebuild;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.whole.Completeness;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/** Rebuilding and comparing as a step on the command line, with what it says and its exit code. */
public final class Step {

    private static final int CANNOT_TELL = 2;

    private final PrintStream out;
    private final Rebuilding rebuilding;
    private long told = System.nanoTime();

    /** What is done with one read model; the keys of which not all was taken in. */
    private interface Work {

        List<Completeness.Incomplete> on(String name) throws SQLException, InterruptedException;
    }

    /** Tells here how far it is, at most once a second. */
    public Step(Database database, PrintStream out) {
        this.out = out;
        this.rebuilding = new Rebuilding(database, this::tell);
    }

    /** Brings up to date what changed shape. */
    public void migrate() {
        try {
            rebuilding
                    .whatChangedShape()
                    .forEach(name -> out.println(name + "  rebuilt: its shape changed"));
        } catch (SQLException e) {
            throw new IllegalStateException("a read model cannot be rebuilt", e);
        }
    }

    /**
     * Rebuilds these, or all when none is named: 0 when each is complete, 1 when one is not, 2 when
     * one is not known or it cannot be told.
     */
    public int rebuild(Collection<String> names) throws InterruptedException {
        return each(names, "rebuilt, and complete", rebuilding::rebuild);
    }

    /** Compares these with the ledger in the same way, without changing anything. */
    public int compare(Collection<String> names) throws InterruptedException {
        return each(names, "complete", rebuilding::incomplete);
    }

    private int each(Collection<String> names, String well, Work work) throws InterruptedException {
        var unknown = names.stream().filter(name -> !rebuilding.names().contains(name)).toList();
        if (!unknown.isEmpty()) {
            out.println(
                    "no read model is called %s; there are %s"
                            .formatted(unknown, rebuilding.names()));
            return CANNOT_TELL;
        }
        try {
            int worst = 0;
            for (var name : names.isEmpty() ? rebuilding.names() : names) {
                worst = Math.max(worst, compared(name, well, work.on(name)));
            }
            return worst;
        } catch (SQLException | DataAccessException e) {
            out.println(
                    "CANNOT TELL  " + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return CANNOT_TELL;
        }
    }

    private int compared(String name, String well, List<Completeness.Incomplete> incomplete) {
        if (incomplete.isEmpty()) {
            out.println(name + "  " + well);
            return 0;
        }
        var first = incomplete.getFirst();
        out.println(
                "%s  NOT COMPLETE for %d keys; the first is %s: took in %d of %d facts, and should reach position %d"
                        .formatted(
                                name,
                                incomplete.size(),
                                first.key(),
                                first.facts(),
                                first.held(),
                                first.last()));
        return 1;
    }

    private void tell(Progress progress) {
        if (System.nanoTime() - told > 1_000_000_000) {
            told = System.nanoTime();
            out.println(progress);
        }
    }
}
