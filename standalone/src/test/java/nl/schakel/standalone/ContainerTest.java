package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.schakel.ledger.database.Database;
import nl.schakel.standalone.Services.Ports;
import nl.schakel.standalone.Services.Seals;
import nl.schakel.standalone.story.Neighbourhood;
import nl.schakel.vault.MasterKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The same on PostgreSQL as it is deployed; skipped, visibly, where no Docker engine answers. */
final class ContainerTest {

    @TempDir private Path folder = Path.of("");

    @BeforeEach
    void a_docker_engine_answers() {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "no Docker engine answers: all of this is proven on the embedded PostgreSQL");
    }

    @Test
    void the_neighbourhood_moves_in_on_a_postgresql_in_a_container() throws Exception {
        try (var postgres = new PostgreSQLContainer("postgres:18").withCommand("postgres")) {
            postgres.start();
            var key = folder.resolve("master.key");
            MasterKey.make(key);
            var clock = SeedingClock.locked();
            try (var services =
                    Services.start(
                            prepared(postgres),
                            key,
                            Seals.in(key.resolveSibling("evidence"), key.resolveSibling("")),
                            clock,
                            Ports.ANY)) {
                var here = new Neighbourhood(services.addresses());
                here.moveIn();
                var me = here.voice("joke").get("/v1/ik").body();
                assertThat(me.required("partijen").required(0).required("naam").stringValue())
                        .isEqualTo("De Sleutel");
            }
        }
    }

    private static Database prepared(PostgreSQLContainer postgres) throws Exception {
        var passwords = new HashMap<String, String>();
        List.of("migrate", "append", "project", "web", "audit", "verify", "vault")
                .forEach(role -> passwords.put(role, "test-" + role));
        try (var connection = postgres.createConnection("");
                var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE ROLE schakel_migrate LOGIN CREATEROLE PASSWORD 'test-migrate'");
            statement.execute("CREATE DATABASE schakel OWNER schakel_migrate");
        }
        var url = postgres.getJdbcUrl();
        var server = url.substring(0, url.lastIndexOf('/'));
        return new Database(server + "/schakel", Map.copyOf(passwords));
    }
}
