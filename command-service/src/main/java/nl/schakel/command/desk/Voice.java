package nl.schakel.command.desk;

import java.util.Objects;
import nl.schakel.events.By;
import nl.schakel.events.PersonId;

/** Whose words they are: who said so counts, not who wrote it down (rules 3, 18 and 20). */
public final class Voice {

    private Voice() {}

    /** Who reported it, else who acted. */
    public static PersonId of(By by) {
        return Objects.requireNonNullElse(by.reportedBy(), by.who());
    }
}
