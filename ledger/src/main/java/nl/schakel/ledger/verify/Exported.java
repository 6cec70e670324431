package nl.schakel.ledger.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import nl.schakel.ledger.evidence.Checkpoint;
import nl.schakel.ledger.evidence.Seal;
import nl.schakel.ledger.tree.Digest;
import nl.schakel.ledger.tree.Tree;
import nl.schakel.ledger.verify.ExportFile.Line;
import nl.schakel.ledger.verify.ExportFile.Manifest;
import org.jspecify.annotations.Nullable;

/** Verifies an exported history with nothing but the file and the public key. */
final class Exported {

    private final Seal seal;
    private int number = 1;
    private long before;
    private long younger;

    Exported(Seal seal) {
        this.seal = seal;
    }

    /**
     * What was found to be right.
     *
     * @param facts under the checkpoint
     * @param last that checkpoint; null when nothing was sealed
     * @param younger facts that are not yet sealed
     */
    record Finding(long facts, @Nullable Checkpoint last, long younger) {}

    /** Verifies all of it; throws {@link Wrong} with the first line that is wrong. */
    Finding verify(Path file) throws IOException {
        var lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1);
        var manifest = ExportFile.manifest(lines[0]).orElseThrow(this::unwritten);
        var last = manifest.checkpoint() == null ? null : signed(manifest.checkpoint());
        for (number = 2; number < lines.length; number++) {
            var line = lines[number - 1];
            right(ExportFile.fact(line).orElseThrow(this::unwritten), manifest, last);
        }
        if (!lines[lines.length - 1].isEmpty()) {
            throw unwritten();
        }
        if (lines.length != manifest.facts() + 2) {
            throw wrong("the first line says how many facts follow, and it is not so");
        }
        return new Finding(manifest.facts() - younger, last, younger);
    }

    private Checkpoint signed(String line) {
        try {
            var checkpoint = Checkpoint.parse(line);
            if (seal.signed(checkpoint)) {
                return checkpoint;
            }
            throw wrong("the checkpoint was not signed by this key");
        } catch (IllegalArgumentException e) {
            throw wrong("the checkpoint was not signed by this key");
        }
    }

    private void right(Line line, Manifest manifest, @Nullable Checkpoint last) {
        var fact = line.fact();
        if (fact.position() <= before) {
            throw wrong("the facts are not in their order");
        }
        before = fact.position();
        if (!Arrays.equals(fact.computed(), fact.hash())) {
            throw wrong("the columns are not those of the hash beside them");
        }
        if (!fact.concerns(manifest.kind(), manifest.id())) {
            throw wrong("this fact is of another history");
        }
        var path = line.path();
        if (path == null) {
            if (last != null && fact.position() <= last.size()) {
                throw wrong("the proof is missing");
            }
            younger++;
        } else if (last == null
                || !Tree.includes(
                        last.root(),
                        last.size(),
                        fact.position() - 1,
                        Digest.leaf(fact.position(), fact.hash()),
                        path)) {
            throw wrong("the proof does not lead to the checkpoint");
        }
    }

    private Wrong unwritten() {
        return wrong("not as it was written");
    }

    private Wrong wrong(String what) {
        return new Wrong("line " + number + ": " + what);
    }

    /** What is wrong, and the first line where. */
    static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1;

        Wrong(String what) {
            super(what, null, false, false);
        }
    }
}
