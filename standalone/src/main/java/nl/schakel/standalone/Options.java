package nl.schakel.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.schakel.access.fit.Unfit;
import nl.schakel.standalone.Services.Ports;

/**
 * What a user may choose.
 *
 * @param home {@code SCHAKEL_HOME}: where everything is kept
 * @param fresh {@code --fresh}: begin anew
 * @param ports {@code SCHAKEL_…_PORT}: where each service listens
 */
record Options(Path home, boolean fresh, Ports ports) {

    private static final int PORTS = 65_535;

    static Options from(List<String> arguments, Map<String, String> environment) {
        return new Options(
                Path.of(environment.getOrDefault("SCHAKEL_HOME", ".schakel"))
                        .toAbsolutePath()
                        .normalize(),
                arguments.contains("--fresh"),
                new Ports(
                        port(environment, "SCHAKEL_QUERY_PORT", 8080),
                        port(environment, "SCHAKEL_COMMAND_PORT", 8081),
                        port(environment, "SCHAKEL_LOGIN_PORT", 8089),
                        port(environment, "SCHAKEL_QUERY_MANAGEMENT_PORT", 8180),
                        port(environment, "SCHAKEL_COMMAND_MANAGEMENT_PORT", 8181)));
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        var chosen = environment.getOrDefault(name, String.valueOf(otherwise));
        if (!chosen.matches("[0-9]{1,5}") || Integer.parseInt(chosen) > PORTS) {
            throw new Unfit(name + " must be a number up to 65535.");
        }
        int port = Integer.parseInt(chosen);
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return port;
        } catch (IOException e) {
            throw new Unfit(
                    "Port " + port + " is in use: stop what listens there, or set " + name + ".");
        }
    }
}
