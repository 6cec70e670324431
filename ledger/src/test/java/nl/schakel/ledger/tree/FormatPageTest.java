package nl.schakel.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The worked example of the page is worked by the code too. */
final class FormatPageTest {

    private static final HexFormat HEX = HexFormat.of();

    private final String page;

    FormatPageTest() throws IOException {
        page = Files.readString(Path.of("../docs/ledger-format.md"));
    }

    @Test
    void the_hash_the_leaves_and_the_root_are_those_of_the_page() {
        var frontier = new Frontier();
        for (int position = 1; position <= 3; position++) {
            var hash = new byte[Digest.BYTES];
            Arrays.fill(hash, (byte) (0x99 + 0x11 * position));
            var leaf = Digest.leaf(position, hash);
            said("leaf of position " + position, leaf);
            frontier.add(leaf);
        }
        said("root over all three", frontier.root());
        var columns = Arrays.asList("person", "00000000-0000-0000-0000-000000000001", 0, null);
        said("if there were only these four", Digest.columns(columns));
    }

    private void said(String what, byte[] hash) {
        assertThat(page).contains(what + " | `" + HEX.formatHex(hash) + "` |");
    }
}
