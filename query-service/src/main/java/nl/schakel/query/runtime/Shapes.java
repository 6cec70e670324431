package nl.schakel.query.runtime;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.schakel.ledger.tree.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which shape the kept views have: rows of another shape than today's are rebuilt, never read. */
public final class Shapes {

    private final JdbcClient jdbc;

    /** Reads and notes shapes through this source. */
    public Shapes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The views whose rows have another shape than today's. */
    public List<KeptView<?>> stale(Collection<? extends KeptView<?>> views) {
        return views.stream()
                .<KeptView<?>>map(view -> view)
                .filter(view -> !of(view).equals(noted(view).orElse("")))
                .toList();
    }

    /** From now on its rows have today's shape. */
    public void note(KeptView<?> view) {
        jdbc.sql(
                        """
                INSERT INTO query.shape (fold, shape) VALUES (?, ?)
                ON CONFLICT (fold) DO UPDATE SET shape = excluded.shape
                """)
                .params(view.name(), of(view))
                .update();
    }

    private Optional<String> noted(KeptView<?> view) {
        return jdbc.sql("SELECT shape FROM query.shape WHERE fold = ?")
                .param(view.name())
                .query(String.class)
                .optional();
    }

    /**
     * A short digest of all names and types that its rows are made of, and of the kinds of history
     * that it follows: with others, what it noted is not what it should have.
     */
    public static String of(KeptView<?> view) {
        var known = new LinkedHashMap<String, String>();
        describe(view.type(), known);
        var text = new StringBuilder();
        known.forEach((type, made) -> text.append(type).append(made).append('\n'));
        view.kinds().stream().sorted().forEach(kind -> text.append(kind).append('\n'));
        var digest = Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 8);
    }

    private static void describe(Type type, Map<String, String> known) {
        switch (type) {
            case ParameterizedType many -> {
                describe(many.getRawType(), known);
                Arrays.stream(many.getActualTypeArguments()).forEach(each -> describe(each, known));
            }
            case Class<?> ours when ours.getName().startsWith("nl.schakel.") -> {
                if (known.putIfAbsent(ours.getSimpleName(), "") == null) {
                    known.put(ours.getSimpleName(), made(ours));
                    parts(ours).forEach(part -> describe(part, known));
                }
            }
            default -> known.putIfAbsent(type.getTypeName(), "");
        }
    }

    private static String made(Class<?> type) {
        var fields =
                type.isRecord()
                        ? Arrays.stream(type.getRecordComponents())
                                .map(field -> field.getName() + ":" + field.getGenericType())
                        : Stream.<String>empty();
        var constants =
                type.isEnum()
                        ? Arrays.stream(type.getEnumConstants()).map(Object::toString)
                        : Stream.<String>empty();
        return Stream.concat(fields, constants).collect(Collectors.joining(", ", "(", ")"));
    }

    private static Stream<? extends Type> parts(Class<?> type) {
        var fields =
                type.isRecord()
                        ? Arrays.stream(type.getRecordComponents())
                                .map(field -> field.getGenericType())
                        : Stream.<Type>empty();
        var kinds =
                type.isSealed()
                        ? Arrays.stream(type.getPermittedSubclasses())
                        : Stream.<Type>empty();
        return Stream.concat(fields, kinds);
    }
}
