package nl.schakel.ledger.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** A tree that is read once from the left: the root so far, in memory that hardly grows. */
public final class Frontier {

    private final ArrayDeque<byte[]> peaks = new ArrayDeque<>();
    private long size;

    /** Leaves so far. */
    public long size() {
        return size;
    }

    /** Adds a leaf; the nodes that came to be, the leaf itself first. */
    public List<byte[]> add(byte[] leaf) {
        var made = new ArrayList<byte[]>();
        var node = leaf;
        made.add(node);
        for (long rest = size; rest % 2 == 1; rest /= 2) {
            node = Digest.node(peaks.removeLast(), node);
            made.add(node);
        }
        peaks.addLast(node);
        size++;
        return made;
    }

    /** Takes a complete subtree as it is; each must be smaller than the one before. */
    public void peak(byte[] node, long leaves) {
        peaks.addLast(node);
        size += leaves;
    }

    /** The root over all leaves so far. */
    public byte[] root() {
        if (size == 0) {
            return Digest.of();
        }
        var fromRight = peaks.descendingIterator();
        var root = fromRight.next();
        while (fromRight.hasNext()) {
            root = Digest.node(fromRight.next(), root);
        }
        return root;
    }
}
