package nl.schakel.benchmarks.commands;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import nl.schakel.benchmarks.harness.InFlight;
import nl.schakel.benchmarks.harness.Sample;
import nl.schakel.benchmarks.harness.Side;
import nl.schakel.benchmarks.sending.Envelope;
import nl.schakel.benchmarks.sending.Histories;
import nl.schakel.benchmarks.sending.History;
import nl.schakel.command.runtime.Cause;
import nl.schakel.ledger.Once;
import nl.schakel.vault.Vault;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;

/** The same commands, words sealed by the same vault, through stock Axon. */
final class StockSide implements Side {

    private static final HexFormat HEX = HexFormat.of();
    private static final int PATIENCE_SECONDS = 60;

    private final String name;
    private final StockAxon axon;
    private final Envelope envelope;
    private final InFlight load;
    private final List<Histories> histories;

    StockSide(String name, StockAxon axon, Vault vault, InFlight load, long seed) {
        this.name = name;
        this.axon = axon;
        this.envelope = new Envelope(vault);
        this.load = load;
        this.histories = Histories.of(load.workers(), seed);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Sample measure() {
        return load.measure(worker -> send(histories.get(worker)));
    }

    private void send(Histories worker) {
        var history = worker.next();
        var cause = envelope.cause(worker.id());
        var answer = new FutureCallback<StockCommand, Object>();
        axon.bus()
                .dispatch(
                        new GenericCommandMessage<>(command(history)).withMetaData(beside(cause)),
                        answer);
        var result = answer.getResult(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (result.isExceptional()) {
            throw new IllegalStateException(result.exceptionResult());
        }
    }

    private StockCommand command(History history) {
        var by = envelope.by();
        var why = envelope.sealed(history, by);
        var id = history.referral.support().toString();
        var referral = history.referral;
        return History.up(history.next())
                ? new StockCommand.Up(id, referral, history.person, why, Envelope.LOOK_AGAIN, by)
                : new StockCommand.Down(id, referral, history.person, why, Envelope.LOOK_AGAIN, by);
    }

    /** The envelope, which stock Axon keeps as metadata. */
    private static Map<String, String> beside(Cause cause) {
        Once once = Objects.requireNonNull(cause.once());
        return Map.of(
                "once", HEX.formatHex(once.key()),
                "request", HEX.formatHex(once.request()),
                "correlation", cause.correlation().toString(),
                "trace", Objects.requireNonNull(cause.trace()));
    }
}
