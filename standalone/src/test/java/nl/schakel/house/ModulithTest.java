package nl.schakel.house;

import nl.schakel.command.CommandService;
import nl.schakel.query.QueryService;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Spring Modulith agrees: no room reaches into another, and none stand in a circle. */
class ModulithTest {

    @Test
    void the_rooms_of_the_command_service_keep_apart() {
        ApplicationModules.of(CommandService.class).verify();
    }

    @Test
    void the_rooms_of_the_query_service_keep_apart() {
        ApplicationModules.of(QueryService.class).verify();
    }
}
