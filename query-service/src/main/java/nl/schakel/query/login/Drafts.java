package nl.schakel.query.login;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.access.edge.Visitor;
import nl.schakel.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What somebody had filled in when her session turned out to be over: covered, for an hour, for the
 * same login alone. Only who was shown a form can leave one here.
 */
public final class Drafts {

    /** The field by which a form says whose it is. */
    public static final String WHOSE = "wie";

    /** How the name of the cookie ends that says which draft is hers. */
    public static final String COOKIE = "Concept";

    private static final String COVER = "draft";
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int LARGEST = 40_000;

    private final JdbcClient rows;
    private final Vault vault;
    private final InstantSource clock;

    Drafts(JdbcClient rows, Vault vault, InstantSource clock) {
        this.rows = rows;
        this.vault = vault;
        this.clock = clock;
    }

    /** What a form says of whose it is; empty when nobody is logged in. */
    public String whose() {
        return me().map(login -> base64(covered(login.toString()))).orElse("");
    }

    /** Keeps a form that came too late; none when it is not ours, or too large. */
    Optional<UUID> keep(String path, Map<String, String> fields, String whose) {
        var login = login(whose);
        var text = written(fields);
        if (login.isEmpty() || text.length() > LARGEST) {
            return Optional.empty();
        }
        var now = clock.instant();
        var id = UUID.randomUUID();
        rows.sql("DELETE FROM pages.draft WHERE until < ?").param(Timestamp.from(now)).update();
        rows.sql("INSERT INTO pages.draft (id, login, path, fields, until) VALUES (?, ?, ?, ?, ?)")
                .params(id, login.get(), path, covered(text), Timestamp.from(now.plus(KEPT)))
                .update();
        return Optional.of(id);
    }

    /** What was kept for who is logged in, once; none for anybody else, or on another page. */
    public Optional<Map<String, String>> take(UUID id, String path) {
        return me().flatMap(
                        login ->
                                rows.sql(
                                                """
                                                DELETE FROM pages.draft WHERE id = ? AND login = ? AND path = ?
                                                AND until > ? RETURNING fields
                                                """)
                                        .params(id, login, path, Timestamp.from(clock.instant()))
                                        .query((row, _) -> row.getBytes(1))
                                        .optional())
                .map(covered -> read(uncovered(covered)));
    }

    private static Optional<UUID> me() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Visitor visitor
                ? Optional.of(visitor.login())
                : Optional.empty();
    }

    private Optional<UUID> login(String whose) {
        try {
            return Optional.of(UUID.fromString(uncovered(Base64.getUrlDecoder().decode(whose))));
        } catch (IllegalArgumentException | IllegalStateException notOurs) {
            return Optional.empty();
        }
    }

    private byte[] covered(String text) {
        return vault.cover(COVER, text.getBytes(StandardCharsets.UTF_8));
    }

    private String uncovered(byte[] covered) {
        return new String(vault.uncover(COVER, covered), StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String written(Map<String, String> fields) {
        var all = new LinkedMultiValueMap<String, String>();
        fields.forEach((name, value) -> all.add(code(name), code(value)));
        return UriComponentsBuilder.newInstance().queryParams(all).build(true).getQuery() + "";
    }

    private static Map<String, String> read(String text) {
        var fields = new LinkedHashMap<String, String>();
        UriComponentsBuilder.newInstance()
                .query(text)
                .build()
                .getQueryParams()
                .forEach((name, values) -> fields.put(plain(name), plain(values.getFirst() + "")));
        return fields;
    }

    private static String code(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    private static String plain(String coded) {
        return UriUtils.decode(coded, StandardCharsets.UTF_8);
    }
}
