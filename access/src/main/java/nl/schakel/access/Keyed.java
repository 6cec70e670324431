package nl.schakel.access;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Immutable maps that keep the order in which things happened. */
public final class Keyed {

    private Keyed() {}

    /** The map with one more entry, or with another value in the same place. */
    public static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        var all = new LinkedHashMap<>(map);
        all.put(key, value);
        return Collections.unmodifiableMap(all);
    }

    /** The map without that entry. */
    public static <K, V> Map<K, V> without(Map<K, V> map, K key) {
        var all = new LinkedHashMap<>(map);
        all.remove(key);
        return Collections.unmodifiableMap(all);
    }
}
