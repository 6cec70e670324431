package nl.schakel.standalone.backup;

import java.nio.file.Path;

/**
 * What stands where, in a home and in a backup alike.
 *
 * @param root the folder that holds all of it
 */
record Rooms(Path root) {

    Path postgres() {
        return root.resolve("postgres");
    }

    Path keys() {
        return root.resolve("keys");
    }

    Path evidence() {
        return root.resolve("evidence");
    }

    Path told() {
        return root.resolve("told");
    }
}
