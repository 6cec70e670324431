package nl.schakel.ledger.folds;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.schakel.ledger.Recorded;

/**
 * Folds that take facts in in one order: one look at how far they are, one note and one token serve
 * all of them.
 *
 * @param order of all of them
 * @param folds at least one
 */
record Together(Fold.Order order, List<Fold> folds) {

    /** These folds, those of one order together. */
    static List<Together> of(List<Fold> folds) {
        return folds.stream().collect(Collectors.groupingBy(Fold::order)).entrySet().stream()
                .map(entry -> new Together(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /** All kinds of history that any of these folds follows; none named is all. */
    static Set<String> kinds(List<Fold> folds) {
        return folds.stream().anyMatch(fold -> fold.kinds().isEmpty())
                ? Fold.ALL_KINDS
                : folds.stream()
                        .flatMap(fold -> fold.kinds().stream())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The name of its token. It says who keeps step by it, so that who comes new reads the ledger
     * from its beginning; what the others took in already passes them by.
     */
    String name() {
        return names().stream().sorted().collect(Collectors.joining("+"));
    }

    /** Whether any of them follows the history of this fact. */
    boolean follow(Recorded recorded) {
        return folds.stream().anyMatch(fold -> fold.follows(recorded));
    }

    List<String> names() {
        return folds.stream().map(Fold::name).toList();
    }

    /** The tables that nobody may put others in the place of while these take in. */
    List<String> tables() {
        return folds.stream().map(Fold::table).flatMap(Optional::stream).sorted().toList();
    }

    /** Facts that came together, for one of these folds. */
    record Batch(Fold fold, List<Recorded> facts) {}
}
