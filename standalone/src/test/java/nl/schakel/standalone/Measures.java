package nl.schakel.standalone;

import java.util.List;
import org.springframework.context.ApplicationContext;

/** What a service tells Prometheus, read as Prometheus reads it. */
record Measures(List<String> lines) {

    static Measures of(ApplicationContext service) {
        var said = Wire.ask("GET", management(service) + "/actuator/prometheus", null);
        if (said.status() != 200) {
            throw new AssertionError("no measures: " + said);
        }
        return new Measures(said.text().lines().filter(line -> !line.startsWith("#")).toList());
    }

    /** Where a service tells how it is. */
    static String management(ApplicationContext service) {
        return "http://localhost:"
                + service.getEnvironment().getRequiredProperty("local.management.port");
    }

    /** The sum over all series of this name that bear all these labels. */
    double value(String name, String... labels) {
        return lines.stream()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .filter(line -> List.of(labels).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Whether there is any series of this name that bears all these labels. */
    boolean has(String name, String... labels) {
        return lines.stream()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .anyMatch(line -> List.of(labels).stream().allMatch(line::contains));
    }
}
