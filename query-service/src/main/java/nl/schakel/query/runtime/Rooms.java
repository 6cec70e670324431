package nl.schakel.query.runtime;

import java.util.List;
import nl.schakel.ledger.database.Schemas.Room;

/** The schemas that this service makes; those of the command service come first. */
public final class Rooms {

    /** All of them. */
    public static final List<Room> ALL =
            List.of(
                    new Room("query", "db/folds", "schakel_project"),
                    new Room("query", "db/query", "schakel_project"),
                    new Room("pages", "db/pages", "schakel_web"));

    private Rooms() {}
}
