package nl.schakel.query.runtime;

import java.util.List;
import nl.schakel.query.runtime.Rows.Row;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, the newest first.
 *
 * @param before the position that it ends before; the largest there is for the first page
 * @param atMost how many rows: 1 to 200
 */
public record Page(long before, int atMost) {

    private static final int LARGEST = 200;

    /** The page that a caller asked for; whatever she wants, it holds 1 to 200 rows. */
    public static Page of(@Nullable Long after, int size) {
        return new Page(after == null ? Long.MAX_VALUE : after, Math.clamp(size, 1, LARGEST));
    }

    /** Where the next page begins, when these rows may not be the last. */
    public @Nullable String next(List<? extends Row<?>> rows) {
        return next(rows.stream().mapToLong(Row::position).toArray());
    }

    /** The same for what is read from the ledger itself, by the positions that it began at. */
    public @Nullable String next(long... positions) {
        return positions.length < atMost ? null : String.valueOf(positions[positions.length - 1]);
    }
}
