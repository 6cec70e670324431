package nl.schakel.ledger.witness;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import nl.schakel.ledger.evidence.Checkpoint;
import nl.schakel.ledger.evidence.Cosigned;
import nl.schakel.ledger.evidence.Evidence;
import nl.schakel.ledger.tree.Tree;
import nl.schakel.ledger.tree.TreeFile;
import nl.schakel.ledger.witness.Judge.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows each new checkpoint to a witness and keeps what it signed for, beside the sealing and never
 * in its way. Of all processes that share the evidence one does it at a time.
 */
public final class Courier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int AT_ONCE = 1_000;

    private final Evidence evidence;
    private final Asking witness;
    private final Memory kept;
    private final long every;
    private final AtomicLong behind = new AtomicLong();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile String refused = "";
    private boolean away;

    /**
     * Shows from now on.
     *
     * @param witness its address, such as {@code http://127.0.0.1:8190}
     * @param every how long to wait between two looks at what is new
     * @throws IllegalArgumentException with one sentence when the address is none, or the public
     *     key of the witness is not beside the checkpoints
     */
    public Courier(Evidence evidence, @Nullable URI witness, Duration every, MeterRegistry meters) {
        this.evidence = evidence;
        this.witness = Asking.at(witness, evidence.witnessKey());
        this.kept = new Memory(evidence.witnessed());
        this.every = every.toMillis();
        Gauge.builder("schakel.evidence.witness.behind", behind, AtomicLong::get)
                .baseUnit("facts")
                .register(meters);
        Gauge.builder("schakel.evidence.witness.refused", () -> refused.isEmpty() ? 0 : 1)
                .register(meters);
        this.thread = Thread.ofPlatform().name("ledger-witness").daemon().start(this::run);
    }

    /** Why the witness does not sign any more, as far as this process saw; empty when it does. */
    public String refused() {
        return refused;
    }

    /** Facts that are sealed, but not yet under a checkpoint that the witness signed for. */
    public long behind() {
        return behind.get();
    }

    @Override
    public void close() {
        closing.countDown();
        witness.close();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(6));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        do {
            try {
                alone();
                back();
            } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
                gone(e);
            } catch (Refusal refusal) {
                refuse(refusal.sentence);
            }
            measure();
        } while (!rest());
    }

    /** Two processes that write into one file would write into each other. */
    private void alone() throws IOException {
        try (var channel =
                        FileChannel.open(
                                evidence.folder().resolve("witness.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock != null) {
                showAll();
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("another one of this process shows", e);
        }
    }

    private void showAll() throws IOException {
        var seen = witness.last();
        remembers(seen);
        if (seen.isPresent()) {
            kept.add(seen.get());
        }
        var more = after(seen);
        while (!more.isEmpty()) {
            var signed = show(seen, more);
            kept.add(signed);
            seen = Optional.of(signed);
            more = closing.getCount() == 0 ? List.of() : after(seen);
        }
        accept();
    }

    /** What is kept here it signed for: a witness that knows less than that was put back itself. */
    private void remembers(Optional<Cosigned> seen) throws IOException {
        var mine = kept.last();
        if (mine.isPresent() && seen.filter(s -> !s.at().isBefore(mine.get().at())).isEmpty()) {
            throw new Refusal("It forgot what it signed for.");
        }
    }

    private List<Checkpoint> after(Optional<Cosigned> seen) throws IOException {
        var checkpoints = evidence.checkpoints();
        var last = checkpoints.last();
        if (seen.isEmpty() || last.isEmpty()) {
            return last.stream().toList();
        }
        return checkpoints
                .after(seen.get().checkpoint(), AT_ONCE)
                .orElseThrow(() -> new Refusal("It signed for a checkpoint that is not here."));
    }

    private Cosigned show(Optional<Cosigned> seen, List<Checkpoint> more) throws IOException {
        var newest = more.getLast();
        var from = newest.kind() == Checkpoint.Kind.SEALED ? seen : witness.last(newest.size());
        var proof = from.isEmpty() ? List.<byte[]>of() : proof(from.get().checkpoint(), newest);
        try {
            return witness.show(new Shown(more, proof));
        } catch (Refusal refusal) {
            if (witness.last().map(Cosigned::line).equals(seen.map(Cosigned::line))) {
                throw refusal;
            }
            throw new IOException("another process shows to the same witness", refusal);
        }
    }

    private List<byte[]> proof(Checkpoint from, Checkpoint to) throws IOException {
        if (from.size() > to.size()) {
            return List.of();
        }
        try (var nodes = TreeFile.read(evidence.tree())) {
            return new Tree(nodes).consistency(from.size(), to.size());
        }
    }

    /** How far the witness is behind, as the files say, whichever process shows. */
    private void measure() {
        try {
            var last = evidence.checkpoints().last();
            var seen = kept.last().map(Cosigned::checkpoint);
            boolean level = last.map(Checkpoint::line).equals(seen.map(Checkpoint::line));
            long sealed = last.map(Checkpoint::size).orElse(0L);
            long witnessed = seen.map(Checkpoint::size).orElse(0L);
            behind.set(level ? 0 : Math.max(1, sealed - witnessed));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("how far the witness is cannot be read: {}", e.toString());
        }
    }

    private void gone(Exception why) {
        measure();
        if (!away && closing.getCount() > 0) {
            away = true;
            LOG.warn("the witness is behind by {} facts: {}", behind.get(), why.toString());
        }
    }

    private void back() {
        if (away) {
            away = false;
            LOG.info("the witness is there again, and behind by {} facts", behind.get());
        }
    }

    private void refuse(String sentence) {
        if (!refused.equals(sentence)) {
            refused = sentence;
            LOG.error("the witness does not sign any more: {} Verify the ledger.", sentence);
        }
    }

    private void accept() {
        if (!refused.isEmpty()) {
            refused = "";
            LOG.warn("the witness signs again");
        }
    }

    private boolean rest() {
        try {
            return closing.await(every, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
