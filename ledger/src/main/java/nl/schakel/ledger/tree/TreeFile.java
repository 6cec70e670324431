package nl.schakel.ledger.tree;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The nodes of the tree in a file that only grows, 64 bytes a leaf: each leaf, then what it
 * completed above itself. Nobody trusts it: a root in a signed checkpoint says whether it is right.
 */
public final class TreeFile implements Nodes, AutoCloseable {

    private static final int BLOCK = 1 << 16;

    private final FileChannel channel;

    private TreeFile(FileChannel channel) {
        this.channel = channel;
    }

    /** To read from while another process writes. */
    public static TreeFile read(Path file) throws IOException {
        return new TreeFile(FileChannel.open(file, StandardOpenOption.READ));
    }

    /** To write to, made when it is not there; what was half written is cut off. */
    public static TreeFile write(Path file) throws IOException {
        var tree =
                new TreeFile(
                        FileChannel.open(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE));
        tree.cut(tree.size());
        return tree;
    }

    /** Leaves that are there whole, with all that they completed. */
    public long size() throws IOException {
        long nodes = channel.size() / Digest.BYTES;
        long leaves = nodes / 2;
        while (nodesUnder(leaves + 1) <= nodes) {
            leaves++;
        }
        return leaves;
    }

    @Override
    public byte[] at(int level, long index) {
        long last = (index + 1) << level;
        try {
            return hash(nodesUnder(last - 1) + level);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same nodes for one reader who goes through them from the left: read a block at a time, as
     * they were then.
     */
    public Nodes fromTheLeft() {
        var block = ByteBuffer.allocate(BLOCK).limit(0);
        var from = new AtomicLong();
        return (level, index) -> {
            long node = nodesUnder(((index + 1) << level) - 1) + level;
            long at = node * Digest.BYTES;
            if (at < from.get() || at + Digest.BYTES > from.get() + block.limit()) {
                block.clear();
                from.set(at);
                fill(block, at);
            }
            if (block.limit() < Digest.BYTES) {
                return at(level, index);
            }
            var hash = new byte[Digest.BYTES];
            block.get((int) (at - from.get()), hash);
            return hash;
        };
    }

    private void fill(ByteBuffer block, long at) {
        try {
            while (block.hasRemaining() && channel.read(block, at + block.position()) >= 0) {}
            block.flip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts off what comes after so many leaves. */
    public void cut(long leaves) throws IOException {
        channel.truncate(nodesUnder(leaves) * Digest.BYTES);
        channel.position(channel.size());
    }

    /** Adds these nodes at the end. */
    public void add(List<byte[]> nodes) throws IOException {
        var bytes = ByteBuffer.allocate(nodes.size() * Digest.BYTES);
        nodes.forEach(bytes::put);
        bytes.flip();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Returns when the disk has it. */
    public void force() throws IOException {
        channel.force(false);
    }

    /** The frontier after so many leaves, so that more can be added. */
    public Frontier frontier(long leaves) {
        var frontier = new Frontier();
        for (long rest = leaves, from = 0; rest > 0; rest -= Long.highestOneBit(rest)) {
            int level = Long.numberOfTrailingZeros(Long.highestOneBit(rest));
            frontier.peak(at(level, from >> level), 1L << level);
            from += 1L << level;
        }
        return frontier;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static long nodesUnder(long leaves) {
        return 2 * leaves - Long.bitCount(leaves);
    }

    private byte[] hash(long node) throws IOException {
        var bytes = ByteBuffer.allocate(Digest.BYTES);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, node * Digest.BYTES + bytes.position()) < 0) {
                throw new EOFException("the tree does not go to node " + node);
            }
        }
        return bytes.array();
    }
}
