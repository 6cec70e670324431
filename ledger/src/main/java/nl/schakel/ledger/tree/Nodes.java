package nl.schakel.ledger.tree;

/** The complete subtrees of a Merkle tree. */
@FunctionalInterface
public interface Nodes {

    /**
     * The hash above {@code 2^level} leaves.
     *
     * @param level from 0, which is the leaves themselves
     * @param index of the subtree among those of its level, from 0
     */
    byte[] at(int level, long index);
}
