package nl.schakel.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is too long to be read at once; what hurts is split by meaning. */
class SizesTest {

    private static final int FILE = 250;
    private static final int MEDIAN_FILE = 60;
    private static final int METHOD = 40;
    private static final int SHORT_METHOD = 20;
    private static final int LINE = 120;
    private static final int PACKAGE = 12;
    private static final int TEST_CLASS = 300;

    /** Rooms that hold more than a dozen files: how many at most, and why. */
    private static final Map<String, Integer> LARGER =
            Map.of(
                    "nl/schakel/events", 14, // one small record for each kind of id
                    "nl/schakel/access/edge",
                            14, // whoever calls, and whatever is told, in one place
                    "nl/schakel/ledger/folds", 14); // the runner shows itself, not its parts

    /** Rooms that hold one file, and why. */
    private static final Map<String, String> ALONE =
            Map.of(
                    "nl/schakel/command", "where the service starts; its rooms stand below",
                    "nl/schakel/query", "where the service starts; its rooms stand below",
                    "nl/schakel/events/account",
                            "one vocabulary; every history has a room of its own",
                    "nl/schakel/events/contact",
                            "one vocabulary; every history has a room of its own",
                    "nl/schakel/standalone/login",
                            "a provider for the demo, far from everything else");

    @Test
    void a_production_file_has_at_most_250_lines() {
        assertThat(longerThan(FILE, House.sources())).as("Split it by meaning.").isEmpty();
    }

    @Test
    void a_test_class_has_at_most_300_lines() {
        assertThat(longerThan(TEST_CLASS, House.tests()))
                .as("Split it by what it tells.")
                .isEmpty();
    }

    @Test
    void half_of_the_production_files_fit_on_one_screen() {
        var lengths = House.sources().stream().mapToLong(SizesTest::lines).sorted().toArray();
        assertThat(lengths[lengths.length / 2])
                .as("The median of %s files; make the long ones fewer.", lengths.length)
                .isLessThanOrEqualTo(MEDIAN_FILE);
    }

    @Test
    void a_method_has_at_most_40_lines() {
        var longer =
                Measured.methods(House.sources()).stream()
                        .filter(method -> method.lines() > METHOD);
        assertThat(longer).as("Give its parts a name.").isEmpty();
    }

    @Test
    void nineteen_of_twenty_methods_have_at_most_20_lines() {
        var methods = Measured.methods(House.sources());
        var longer = methods.stream().filter(method -> method.lines() > SHORT_METHOD).toList();
        assertThat(longer.size() * 20)
                .as("Of %s methods these are longer than 20 lines: %s", methods.size(), longer)
                .isLessThanOrEqualTo(methods.size());
    }

    @Test
    void a_line_has_at_most_120_characters() {
        var longer =
                Stream.concat(House.sources().stream(), House.tests().stream())
                        .flatMap(SizesTest::longLines);
        assertThat(longer).as("Break it where it says something new.").isEmpty();
    }

    @Test
    void a_room_holds_two_to_twelve_files() {
        var wrong =
                rooms().entrySet().stream()
                        .filter(room -> !fits(room.getKey(), room.getValue()))
                        .map(room -> room.getKey() + " holds " + room.getValue());
        assertThat(wrong)
                .as("Split the room by meaning, or let what stands alone move in where it is used.")
                .isEmpty();
    }

    private static Map<String, Long> rooms() {
        return House.sources().stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .map(Path::getParent)
                .collect(Collectors.groupingBy(SizesTest::room, Collectors.counting()));
    }

    private static boolean fits(String room, long files) {
        return files <= LARGER.getOrDefault(room, PACKAGE)
                && (files >= 2 || ALONE.containsKey(room));
    }

    private static String room(Path folder) {
        var place = folder.toString();
        return place.substring(place.indexOf("nl/schakel"));
    }

    private static Stream<String> longerThan(int most, List<Path> files) {
        return files.stream()
                .filter(file -> lines(file) > most)
                .map(file -> House.place(file) + ": " + lines(file) + " lines");
    }

    private static Stream<String> longLines(Path file) {
        var lines = House.text(file).lines().toList();
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).length() > LINE)
                .mapToObj(i -> House.place(file) + ":" + (i + 1));
    }

    private static long lines(Path file) {
        return House.text(file).lines().count();
    }
}
