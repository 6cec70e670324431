package nl.schakel.benchmarks.posting;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schakel.access.edge.Accounts;
import nl.schakel.benchmarks.Scale;
import nl.schakel.benchmarks.facts.Copied;
import nl.schakel.benchmarks.facts.Facts;
import nl.schakel.benchmarks.facts.Life;
import nl.schakel.benchmarks.facts.Party;
import nl.schakel.benchmarks.harness.Beside;
import nl.schakel.benchmarks.harness.InFlight;
import nl.schakel.benchmarks.harness.Report;
import nl.schakel.benchmarks.harness.Side;
import nl.schakel.benchmarks.harness.Target;
import nl.schakel.benchmarks.place.Deciding;
import nl.schakel.benchmarks.place.Deployment;
import nl.schakel.benchmarks.place.DurablePostgres;
import nl.schakel.benchmarks.sending.Histories;
import nl.schakel.benchmarks.sending.OurSide;
import nl.schakel.benchmarks.sending.Sending;
import nl.schakel.command.CommandService;
import nl.schakel.events.By;
import nl.schakel.events.Fact;
import nl.schakel.events.account.AccountEvent.AccountBound;
import nl.schakel.ledger.Ledger;
import nl.schakel.ledger.database.Database;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Commands by HTTP on loopback, tokens checked, beside the same ones straight onto the bus. */
public final class OverHttp {

    private static final double LEAST = 0.35;
    private static final int MANY = 64;
    private static final List<Integer> IN_FLIGHT = List.of(8, MANY);
    private static final int LIVES = 16 * MANY;
    private static final int SEED = 9;
    private static final String PERSONA = "samira";

    private final Scale scale;
    private final Report report;
    private final DurablePostgres postgres;
    private final Deciding service;
    private final String token;

    private OverHttp(
            Scale scale, Report report, DurablePostgres postgres, Deciding service, String token) {
        this.scale = scale;
        this.report = report;
        this.postgres = postgres;
        this.service = service;
        this.token = token;
    }

    /** Measures both, in one run on one service. */
    public static void run(Scale scale, Report report) {
        try (var postgres = DurablePostgres.start();
                var login = new Login()) {
            var database = postgres.empty("posting");
            CommandService.migrate(database);
            var parties = new Facts(SEED).parties();
            var lives = started(database, parties).iterator();
            try (var service = Deciding.start(Deployment.of(database, login.issuer()))) {
                bound(service, parties.get(1));
                new OverHttp(scale, report, postgres, service, login.token(PERSONA)).measure(lives);
            }
        }
    }

    private void measure(Iterator<Life> lives) {
        report.say(
                "command   support up and down in turn, beside %,d started referrals a side",
                LIVES);
        report.say(
                "http      RS256 token, key and body with each; HTTP/1.1, connections stay open");
        report.say("          a client of the JDK in the same process, whose CPU counts too");
        for (int workers : IN_FLIGHT) {
            report.say("");
            report.say("%d in flight", workers);
            var load = new InFlight(workers, scale.window(), postgres.cpu());
            try (var post = new ByPost(service, token, next(lives, workers))) {
                var http = warmed(new OurSide("by HTTP", service, load, post::one));
                var bus =
                        warmed(
                                new OurSide(
                                        "on the bus",
                                        service,
                                        load,
                                        new Sending(service, next(lives, workers))::one));
                report.rates(Beside.run(http, bus, scale.rounds()), Target.atLeast(LEAST));
            }
        }
    }

    /** Those that nobody has met yet. */
    private static List<Histories> next(Iterator<Life> lives, int workers) {
        var own = Stream.generate(lives::next).limit(LIVES).toList();
        return Histories.of(workers, workers, own);
    }

    private static List<Life> started(Database database, List<Party> parties) {
        var now = Clock.systemUTC().instant();
        var facts = new ArrayList<Fact>();
        parties.subList(0, 2).forEach(party -> facts.addAll(party.joined(now)));
        var lives =
                Facts.started(
                        2 * IN_FLIGHT.size() * LIVES,
                        parties.get(0),
                        parties.get(1),
                        SEED,
                        now,
                        facts);
        Copied.into(database, facts, SEED);
        return lives;
    }

    /** The login becomes that of the contact at this party. */
    private static void bound(Deciding service, Party party) {
        var now = Clock.systemUTC().instant();
        var account = service.part(Accounts.class).of(PERSONA);
        var fact =
                new AccountBound(
                        account, party.contact(), new By(party.contact(), null, null, now, now));
        service.part(Ledger.class)
                .appendEvents(
                        List.of(
                                new GenericDomainEventMessage<>(
                                        fact.stream().kind(),
                                        fact.stream().toString(),
                                        0,
                                        fact,
                                        Map.of(Ledger.CORRELATION, UUID.randomUUID()))));
    }

    private Side warmed(Side side) {
        long end = System.nanoTime() + scale.warming().toNanos();
        while (System.nanoTime() < end) {
            side.measure();
        }
        return side;
    }
}
