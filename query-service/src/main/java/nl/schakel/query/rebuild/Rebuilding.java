package nl.schakel.query.rebuild;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import nl.schakel.ledger.LedgerReader;
import nl.schakel.ledger.codec.FactCodec;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.whole.Completeness;
import nl.schakel.query.runtime.KeptView;
import nl.schakel.query.runtime.Shapes;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The step that rebuilds: beside services that go on, or before they start. */
public final class Rebuilding {

    private static final long PER_SHARE = 500_000;
    private static final int TRIES = 20;
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final Pattern PROJECTIONS =
            Pattern.compile("nl\\.schakel\\.query\\..*Projection");

    private final Database database;
    private final FactCodec codec;
    private final long perShare;
    private final Consumer<Progress> watcher;
    private final List<KeptView<?>> views;

    /** Rebuilds the read models of this service in this database. */
    public Rebuilding(Database database, Consumer<Progress> watcher) {
        this(database, new FactCodec(), PER_SHARE, watcher);
    }

    Rebuilding(Database database, FactCodec codec, long perShare, Consumer<Progress> watcher) {
        this.database = database;
        this.codec = codec;
        this.perShare = perShare;
        this.watcher = watcher;
        this.views = found();
    }

    /** All read models. */
    public List<KeptView<?>> views() {
        return views;
    }

    /** The names of all read models. */
    public List<String> names() {
        return views.stream().map(KeptView::name).toList();
    }

    /** Rebuilds one; the keys that are not complete after it, which should be none. */
    public List<Completeness.Incomplete> rebuild(String name) throws SQLException {
        var view = named(name);
        try (var rebuild = new Rebuild<>(database, codec, view, perShare, watcher)) {
            return rebuild.run();
        }
    }

    /**
     * Rebuilds those whose rows have another shape than today's; rows that nobody wrote have none.
     */
    public List<String> whatChangedShape() throws SQLException {
        var changed = new ArrayList<String>();
        try (var source = database.as("project", 1)) {
            var jdbc = JdbcClient.create(source);
            var shapes = new Shapes(jdbc);
            for (var view : shapes.stale(views)) {
                if (untouched(jdbc, view)) {
                    shapes.note(view);
                } else {
                    rebuild(view.name());
                    changed.add(view.name());
                }
            }
        }
        return changed;
    }

    /**
     * The keys of one that are not complete, looked at again for two seconds: what follows the
     * ledger may be just behind.
     */
    public List<Completeness.Incomplete> incomplete(String name) throws InterruptedException {
        try (var source = database.as("project", 1)) {
            var completeness = new Completeness(JdbcClient.create(source), "query");
            long head = new LedgerReader(source, codec).head();
            var incomplete = completeness.of(named(name), head);
            for (int tried = 0; tried < TRIES && !incomplete.isEmpty(); tried++) {
                Thread.sleep(BETWEEN);
                incomplete = completeness.of(named(name), head);
            }
            return incomplete;
        }
    }

    private KeptView<?> named(String name) {
        return views.stream().filter(view -> view.name().equals(name)).findFirst().orElseThrow();
    }

    private static boolean untouched(JdbcClient jdbc, KeptView<?> view) {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM query.taken WHERE fold = ?)")
                .param(view.name())
                .query(Boolean.class)
                .single();
    }

    /** The projections of this service and nothing else of it. */
    private static List<KeptView<?>> found() {
        try (var context = new GenericApplicationContext()) {
            var scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new RegexPatternTypeFilter(PROJECTIONS));
            scanner.scan("nl.schakel.query");
            context.refresh();
            return context.getBeansOfType(KeptView.class).values().stream()
                    .<KeptView<?>>map(view -> view)
                    .sorted(Comparator.comparing(KeptView::name))
                    .toList();
        }
    }
}
