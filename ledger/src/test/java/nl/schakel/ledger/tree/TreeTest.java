package nl.schakel.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tree of RFC 9162, beside the definition in its section 2.1 written down once more. */
final class TreeTest {

    private static final int LEAVES = 70;

    @TempDir private Path folder = Path.of("");

    private final List<byte[]> leaves = new ArrayList<>();

    TreeTest() {
        for (int i = 0; i < LEAVES; i++) {
            leaves.add(Digest.of(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void nothing_has_the_hash_of_nothing() {
        assertThat(HexFormat.of().formatHex(new Frontier().root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void every_root_is_that_of_the_definition_read_from_the_file_or_kept_at_the_frontier()
            throws IOException {
        try (var file = grown()) {
            var tree = new Tree(file);
            var frontier = new Frontier();
            for (int size = 1; size <= LEAVES; size++) {
                frontier.add(leaves.get(size - 1));
                assertThat(tree.root(size)).isEqualTo(defined(leaves.subList(0, size)));
                assertThat(frontier.root()).isEqualTo(tree.root(size));
                assertThat(file.frontier(size).root()).isEqualTo(tree.root(size));
            }
        }
    }

    @Test
    void a_leaf_is_shown_under_a_root_and_only_it_there_and_so() throws IOException {
        try (var file = grown()) {
            var tree = new Tree(file);
            for (int size = 1; size <= LEAVES; size++) {
                for (int leaf = 0; leaf < size; leaf++) {
                    var root = tree.root(size);
                    var path = tree.inclusion(leaf, size);
                    assertThat(Tree.includes(root, size, leaf, leaves.get(leaf), path)).isTrue();
                    assertThat(Tree.includes(root, size, leaf, changed(leaves.get(leaf)), path))
                            .isFalse();
                    assertThat(Tree.includes(root, size, (leaf + 1) % size, leaves.get(leaf), path))
                            .isEqualTo(size == 1);
                    var longer = new ArrayList<>(path);
                    longer.add(root);
                    assertThat(Tree.includes(root, size, leaf, leaves.get(leaf), longer)).isFalse();
                }
            }
        }
    }

    @Test
    void a_root_is_shown_to_continue_each_smaller_one_and_no_other() throws IOException {
        try (var file = grown()) {
            var tree = new Tree(file);
            for (int size = 1; size <= LEAVES; size++) {
                for (int before = 1; before <= size; before++) {
                    var path = tree.consistency(before, size);
                    var old = tree.root(before);
                    var root = tree.root(size);
                    assertThat(Tree.continues(old, before, root, size, path)).isTrue();
                    assertThat(Tree.continues(changed(old), before, root, size, path)).isFalse();
                    assertThat(Tree.continues(old, before, changed(root), size, path)).isFalse();
                }
            }
        }
    }

    @Test
    void what_was_half_written_is_cut_off_wherever_it_stopped() throws IOException {
        grown().close();
        var path = folder.resolve("tree");
        var whole = Files.readAllBytes(path);
        for (int bytes = 0; bytes < whole.length; bytes += 17) {
            Files.write(path, Arrays.copyOf(whole, bytes));
            try (var file = TreeFile.write(path)) {
                long size = file.size();
                assertThat(new Tree(file).root(size))
                        .isEqualTo(defined(leaves.subList(0, (int) size)));
                var frontier = file.frontier(size);
                for (int next = (int) size; next < LEAVES; next++) {
                    file.add(frontier.add(leaves.get(next)));
                }
            }
            assertThat(Files.readAllBytes(path)).isEqualTo(whole);
        }
    }

    /** More leaves than a block holds, so that it reads on; none of them anew. */
    @Test
    void a_reader_from_the_left_sees_every_leaf() throws IOException {
        var path = folder.resolve("tall");
        var frontier = new Frontier();
        int many = 5_000;
        try (var file = TreeFile.write(path)) {
            for (int leaf = 0; leaf < many; leaf++) {
                file.add(frontier.add(Digest.leaf(leaf + 1, new byte[] {1})));
            }
            var ahead = file.fromTheLeft();
            for (int leaf = 0; leaf < many; leaf++) {
                assertThat(ahead.at(0, leaf)).isEqualTo(file.at(0, leaf));
            }
            assertThatThrownBy(() -> ahead.at(0, many)).isInstanceOf(UncheckedIOException.class);
        }
    }

    private TreeFile grown() throws IOException {
        var path = folder.resolve("tree");
        Files.write(path, new byte[0], StandardOpenOption.CREATE);
        var file = TreeFile.write(path);
        var frontier = new Frontier();
        for (var leaf : leaves) {
            file.add(frontier.add(leaf));
        }
        return file;
    }

    private static byte[] defined(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return Digest.of();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int half = 1;
        while (half * 2 < leaves.size()) {
            half *= 2;
        }
        return Digest.of(
                new byte[] {1},
                defined(leaves.subList(0, half)),
                defined(leaves.subList(half, leaves.size())));
    }

    private static byte[] changed(byte[] hash) {
        var other = hash.clone();
        other[0] ^= 1;
        return other;
    }
}
