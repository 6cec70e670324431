package nl.schakel.standalone;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who asks and who receives: rule 2 says that every scenario holds both ways round. */
enum Sides {
    PROFESSIONAL_TO_INITIATIVE("samira", "peter", "GGZ Breda", "joke", "De Sleutel"),
    INITIATIVE_TO_PROFESSIONAL("joke", "sleutel-vrijwilliger", "De Sleutel", "samira", "GGZ Breda");

    final String asker;
    final String standIn;
    final String askingParty;
    final String host;
    final String receivingParty;

    Sides(String asker, String standIn, String askingParty, String host, String receivingParty) {
        this.asker = asker;
        this.standIn = standIn;
        this.askingParty = askingParty;
        this.host = host;
        this.receivingParty = receivingParty;
    }

    /** Runs a scenario in both directions, from one source. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest
    @EnumSource(Sides.class)
    @interface BothWays {}
}
