package nl.schakel.standalone.story;

/**
 * Where everything listens, as a client writes it.
 *
 * @param query where questions are answered
 * @param command where commands are taken
 * @param login where tokens are given
 */
public record Addresses(String query, String command, String login) {

    /** All three on this machine, by their ports. */
    public static Addresses onLoopback(int query, int command, int login) {
        return new Addresses(local(query), local(command), local(login));
    }

    private static String local(int port) {
        return "http://localhost:" + port;
    }
}
