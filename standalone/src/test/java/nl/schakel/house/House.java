package nl.schakel.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The house as it stands: every module's production classes, sources and papers. */
final class House {

    /** The folder that holds all modules. */
    static final Path ROOT = root();

    /** The modules that production code lives in, in the order of the build. */
    static final List<String> MODULES =
            List.of(
                    "shared-events",
                    "ledger",
                    "person-vault",
                    "access",
                    "command-service",
                    "query-service",
                    "standalone");

    /** What measures them, built after this: read as sources only, for its size. */
    static final List<String> BESIDE = List.of("benchmarks");

    private static final List<String> EVERYTHING =
            Stream.concat(MODULES.stream(), BESIDE.stream()).toList();

    /** All production classes of our own. */
    static final JavaClasses CLASSES = new ClassFileImporter().importPaths(compiled());

    private House() {}

    /** The production classes that have a name of their own and are kept by this test. */
    static List<JavaClass> classes(Predicate<JavaClass> which) {
        return CLASSES.stream()
                .filter(c -> c.getPackageName().startsWith("nl.schakel"))
                .filter(which)
                .toList();
    }

    /** Whether the class, or what it stands in, is this one. */
    static boolean isOrStandsIn(JavaClass type, String name) {
        return type.getName().equals(name) || type.getName().startsWith(name + "$");
    }

    /** The simple name of the file that the class stands in. */
    static String file(JavaClass type) {
        var name = type.getName().substring(type.getPackageName().length() + 1);
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }

    /** Every call or method reference in a class, as {@code owner.method at place}. */
    static Stream<JavaCodeUnitAccess<?>> calls(JavaClass type) {
        return type.getCodeUnitAccessesFromSelf().stream();
    }

    /** The Java sources below {@code src/main/java} of all modules. */
    static List<Path> production() {
        return files(MODULES, "src/main/java", ".java");
    }

    /** The same, with those of what measures them. */
    static List<Path> sources() {
        return files(EVERYTHING, "src/main/java", ".java");
    }

    /** The Java sources below {@code src/test/java} of all modules, and of what measures them. */
    static List<Path> tests() {
        return files(EVERYTHING, "src/test/java", ".java");
    }

    /** The resources of all modules whose name ends like this. */
    static List<Path> resources(String ending) {
        return files(MODULES, "src/main/resources", ending);
    }

    /** The templates of the pages. */
    static List<Path> templates() {
        return files(MODULES, "src/main/jte", ".jte");
    }

    /** The text of a file. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a file is, as somebody would type it. */
    static String place(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static List<Path> files(List<String> modules, String folder, String ending) {
        return modules.stream()
                .map(module -> ROOT.resolve(module).resolve(folder))
                .filter(Files::isDirectory)
                .flatMap(House::walk)
                .filter(file -> file.toString().endsWith(ending))
                .sorted()
                .toList();
    }

    private static Stream<Path> walk(Path folder) {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Collection<Path> compiled() {
        return MODULES.stream()
                .map(module -> ROOT.resolve(module).resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList();
    }

    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("shared-events"))) {
            here = here.getParent();
        }
        return here;
    }
}
