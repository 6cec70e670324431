package nl.schakel.benchmarks.showing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.schakel.benchmarks.place.Deployment;
import nl.schakel.query.QueryService;

/** The service that remembers and shows, as it is deployed. */
interface Showing extends AutoCloseable {

    @Override
    void close();

    /** In this process, beside the one that decides. */
    static Showing here(Deployment deployment) {
        var context =
                QueryService.application()
                        .registerShutdownHook(false)
                        .run(deployment.arguments().toArray(String[]::new));
        return context::close;
    }

    /** In a process of its own. */
    static Showing elsewhere(Deployment deployment) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(QueryService.class.getName());
        command.addAll(deployment.arguments());
        try {
            var said = File.createTempFile("measured", ".txt");
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.to(said))
                            .start();
            return () -> ended(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ended(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
