package nl.schakel.benchmarks.commands;

import nl.schakel.events.Fact;
import nl.schakel.ledger.codec.FactCodec;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/** Stock Axon's serializer, writing a fact as the very bytes that we store. */
public final class SameBytes extends Jackson3Serializer {

    /** For tokens and metadata it is stock. */
    public SameBytes() {
        super(builder());
    }

    @Override
    protected ObjectWriter getWriter() {
        return FactCodec.json().writer();
    }

    @Override
    protected ObjectReader getReader(Class<?> type) {
        return Fact.class.isAssignableFrom(type)
                ? FactCodec.json().readerFor(type)
                : super.getReader(type);
    }
}
