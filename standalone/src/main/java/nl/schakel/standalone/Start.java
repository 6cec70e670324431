package nl.schakel.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import nl.schakel.access.fit.Unfit;
import nl.schakel.standalone.story.Neighbourhood;
import nl.schakel.standalone.story.Story;
import org.slf4j.LoggerFactory;

/** Starts everything on this machine, and tells the cases of the neighbourhood once. */
public final class Start {

    private Start() {}

    /** Runs until it is told to stop; ends with code 1 and one sentence when it cannot start. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(System.out, Options.from(List.of(arguments), System.getenv()));
        } catch (Unfit unfit) {
            System.err.println(unfit.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            if (Unfit.in(e).isEmpty()) {
                LoggerFactory.getLogger(Start.class).error("not started", e);
                System.err.println("Schakel kan niet starten; in de map logs staat waarom.");
            }
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static void run(PrintStream out, Options options) {
        log(options.home().resolve("logs"));
        var running = new Running();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(running::close));
        var home = running.add(Home.open(options.home()));
        LocalPostgres.stopWhatWasLeftBehind(home);
        if (options.fresh()) {
            home.empty();
        }
        out.println("PostgreSQL start …");
        var postgres = running.add(LocalPostgres.start(home));
        var story = new Story(Clock.systemUTC().instant());
        var clock = Telling.clock(home, story);
        out.println("De inlog en de twee diensten starten …");
        var services =
                running.add(
                        Services.start(
                                postgres.database(),
                                home.masterKey(),
                                home.seals(),
                                clock,
                                options.ports()));
        var here = new Neighbourhood(services.addresses());
        out.println("De buurt vertelt haar verhaal …");
        new Telling(clock, services).once(home, story, here);
        Welcome.print(out, services.addresses(), here);
    }

    /** All three contexts write one log; the screen stays for people. */
    public static void log(Path folder) {
        System.setProperty("logback.configurationFile", "standalone-logback.xml");
        System.setProperty("logging.config", "classpath:standalone-logback.xml");
        System.setProperty("schakel.logs", folder.toString());
    }
}
