package nl.schakel.standalone;

import java.util.ArrayDeque;
import java.util.Deque;

/** What runs, in the order in which it was started; stopped the other way round. */
final class Running implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /** Stops all of them, whatever one of them says. */
    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                System.err.println("Iets stopte niet netjes: " + e.getClass().getSimpleName());
            }
        }
    }
}
