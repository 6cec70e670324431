package nl.schakel.command.runtime;

import java.util.List;
import nl.schakel.ledger.database.Schemas.Room;

/** The schemas that this service needs, in the order in which they are made. */
public final class Rooms {

    /** All of them. */
    public static final List<Room> ALL =
            List.of(
                    Room.LEDGER,
                    new Room("vault", "db/vault", "schakel_vault"),
                    new Room("command", "db/folds", "schakel_append"));

    private Rooms() {}
}
