package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.schakel.command.CommandService;
import nl.schakel.ledger.database.TestPostgres;
import nl.schakel.query.QueryService;
import nl.schakel.standalone.Services.Seals;
import nl.schakel.standalone.story.Addresses;
import nl.schakel.vault.MasterKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The same build with another provider, by configuration alone: a real Keycloak. */
@InBrowser
@EnabledIfSystemProperty(named = "schakel.long", matches = "true")
final class KeycloakTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void somebody_logs_in_refers_and_logs_out_of_both() throws Exception {
        try (var keycloak = Keycloak.start()) {
            var common = common(keycloak);
            try (var command = run(CommandService.application(), common);
                    var query = run(QueryService.application(), pages(common, command))) {
                var here = Addresses.onLoopback(port(query), port(command), 0);
                movesIn(keycloak, here.command());
                lived(new Addresses(here(query), here.command(), here.login()));
            }
        }
    }

    private static void lived(Addresses addresses) {
        var how = new Browser.NewContextOptions().setLocale("nl-NL");
        try (var samira = Visit.at(addresses, how)) {
            logsIn(samira);
            assertThat(samira.text()).contains("Mijn dag", "Samira");
            samira.link("Verwijzen").click();
            samira.page.locator("#wens").fill("Weer ergens nodig zijn.");
            samira.page.locator("summary").click();
            samira.page.locator("#naam").fill("Hans");
            var to = samira.holding("#naar option", "De Sleutel").first().getAttribute("value");
            samira.page.locator("#naar").selectOption(Objects.requireNonNull(to));
            samira.page.locator("#inwonerWeetHiervan").check();
            samira.button("Verstuur de vraag").click();
            assertThat(samira.text()).contains("Het pad van Hans");
            samira.button("Uitloggen").click();
            samira.go("/");
            assertThat(samira.page.locator("#password").count()).as("asks again").isEqualTo(1);
        }
    }

    private static void logsIn(Visit samira) {
        samira.go("/").page.locator("#username").fill("samira");
        samira.page.locator("#password").fill(Keycloak.WORD);
        samira.page.locator("#kc-login").click();
    }

    private static void movesIn(Keycloak keycloak, String commands) {
        var token = keycloak.token("beheer");
        for (var name : List.of("GGZ Breda", "De Sleutel")) {
            var body = Map.of("soort", "organisatie", "naam", name, "buurt", "Breda");
            var party = Wire.post(token, commands + "/v1/partijen", body);
            assertThat(party.status()).as(party.text()).isEqualTo(201);
            if (name.equals("GGZ Breda")) {
                var id = party.json().required("id").stringValue();
                var member =
                        Map.of(
                                "naam", "Samira",
                                "rollen", List.of("contact"),
                                "account", keycloak.samira.toString());
                var joined = Wire.post(token, commands + "/v1/partijen/" + id + "/leden", member);
                assertThat(joined.status()).as(joined.text()).isEqualTo(201);
            }
        }
    }

    private List<String> common(Keycloak keycloak) throws Exception {
        var database = TestPostgres.empty();
        CommandService.migrate(database);
        QueryService.migrate(database);
        var key = folder.resolve("master.key");
        MasterKey.make(key);
        var seals = Seals.in(folder.resolve("evidence"), folder);
        var all = new ArrayList<String>();
        all.add("--schakel.access.issuer=" + keycloak.issuer());
        all.add("--schakel.access.administrators=" + keycloak.beheer);
        all.add("--schakel.vault.master-key-file=" + key);
        all.add("--schakel.evidence.folder=" + seals.folder());
        all.add("--schakel.evidence.key-file=" + seals.key());
        all.add("--schakel.database.url=" + database.url());
        all.addAll(List.of("--server.port=0", "--management.server.port=0"));
        all.add("--server.address=127.0.0.1");
        database.passwords()
                .forEach((r, word) -> all.add("--schakel.database.passwords." + r + "=" + word));
        return all;
    }

    private static List<String> pages(List<String> common, ConfigurableApplicationContext command) {
        var all = new ArrayList<>(common);
        all.add("--schakel.commands=http://127.0.0.1:" + port(command));
        all.add("--schakel.login.client-secret=demo");
        return all;
    }

    private static ConfigurableApplicationContext run(
            SpringApplicationBuilder application, List<String> arguments) {
        return application.registerShutdownHook(false).run(arguments.toArray(String[]::new));
    }

    private static String here(ConfigurableApplicationContext query) {
        return "http://127.0.0.1:" + port(query);
    }

    private static int port(ConfigurableApplicationContext context) {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }
}
