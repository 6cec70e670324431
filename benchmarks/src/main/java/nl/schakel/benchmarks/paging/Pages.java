package nl.schakel.benchmarks.paging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.schakel.benchmarks.Scale;
import nl.schakel.benchmarks.facts.Copied;
import nl.schakel.benchmarks.harness.AtRate;
import nl.schakel.benchmarks.harness.Interval;
import nl.schakel.benchmarks.harness.Report;
import nl.schakel.benchmarks.harness.Target;
import nl.schakel.benchmarks.place.DurablePostgres;
import nl.schakel.command.CommandService;
import nl.schakel.ledger.database.Database;
import nl.schakel.query.QueryService;
import nl.schakel.standalone.Services;
import nl.schakel.standalone.Services.Ports;
import nl.schakel.standalone.Services.Seals;
import nl.schakel.standalone.story.Neighbourhood;
import nl.schakel.standalone.story.Voice;
import nl.schakel.vault.MasterKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How fast pages come at a fixed rate, how large they are, and what many open ones cost. */
public final class Pages {

    private static final double RATE = 50;
    private static final double MOST = 60;
    private static final double MOST_AT_FIRST = 60;
    private static final double MOST_AFTER = 15;
    private static final int OPEN = 500;
    private static final double MOST_OPEN = 200;

    /** All folds of both services follow live before anything is measured: more takes too long. */
    private static final int MOST_FACTS = 100_000;

    private static final int PEOPLE = 50;

    /**
     * Fifty pages a second are many people's: each waits for her own session, as a browser does.
     */
    private static final int SESSIONS = 20;

    private static final int SEED = 13;
    private static final double MICROS = 1_000_000;
    private static final double KILO = 1_000;
    private static final Pattern FILES = Pattern.compile("(?:href|src)=\"(/vorm/[^\"]+)\"");

    private final Scale scale;
    private final Report report;
    private final Database database;
    private final List<String> paths = new ArrayList<>();

    private Pages(Scale scale, Report report, Database database) {
        this.scale = scale;
        this.report = report;
        this.database = database;
    }

    /** Measures them on real services, with people of their own among up to a million facts. */
    public static void run(Scale scale, Report report) {
        try (var postgres = DurablePostgres.start()) {
            var database = postgres.empty("paging");
            CommandService.migrate(database);
            QueryService.migrate(database);
            Copied.into(database, Math.min(scale.large(), MOST_FACTS), SEED);
            var keys = Files.createTempDirectory("paged");
            var master = keys.resolve("master.key");
            MasterKey.make(master);
            var seals = Seals.in(keys.resolve("evidence"), keys);
            try (var services =
                    Services.start(database, master, seals, Clock.systemUTC(), Ports.ANY)) {
                new Pages(scale, report, database).measure(services);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void measure(Services services) throws IOException {
        level();
        var here = new Neighbourhood(services.addresses());
        here.moveIn();
        for (int i = 0; i < PEOPLE; i++) {
            paths.add("/inwoners/" + handedOver(here, i));
        }
        level();
        report.say(
                "pages     of %d people with names and words, among %,d facts of others",
                PEOPLE, Math.min(scale.large(), MOST_FACTS));
        report.say("load      %.0f pages a second, open model, %d sessions, gzip", RATE, SESSIONS);
        var home = services.addresses().query();
        var browsers = Stream.generate(() -> Browser.in(home, "samira")).limit(SESSIONS).toList();
        report.say("");
        timed("Het pad", browsers, number -> paths.get(number % PEOPLE));
        timed("Aan de bel", browsers, number -> paths.get(number % PEOPLE) + "/bel");
        timed("Mijn dag", browsers, _ -> "/");
        sizes(browsers.getFirst());
        open(browsers.getFirst());
        browsers.forEach(Browser::close);
    }

    private void timed(String what, List<Browser> browsers, IntFunction<String> page) {
        IntConsumer one = number -> browsers.get(number % browsers.size()).get(page.apply(number));
        new AtRate(RATE, scale.warming()).measure(one);
        var p99s = new ArrayList<Double>();
        double worst = 0;
        double median = 0;
        for (int round = 0; round < scale.rounds(); round++) {
            var times = new AtRate(RATE, scale.window()).measure(one);
            p99s.add(times.getValueAtPercentile(99) / MICROS);
            worst = Math.max(worst, times.getMaxValue() / MICROS);
            median += times.getValueAtPercentile(50) / MICROS / scale.rounds();
        }
        var p99 = Interval.of(p99s.stream().mapToDouble(Double::doubleValue).toArray());
        report.say(
                "%s: p99 = %s ms   %s", what, Report.text(p99), Target.atMost(MOST).verdict(p99));
        report.say("    p50 %.1f, worst %.1f ms", median, worst);
    }

    private void sizes(Browser browser) {
        var page = browser.get(paths.getFirst());
        double after = page.body().length / KILO;
        double files =
                FILES.matcher(Browser.text(page))
                                .results()
                                .map(found -> found.group(1))
                                .distinct()
                                .mapToInt(file -> browser.get(file).body().length)
                                .sum()
                        / KILO;
        report.say("");
        said("kB on the first visit to a path", after + files, MOST_AT_FIRST);
        said("kB after", after, MOST_AFTER);
    }

    /** The client stands in the same process: what it costs counts too. */
    private void open(Browser browser) throws IOException {
        var streams = new ArrayList<InputStream>();
        double before = resident();
        try {
            for (int i = 0; i < OPEN; i++) {
                var path = paths.get(i % PEOPLE) + "/nieuws?na=" + Long.MAX_VALUE;
                streams.add(browser.open(path).body());
            }
            Thread.sleep(scale.window());
            report.say("");
            said("MiB more with %d pages open".formatted(OPEN), resident() - before, MOST_OPEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            for (var stream : streams) {
                stream.close();
            }
        }
    }

    private void said(String what, double figure, double most) {
        var one = new Interval(figure, figure, figure);
        report.say("%s: %.1f   %s", what, figure, Target.atMost(most).verdict(one));
    }

    /** A handover that has started, with what people write on the way. */
    private static UUID handedOver(Neighbourhood here, int number) {
        var samira = here.voice("samira");
        var joke = here.voice("joke");
        var name = "Inwoner " + number;
        var person =
                tell(
                        samira,
                        "/v1/inwoners",
                        Map.of("naam", name, "roepnaam", name, "buurt", "Noord"));
        var asked =
                Map.of(
                        "inwoner",
                        person,
                        "naar",
                        here.party("De Sleutel"),
                        "wens",
                        "Weer ergens nodig zijn.",
                        "contact",
                        here.person("samira"),
                        "inwonerWeetHiervan",
                        true);
        var referral = "/v1/verwijzingen/" + tell(samira, "/v1/verwijzingen", asked);
        var question = tell(joke, referral + "/vragen", Map.of("vraag", "Met hout?"));
        tell(
                samira,
                referral + "/vragen/" + question + "/antwoorden",
                Map.of("antwoord", "Graag."));
        tell(samira, referral + "/ja-van-inwoner", Map.of("gemeldDoor", person));
        tell(joke, referral + "/welkom", Map.of("contact", here.person("joke")));
        var heading = Map.of("kop", "Wat helpt", "tekst", "Samen naar buiten.");
        tell(
                samira,
                "/v1/inwoners/" + person + "/handleidingen",
                Map.of("kopjes", List.of(heading)));
        var concern = Map.of("inwoner", person, "watZieJe", "Stil.", "hoeDringend", "zorg");
        var bell = "/v1/zorgsignalen/" + tell(joke, "/v1/zorgsignalen", concern);
        tell(samira, bell + "/gehoord", Map.of());
        tell(samira, bell + "/uitkomsten", Map.of("woorden", "We spraken elkaar."));
        return person;
    }

    private static UUID tell(Voice voice, String path, Map<String, ?> body) {
        return voice.tell(UUID.randomUUID().toString(), path, body).id();
    }

    /** Waits until the read models have taken in all there is. */
    private void level() {
        try (var source = DurablePostgres.pool(database, "query", 1, true)) {
            var rows = JdbcClient.create(source);
            while (!rows.sql(
                            "SELECT coalesce((SELECT max(position) FROM query.path), 0)"
                                    + " >= (SELECT coalesce(max(position), 0) FROM ledger.fact"
                                    + " WHERE person IS NOT NULL)")
                    .query(Boolean.class)
                    .single()) {
                Thread.sleep(Duration.ofMillis(200));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double resident() throws IOException {
        System.gc();
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1_024.0;
        }
    }
}
