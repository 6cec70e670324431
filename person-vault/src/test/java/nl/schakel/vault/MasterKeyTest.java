package nl.schakel.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The master key comes from a file, and whatever is wrong with the file is one sentence. */
final class MasterKeyTest {

    @TempDir private Path directory;

    @Test
    void a_key_that_was_made_is_read_back() throws IOException {
        var file = directory.resolve("key");
        var made = MasterKey.make(file);
        assertThat(MasterKey.read(file).derive("wrap"))
                .hasSize(32)
                .isEqualTo(made.derive("wrap"))
                .isNotEqualTo(made.derive("mark"));
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_key_that_is_there_is_never_made_over() throws IOException {
        var file = directory.resolve("key");
        MasterKey.make(file);
        assertThatThrownBy(() -> MasterKey.make(file))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        refused(
                directory.resolve("none"),
                "The master key cannot be read: schakel.vault.master-key-file names %s.");
    }

    @Test
    void a_file_that_others_can_read_is_told() throws IOException {
        var file = directory.resolve("key");
        MasterKey.make(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        refused(
                file,
                "The master key in %s can be read by others: take their rights away (chmod 600).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "this is my secret!", "AAAA\nBBBB"})
    void a_file_with_something_else_in_it_is_told_without_what_is_in_it(String content)
            throws IOException {
        refused(written(content), "The master key in %s must be 32 bytes in base64.");
    }

    @Test
    void a_file_that_is_no_text_is_told() throws IOException {
        var file = written("");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        refused(file, "The master key in %s cannot be read.");
    }

    private Path written(String content) throws IOException {
        var file = directory.resolve("key");
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content);
    }

    private static void refused(Path file, String sentence) {
        assertThatThrownBy(() -> MasterKey.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence.formatted(file));
    }
}
