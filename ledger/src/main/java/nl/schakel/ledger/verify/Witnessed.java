package nl.schakel.ledger.verify;

import java.io.BufferedReader;
import java.io.IOException;
import nl.schakel.ledger.evidence.CheckpointFile;
import nl.schakel.ledger.evidence.Cosigned;
import nl.schakel.ledger.evidence.Lines;
import nl.schakel.ledger.evidence.Seal;
import nl.schakel.ledger.verify.Verifier.Wrong;
import org.jspecify.annotations.Nullable;

/** Holds the checkpoints against what a witness signed for: a second pair of eyes. */
final class Witnessed {

    private final Lines cosigned;
    private final Seal witness;

    /**
     * @param cosigned what the witness signed for, in its order
     * @param witness its public key
     */
    Witnessed(Lines cosigned, Seal witness) {
        this.cosigned = cosigned;
        this.witness = witness;
    }

    /**
     * Throws {@link Wrong} unless each checkpoint that the witness signed for is there still, word
     * for word and in the same order.
     *
     * @return the last of them, if there is one
     */
    @Nullable Cosigned verify(CheckpointFile checkpoints) throws IOException {
        Cosigned last = null;
        try (var signed = cosigned.open();
                var all = checkpoints.open()) {
            for (var line = signed.readLine(); line != null; line = signed.readLine()) {
                last = read(line, last);
                if (!comes(last.checkpoint().line(), all)) {
                    throw new Wrong(
                            last.checkpoint().size(),
                            "a checkpoint that the witness signed for is not there");
                }
            }
        }
        return last;
    }

    private Cosigned read(String line, @Nullable Cosigned before) {
        try {
            var read = Cosigned.parse(line);
            if (read.by(witness)) {
                return read;
            }
        } catch (IllegalArgumentException e) {
            throw unreadable(before);
        }
        throw unreadable(before);
    }

    private static Wrong unreadable(@Nullable Cosigned before) {
        return new Wrong(
                before == null ? 1 : before.checkpoint().size() + 1,
                "a line of the witness was not signed by its key");
    }

    private static boolean comes(String checkpoint, BufferedReader all) throws IOException {
        var line = all.readLine();
        while (line != null && !line.equals(checkpoint)) {
            line = all.readLine();
        }
        return line != null;
    }
}
