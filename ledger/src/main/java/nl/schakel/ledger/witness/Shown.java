package nl.schakel.ledger.witness;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.schakel.ledger.evidence.Checkpoint;

/**
 * What a witness is shown, as it goes over the wire: lines of the checkpoint file, then the hashes
 * of the proof, one a line.
 *
 * @param checkpoints all that come after the one that it signed for last
 * @param proof that the last of them continues it
 */
record Shown(List<Checkpoint> checkpoints, List<byte[]> proof) {

    private static final HexFormat HEX = HexFormat.of();

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException when a line is neither
     */
    static Shown parse(String text) {
        var parts = text.lines().collect(Collectors.partitioningBy(l -> l.contains(" ")));
        return new Shown(
                parts.getOrDefault(true, List.of()).stream().map(Checkpoint::parse).toList(),
                parts.getOrDefault(false, List.of()).stream().map(HEX::parseHex).toList());
    }

    String text() {
        return Stream.concat(
                        checkpoints.stream().map(Checkpoint::line),
                        proof.stream().map(HEX::formatHex))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
