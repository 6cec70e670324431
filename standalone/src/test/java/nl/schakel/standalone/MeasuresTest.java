package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.ledger.database.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;

/** What whoever keeps it running can see: measures that move when things happen, and no secrets. */
final class MeasuresTest {

    private static final List<String> FOLDS =
            List.of("account", "bell", "circle", "guide", "path", "roster", "worklist");

    private final Town town = Town.town();
    private final ApplicationContext command = town.services().command();
    private final ApplicationContext query = town.services().query();

    @Test
    void commands_are_counted_by_name_and_by_what_came_of_them() {
        var before = Measures.of(command);
        var handover = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        handover.onReferral("joke", "/niet-nu", Map.of());
        var path = "/v1/verwijzingen/" + handover.referral + "/niet-nu";
        town.voice("joke").post(path, Map.of(), Map.of());
        var after = Measures.of(command);
        assertThat(more(before, after, "schakel_commands_total", "\"Refer\"", "\"accepted\""))
                .isEqualTo(1);
        assertThat(more(before, after, "schakel_commands_total", "\"SayNotNow\"", "\"accepted\""))
                .isEqualTo(1);
        assertThat(
                        more(
                                before,
                                after,
                                "schakel_commands_total",
                                "command=\"SayNotNow\"",
                                "outcome=\"already-answered\""))
                .isEqualTo(1);
    }

    @Test
    void appending_is_timed_and_its_batches_are_measured() {
        var before = Measures.of(command);
        town.newcomer("samira");
        var after = Measures.of(command);
        for (var name :
                List.of("schakel_ledger_append_seconds", "schakel_ledger_batch_decisions")) {
            assertThat(more(before, after, name + "_count")).isPositive();
            assertThat(more(before, after, name + "_sum")).isPositive();
        }
        assertThat(after.has("schakel_ledger_append_seconds_bucket", "le=\"+Inf\"")).isTrue();
    }

    @Test
    void every_fold_says_how_far_it_is() {
        Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        town.level();
        var head = query.getBean(LedgerReader.class).head();
        for (var fold : FOLDS) {
            level(Measures.of(query), fold, head);
        }
        level(Measures.of(command), "concern-stays-unheard", head);
        assertThat(Measures.of(query).value("schakel_folds_parked")).isZero();
        assertThat(Measures.of(command).value("schakel_folds_parked")).isZero();
    }

    @Test
    void a_fold_that_is_behind_says_how_many_facts_and_how_many_seconds() throws SQLException {
        town.level();
        try (var connection = TestPostgres.asSuperuser(town.database());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE query.path IN SHARE MODE");
            var handover = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);
            handover.asksBack("Met hout?");
            until(() -> Measures.of(query).value("schakel_fold_lag_facts", "\"path\"") >= 3);
            assertThat(Measures.of(query).value("schakel_fold_age_seconds", "\"path\""))
                    .isPositive();
            connection.rollback();
        }
        town.level();
        until(() -> Measures.of(query).value("schakel_fold_lag_facts", "\"path\"") == 0);
        assertThat(Measures.of(query).value("schakel_fold_age_seconds", "\"path\"")).isZero();
    }

    @Test
    void open_deadlines_are_counted() {
        var handover = Handover.started(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        town.level();
        var before = Measures.of(command).value("schakel_deadlines_open");
        var bell = handover.rings("joke", "Stil.").id();
        town.level();
        assertThat(Measures.of(command).value("schakel_deadlines_open")).isEqualTo(before + 1);
        town.voice("samira")
                .tell(Handover.key(), "/v1/zorgsignalen/" + bell + "/gehoord", Map.of());
        town.level();
        assertThat(Measures.of(command).value("schakel_deadlines_open")).isEqualTo(before);
    }

    @Test
    void every_line_of_the_access_log_is_counted() {
        var handover = Handover.asked(town, Sides.PROFESSIONAL_TO_INITIATIVE);
        var before = Measures.of(query).value("schakel_vault_access_log_lines_total");
        var lines = lines();
        handover.path("samira");
        town.voice("joke").get("/v1/verwijzingen/" + handover.referral);
        town.voice("joke").get("/v1/verwijzingen/" + UUID.randomUUID());
        var written = lines() - lines;
        assertThat(written).isPositive();
        assertThat(Measures.of(query).value("schakel_vault_access_log_lines_total"))
                .isEqualTo(before + written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/liveness", "/readiness"})
    void health_says_yes_or_no_and_no_more(String group) {
        for (var service : List.of(command, query)) {
            var said =
                    Wire.ask(
                            "GET", Measures.management(service) + "/actuator/health" + group, null);
            assertThat(said.status()).isEqualTo(200);
            assertThat(said.json().required("status").stringValue()).isEqualTo("UP");
            assertThat(said.text()).doesNotContain("components", "details", "parked", "head");
        }
    }

    @Test
    void nothing_else_is_told_there() {
        var other =
                List.of(
                        "env",
                        "beans",
                        "heapdump",
                        "threaddump",
                        "loggers",
                        "metrics",
                        "mappings",
                        "configprops",
                        "info",
                        "shutdown",
                        "conditions",
                        "scheduledtasks",
                        "flyway",
                        "caches",
                        "httpexchanges",
                        "logfile");
        for (var service : List.of(command, query)) {
            for (var name : other) {
                var url = Measures.management(service) + "/actuator/" + name;
                assertThat(Wire.ask("GET", url, null).status()).as(url).isIn(401, 404);
                assertThat(Wire.ask("POST", url, "").status()).as(url).isIn(401, 403, 404);
            }
        }
    }

    @Test
    void none_of_it_is_told_where_the_service_is() {
        var addresses = town.services().addresses();
        var token = Tokens.of(town).token("beheer");
        for (var base : List.of(addresses.command(), addresses.query())) {
            for (var path : List.of("", "/health", "/health/readiness", "/prometheus")) {
                var url = base + "/actuator" + path;
                assertThat(Wire.get(token, url).status()).as(url).isEqualTo(404);
                assertThat(Wire.ask("GET", url, null).status()).as(url).isEqualTo(401);
            }
        }
    }

    @Test
    void it_is_told_on_this_machine_only() throws IOException {
        for (var service : List.of(command, query)) {
            var port = URI.create(Measures.management(service)).getPort();
            for (var address : addressesOfThisMachine()) {
                assertThatThrownBy(() -> reach(address, port))
                        .as(address + ":" + port)
                        .isInstanceOf(IOException.class);
            }
            reach(InetAddress.getByName("127.0.0.1"), port);
        }
    }

    @Test
    void measures_name_nobody() {
        var name = "Kanarie" + UUID.randomUUID();
        var body = Map.of("naam", name, "roepnaam", name, "buurt", name);
        var person = town.voice("samira").tell(Handover.key(), "/v1/inwoners", body).id();
        town.voice("samira").get("/v1/inwoners/" + person + "/pad");
        for (var service : List.of(command, query)) {
            assertThat(Measures.of(service).lines())
                    .noneMatch(line -> line.contains(name) || line.contains(person.toString()));
        }
    }

    private static void level(Measures measures, String fold, long head) {
        var label = "fold=\"" + fold + "\"";
        assertThat(measures.has("schakel_fold_position", label)).as(fold).isTrue();
        assertThat(measures.value("schakel_fold_position", label)).as(fold).isEqualTo(head);
        for (var lag : List.of("schakel_fold_lag_facts", "schakel_fold_age_seconds")) {
            assertThat(measures.has(lag, label)).as(fold).isTrue();
            assertThat(measures.value(lag, label)).as(fold).isZero();
        }
    }

    private static double more(Measures before, Measures after, String name, String... labels) {
        return after.value(name, labels) - before.value(name, labels);
    }

    private long lines() {
        return TestPostgres.superuser(town.database())
                .sql("SELECT count(*) FROM vault.access_log")
                .query(Long.class)
                .single();
    }

    private static List<InetAddress> addressesOfThisMachine() throws IOException {
        var all = new ArrayList<InetAddress>();
        for (var network : NetworkInterface.networkInterfaces().toList()) {
            network.inetAddresses()
                    .filter(address -> address instanceof Inet4Address)
                    .filter(address -> !address.isLoopbackAddress())
                    .forEach(all::add);
        }
        return all;
    }

    private static void reach(InetAddress address, int port) throws IOException {
        try (var line = new Socket()) {
            line.connect(new InetSocketAddress(address, port), 2_000);
        }
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
