package nl.schakel.standalone;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.schakel.standalone.story.Addresses;
import nl.schakel.standalone.story.Voice;

/** What {@code ./start} starts, in a process and a home of its own. */
final class Started implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path home;
    private final Addresses addresses;
    private final Map<String, String> environment;
    private OwnProcess process;

    private Started(Path home, Addresses addresses, Map<String, String> environment) {
        this.home = home;
        this.addresses = addresses;
        this.environment = environment;
        this.process = begin(List.of());
    }

    static Started in(Path folder) {
        var query = OwnProcess.freePort();
        var command = OwnProcess.freePort();
        var login = OwnProcess.freePort();
        var home = folder.resolve("een huis");
        var environment =
                Map.of(
                        "SCHAKEL_HOME", home.toString(),
                        "SCHAKEL_QUERY_PORT", String.valueOf(query),
                        "SCHAKEL_COMMAND_PORT", String.valueOf(command),
                        "SCHAKEL_LOGIN_PORT", String.valueOf(login),
                        "SCHAKEL_QUERY_MANAGEMENT_PORT", String.valueOf(OwnProcess.freePort()),
                        "SCHAKEL_COMMAND_MANAGEMENT_PORT", String.valueOf(OwnProcess.freePort()));
        return new Started(home, Addresses.onLoopback(query, command, login), environment);
    }

    /** Waits until a newcomer may begin. */
    Started ready() {
        process.says("Ctrl-C");
        return this;
    }

    /** Starts it again in the same home. */
    Started again(String... arguments) {
        process = begin(List.of(arguments));
        return this;
    }

    Voice voice(String persona) {
        return Voice.of(http, addresses, persona);
    }

    Addresses addresses() {
        return addresses;
    }

    OwnProcess process() {
        return process;
    }

    Path home() {
        return home;
    }

    /** Another process that wants the same home. */
    OwnProcess secondInTheSameHome() {
        var others = new HashMap<>(environment);
        environment.keySet().stream()
                .filter(name -> name.endsWith("_PORT"))
                .forEach(name -> others.put(name, String.valueOf(OwnProcess.freePort())));
        return OwnProcess.of(Start.class, home, others, List.of());
    }

    /** Another process that wants the same addresses. */
    OwnProcess secondAtTheSameAddresses(Path otherHome) {
        var others = new HashMap<>(environment);
        others.put("SCHAKEL_HOME", otherHome.toString());
        return OwnProcess.of(Start.class, home, others, List.of());
    }

    @Override
    public void close() {
        process.close();
    }

    private OwnProcess begin(List<String> arguments) {
        var folder = Objects.requireNonNull(home.getParent());
        return OwnProcess.remembered(Start.class, folder, environment, arguments);
    }
}
