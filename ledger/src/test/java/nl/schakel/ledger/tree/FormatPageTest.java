package nl.schakel.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The worked example of the page is worked by the code too. */
final class FormatPageTest {

    private static final HexFormat HEX = HexFormat.of();

    /** The secret key of RFC 8032, 7.1, test 1, as PKCS #8 has it. */
    private static final String TEST_1 =
            "302e020100300506032b657004220420"
                    + "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

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

    @Test
    void the_signature_of_its_checkpoint_is_that_of_the_page() throws Exception {
        var root = page.replaceFirst("(?s).*root over all three \\| `([0-9a-f]*)`.*", "$1");
        var line = "sealed 3 " + root + " 2026-03-02T10:00:00Z " + "0".repeat(64);
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(
                KeyFactory.getInstance("Ed25519")
                        .generatePrivate(new PKCS8EncodedKeySpec(HEX.parseHex(TEST_1))));
        signature.update(line.getBytes(StandardCharsets.US_ASCII));
        said("by the key of RFC 8032, 7.1, test 1", signature.sign());
    }

    private void said(String what, byte[] hash) {
        assertThat(page).contains(what + " | `" + HEX.formatHex(hash) + "` |");
    }
}
