package nl.schakel.query.web.live;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import nl.schakel.access.NotThere;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The pages that stand open, and a look once a second at whose rows have moved: one question for
 * all of them. Whether somebody may see what moved is judged then, as for any other look; she is
 * told once, without a word of what it is, and asks again when she loads the page.
 */
final class Streams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    /** After this a browser asks anew, and is known anew. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    /**
     * So often a stream says that it is there: who left is noticed, and nothing between ends it.
     */
    private static final int LOOKS_A_SIGN = 20;

    private final JdbcClient heads;
    private final Queue<Open> open = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    Streams(JdbcClient heads) {
        this.heads = heads;
        this.thread = Thread.ofPlatform().name("pages-news").daemon().unstarted(this::run);
    }

    /**
     * A page that stands open.
     *
     * @param table of the view that it shows
     * @param key of the row
     * @param since the position that it shows
     * @param newest the newest position that its reader may see now; throws {@link NotThere} when
     *     it is not there for her any more
     */
    record Open(String table, UUID key, long since, LongSupplier newest, SseEmitter emitter) {}

    /** Opens a stream that ends with its one event, or after a while. */
    SseEmitter open(String table, UUID key, long since, LongSupplier newest) {
        var emitter = new SseEmitter(LIFE.toMillis());
        var page = new Open(table, key, since, newest, emitter);
        emitter.onCompletion(() -> open.remove(page));
        emitter.onTimeout(emitter::complete);
        sign(page);
        open.add(page);
        if (closing.getCount() == 0) {
            emitter.complete();
        }
        return emitter;
    }

    /** A line that no browser shows; the first one is what makes the answer begin. */
    private void sign(Open page) {
        try {
            page.emitter().send(SseEmitter.event().comment(""));
        } catch (IOException | IllegalStateException left) {
            open.remove(page);
        }
    }

    @Override
    public void start() {
        thread.start();
    }

    /** Before the server waits for what is still answered: a stream would let it wait for long. */
    @Override
    public void stop() {
        closing.countDown();
        open.forEach(page -> page.emitter().complete());
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    private void run() {
        try {
            for (int looks = 1; !closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS); looks++) {
                look();
                if (looks % LOOKS_A_SIGN == 0) {
                    open.forEach(this::sign);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            open.stream()
                    .collect(Collectors.groupingBy(Open::table))
                    .forEach(
                            (table, pages) -> {
                                var moved = positions(table, pages);
                                pages.forEach(page -> tell(page, moved.get(page.key())));
                            });
        } catch (RuntimeException away) {
            LOG.warn("open pages are not told what is new: {}", away.getClass().getName());
        }
    }

    private Map<UUID, Long> positions(String table, List<Open> pages) {
        return heads
                .sql("SELECT key, position FROM query.%s WHERE key = ANY(?)".formatted(table))
                .param(pages.stream().map(Open::key).distinct().toArray(UUID[]::new))
                .query((row, _) -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void tell(Open page, @Nullable Long position) {
        if (position == null || position <= page.since()) {
            return;
        }
        try {
            if (page.newest().getAsLong() > page.since()) {
                page.emitter().send(SseEmitter.event().name("nieuw").data("1"));
                page.emitter().complete();
            }
        } catch (NotThere notAnyMore) {
            page.emitter().complete();
        } catch (IOException | IllegalStateException left) {
            open.remove(page);
        } catch (RuntimeException notNow) {
            LOG.debug("this page is told later", notNow);
        }
    }
}
