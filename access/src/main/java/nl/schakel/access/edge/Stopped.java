package nl.schakel.access.edge;

/** Something outside the rules stands in the way; says what, and whether to try again. */
public final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String key;

    private Stopped(int status, String key) {
        super(key, null, false, false);
        this.status = status;
        this.key = key;
    }

    /** 412: somebody else was first; read again before deciding. */
    public static Stopped stale() {
        return new Stopped(412, "intussen-veranderd");
    }

    /** 504: what was asked for has not been taken in yet; ask again. */
    public static Stopped tooLate() {
        return new Stopped(504, "nog-niet-bijgewerkt");
    }

    /** 503: cannot be answered safely now; ask again. */
    public static Stopped away() {
        return new Stopped(503, "even-niet-bereikbaar");
    }

    /** 503: it may have been recorded, or not; ask again with the same key. */
    public static Stopped unknown() {
        return new Stopped(503, "uitkomst-onbekend");
    }

    int status() {
        return status;
    }

    String key() {
        return key;
    }
}
