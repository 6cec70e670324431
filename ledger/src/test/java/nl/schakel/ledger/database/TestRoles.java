package nl.schakel.ledger.database;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How each role gets in to a database of the tests. */
public final class TestRoles {

    public static final Map<String, String> PASSWORDS = passwords();

    private TestRoles() {}

    private static Map<String, String> passwords() {
        var passwords = new HashMap<String, String>();
        List.of("append", "project", "web", "audit", "verify", "vault", "migrate")
                .forEach(role -> passwords.put(role, "test-" + role));
        return Map.copyOf(passwords);
    }
}
