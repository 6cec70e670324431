package nl.schakel.ledger.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Roots and proofs of an append-only Merkle tree, as RFC 9162 section 2.1 has them. */
public final class Tree {

    private final Nodes nodes;

    /** Over these subtrees. */
    public Tree(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The root over the first {@code size} leaves; over none it is the hash of nothing. */
    public byte[] root(long size) {
        return size == 0 ? Digest.of() : over(0, size);
    }

    /** The path that shows a leaf, from 0, under the root of {@code size} leaves. */
    public List<byte[]> inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("no leaf " + leaf + " under " + size);
        }
        var path = new ArrayList<byte[]>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long half = from + split(to - from);
            boolean left = leaf < half;
            path.addFirst(left ? over(half, to) : over(from, half));
            from = left ? from : half;
            to = left ? half : to;
        }
        return path;
    }

    /**
     * The path that shows that the root of {@code size} leaves continues that of {@code before}.
     */
    public List<byte[]> consistency(long before, long size) {
        if (before < 0 || before > size) {
            throw new IllegalArgumentException(size + " leaves do not continue " + before);
        }
        var path = new ArrayList<byte[]>();
        if (before == 0 || before == size) {
            return path;
        }
        long from = 0;
        long to = size;
        while (to != before) {
            long half = from + split(to - from);
            boolean left = before <= half;
            path.addFirst(left ? over(half, to) : over(from, half));
            from = left ? from : half;
            to = left ? half : to;
        }
        if (from > 0) {
            path.addFirst(over(from, to));
        }
        return path;
    }

    /** Whether this path leads from a leaf, from 0, to this root of {@code size} leaves. */
    public static boolean includes(
            byte[] root, long size, long leaf, byte[] hash, List<byte[]> path) {
        if (leaf < 0 || leaf >= size) {
            return false;
        }
        long at = leaf;
        long last = size - 1;
        var above = hash;
        for (var next : path) {
            if (last == 0) {
                return false;
            }
            if (at % 2 == 1 || at == last) {
                above = Digest.node(next, above);
                while (at % 2 == 0 && at != 0) {
                    at /= 2;
                    last /= 2;
                }
            } else {
                above = Digest.node(above, next);
            }
            at /= 2;
            last /= 2;
        }
        return last == 0 && Arrays.equals(above, root);
    }

    /** Whether this path shows that one root continues another. */
    public static boolean continues(
            byte[] before, long sizeBefore, byte[] root, long size, List<byte[]> path) {
        if (sizeBefore == size) {
            return path.isEmpty() && Arrays.equals(before, root);
        }
        if (sizeBefore <= 0 || sizeBefore > size) {
            return sizeBefore == 0 && path.isEmpty() && Arrays.equals(before, Digest.of());
        }
        var all = new ArrayList<>(path);
        if (Long.bitCount(sizeBefore) == 1) {
            all.addFirst(before);
        }
        return !all.isEmpty() && climbs(before, sizeBefore, root, size, all);
    }

    private static boolean climbs(
            byte[] before, long sizeBefore, byte[] root, long size, List<byte[]> path) {
        int complete = Long.numberOfTrailingZeros(sizeBefore);
        long at = (sizeBefore - 1) >> complete;
        long last = (size - 1) >> complete;
        var old = path.getFirst();
        var now = old;
        for (var next : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if (at % 2 == 1 || at == last) {
                old = Digest.node(next, old);
                now = Digest.node(next, now);
                while (at % 2 == 0 && at != 0) {
                    at /= 2;
                    last /= 2;
                }
            } else {
                now = Digest.node(now, next);
            }
            at /= 2;
            last /= 2;
        }
        return last == 0 && Arrays.equals(old, before) && Arrays.equals(now, root);
    }

    private byte[] over(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return nodes.at(level, from >> level);
        }
        long half = from + split(leaves);
        return Digest.node(over(from, half), over(half, to));
    }

    /** The largest power of two that is smaller. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
