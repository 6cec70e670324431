package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.schakel.access.fit.Unfit;
import nl.schakel.command.CommandService;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.TestPostgres;
import nl.schakel.query.QueryService;
import nl.schakel.vault.MasterKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;

/** A service that cannot be trusted does not serve: one sentence says what is wrong. */
final class SelfCheckTest {

    private static final String URL = "schakel.database.url";
    private static final String KEY = "schakel.vault.master-key-file";
    private static final String FOLDER = "schakel.evidence.folder";
    private static final String SEAL = "schakel.evidence.key-file";
    private static final String WITNESS = "schakel.evidence.witness";
    private static final String ISSUER = "schakel.access.issuer";
    private static final String AUDIENCE = "schakel.access.audience";

    @TempDir private Path folder = Path.of("");

    private final Map<String, String> fit = new LinkedHashMap<>();

    /** Both services check the same things. */
    enum Service {
        COMMAND(CommandService.class),
        QUERY(QueryService.class);

        final Class<?> main;

        Service(Class<?> main) {
            this.main = main;
        }

        ConfigurableApplicationContext run(List<String> arguments) {
            var application =
                    this == COMMAND ? CommandService.application() : QueryService.application();
            return application.registerShutdownHook(false).run(arguments.toArray(String[]::new));
        }
    }

    @BeforeEach
    void settings_that_are_fit() throws IOException {
        var database = Town.town().database();
        at(database);
        fit.put("server.port", "0");
        fit.put("management.server.port", "0");
        fit.put(ISSUER, "https://login.example");
        var other = folder.resolve("other.key");
        MasterKey.make(other);
        fit.put(KEY, other.toString());
        var seals = Services.Seals.in(folder.resolve("evidence"), folder);
        fit.put(FOLDER, seals.folder().toString());
        fit.put(SEAL, seals.key().toString());
    }

    @ParameterizedTest
    @EnumSource
    void each_wrong_setting_has_its_one_sentence(Service service) throws IOException {
        told(service, "does not belong to this database");
        told(service, KEY, "", "schakel.vault.master-key-file is not set");
        told(service, KEY, "/nowhere/master.key", "cannot be read");
        var brief = Files.writeString(folder.resolve("brief.key"), "c2Nob3J0");
        Files.setPosixFilePermissions(brief, PosixFilePermissions.fromString("rw-------"));
        told(service, KEY, brief.toString(), "must be 32 bytes");
        told(service, "schakel.database.passwords.vault", "", "passwords.vault is not set");
        told(service, URL, "", "schakel.database.url is not set");
        told(service, URL, "jdbc:postgresql://localhost:1/x", "cannot be reached");
    }

    @ParameterizedTest
    @EnumSource
    void whose_tokens_are_trusted_is_said_by_name_and_over_a_safe_line(Service service)
            throws IOException {
        var database = TestPostgres.empty();
        CommandService.migrate(database);
        QueryService.migrate(database);
        at(database);
        told(service, ISSUER, "", "schakel.access.issuer is not set");
        told(service, ISSUER, "http://login.example", "must be an https address");
        told(service, AUDIENCE, "", "schakel.access.audience is not set");
        told(service, FOLDER, "", "schakel.evidence.folder is not set");
        told(service, FOLDER, "/nowhere", "which is not a folder");
        if (service == Service.COMMAND) {
            told(service, SEAL, "", "schakel.evidence.key-file is not set");
            told(service, SEAL, Objects.requireNonNull(fit.get(KEY)), "must hold an Ed25519 key");
            told(service, WITNESS, "elders:8190", "must be an address such as");
            told(service, WITNESS, "http://127.0.0.1:1", "is not the public key of a witness");
        }
        TestPostgres.superuser(database)
                .sql("GRANT UPDATE ON ledger.fact TO schakel_append, schakel_project")
                .update();
        told(service, "may do more than it should");
    }

    @ParameterizedTest
    @EnumSource
    void a_schema_that_is_not_up_to_date_is_migrated_first(Service service) {
        var database = TestPostgres.empty();
        CommandService.migrate(database);
        QueryService.migrate(database);
        var schema = service == Service.COMMAND ? "command.flyway_folds" : "query.flyway_query";
        TestPostgres.superuser(database)
                .sql("DELETE FROM " + schema + " WHERE installed_rank > 2")
                .update();
        at(database);
        told(service, "run the step --migrate first");
    }

    @ParameterizedTest
    @EnumSource
    void the_process_says_only_that_and_ends_with_code_1(Service service) throws Exception {
        try (var process = OwnProcess.of(service.main, folder, Map.of(), arguments())) {
            assertThat(process.ends()).isEqualTo(1);
            var last = process.said().strip().lines().toList().getLast();
            assertThat(last).startsWith("The master key does not belong to this database");
            assertThat(process.said()).doesNotContain("\tat ");
        }
    }

    private void told(Service service, String setting, String wrong, String sentence) {
        var before = Objects.requireNonNullElse(fit.put(setting, wrong), "");
        told(service, sentence);
        if (before.isEmpty()) {
            fit.remove(setting);
        } else {
            fit.put(setting, before);
        }
    }

    private void told(Service service, String sentence) {
        var thrown = catchThrowable(() -> service.run(arguments()).close());
        assertThat(thrown).as(sentence).isNotNull();
        assertThat(Unfit.in(thrown)).hasValueSatisfying(s -> assertThat(s).contains(sentence));
    }

    private void at(Database database) {
        fit.put(URL, database.url());
        database.passwords().forEach((role, p) -> fit.put("schakel.database.passwords." + role, p));
    }

    private List<String> arguments() {
        var all = new ArrayList<String>();
        fit.forEach((name, value) -> all.add("--" + name + "=" + value));
        return all;
    }
}
