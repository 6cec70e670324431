package nl.schakel.access.edge;

import java.util.List;
import java.util.Map;

/** Shows a problem to people, where a service has pages. */
public interface ProblemPage {

    /**
     * The whole page, in HTML.
     *
     * @param faults what is wrong with what was sent: {@code veld} and {@code melding} each
     */
    String of(String title, String detail, List<Map<String, String>> faults);
}
