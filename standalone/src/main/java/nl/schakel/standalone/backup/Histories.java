package nl.schakel.standalone.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import nl.schakel.access.fit.Unfit;

/** The evidence of a backup and of a home, of which one goes on from the other. */
final class Histories {

    private final Rooms kept;
    private final Rooms here;

    Histories(Rooms kept, Rooms here) {
        this.kept = kept;
        this.here = here;
    }

    /**
     * Puts together: the checkpoints that go on longest with their tree, and all that either knows
     * to be erased; throws {@link Unfit} when they are two histories.
     */
    void into(Rooms ready) throws IOException {
        Files.createDirectories(ready.evidence());
        var theirs = lines(kept.evidence().resolve("checkpoints"));
        var ours = lines(here.evidence().resolve("checkpoints"));
        int common = Math.min(theirs.size(), ours.size());
        if (!theirs.subList(0, common).equals(ours.subList(0, common))) {
            throw new Unfit(
                    "The checkpoints of this backup and of "
                            + here.root()
                            + " are two histories: nothing was put back.");
        }
        var longest = ours.size() >= theirs.size() && !ours.isEmpty() ? here : kept;
        for (var name : List.of("checkpoints", "tree", "witnessed", "witness.pub")) {
            Folders.copy(longest.evidence().resolve(name), ready.evidence().resolve(name));
        }
        Folders.copy(kept.evidence().resolve("seal.pub"), ready.evidence().resolve("seal.pub"));
        var erased = new LinkedHashSet<>(lines(here.evidence().resolve("erased")));
        erased.addAll(lines(kept.evidence().resolve("erased")));
        Files.write(ready.evidence().resolve("erased"), erased);
    }

    /** The whole lines of a file, which need not be there. */
    private static List<String> lines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        var text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
