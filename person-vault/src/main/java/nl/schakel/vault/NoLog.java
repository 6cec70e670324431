package nl.schakel.vault;

/** The access log could not be written, so nothing was opened: no log, no data. */
public final class NoLog extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoLog(Throwable cause) {
        super("no log, no data", cause);
    }
}
