package nl.schakel.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;

/**
 * What the sources say in quotes.
 *
 * @param all every string literal and text block, with the file that says it
 * @param faults the keys, below {@code fout.}, of what can be wrong with what was sent
 * @param unworded constraints that leave their key to {@code ValidationMessages}
 */
record Literals(List<Said> all, Set<String> faults, Set<String> unworded) {

    /** A literal, and where it stands. */
    record Said(String file, String text) {}

    /** Reads these sources as the compiler does. */
    static Literals of(List<Path> sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new Literals(new ArrayList<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjectsFromPaths(sources);
            var options = List.of("-proc:none");
            var task = (JavacTask) compiler.getTask(null, files, null, options, null, units);
            for (var unit : task.parse()) {
                new Reading(unit, found).scan(unit, null);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a literal says exactly this. */
    boolean says(String text) {
        return all.stream().anyMatch(said -> said.text().equals(text));
    }

    private static final class Reading extends TreeScanner<Void, Void> {

        private final String file;
        private final Set<String> constraints = new LinkedHashSet<>();
        private final Literals found;

        private Reading(CompilationUnitTree unit, Literals found) {
            this.file = House.place(Path.of(unit.getSourceFile().toUri()));
            this.found = found;
            unit.getImports().stream()
                    .map(one -> one.getQualifiedIdentifier().toString())
                    .filter(name -> name.startsWith("jakarta.validation.constraints."))
                    .forEach(name -> constraints.add(last(name)));
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text) {
                found.all().add(new Said(file, text));
            }
            return super.visitLiteral(literal, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            var name = last(made.getIdentifier().toString());
            var arguments = made.getArguments();
            if ((name.equals("Invalid") || name.equals("Fault")) && arguments.size() == 2) {
                found.faults().addAll(texts(arguments.get(1)));
            }
            return super.visitNewClass(made, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getMethodSelect().toString().equals("broken")) {
                found.faults().addAll(texts(call.getArguments().getLast()));
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getName().contentEquals("message") && method.getDefaultValue() != null) {
                found.faults().addAll(texts(method.getDefaultValue()));
            }
            return super.visitMethod(method, nothing);
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
            var name = annotation.getAnnotationType().toString();
            if (constraints.contains(name)) {
                var words = annotation.getArguments().stream().filter(Reading::isMessage).toList();
                words.forEach(word -> found.faults().addAll(texts(word)));
                if (words.isEmpty()) {
                    found.unworded().add(name);
                }
            }
            return super.visitAnnotation(annotation, nothing);
        }

        private static String last(String name) {
            return name.substring(name.lastIndexOf('.') + 1);
        }

        private static boolean isMessage(ExpressionTree argument) {
            return argument instanceof AssignmentTree set
                    && set.getVariable().toString().equals("message");
        }

        private static List<String> texts(Tree tree) {
            var texts = new ArrayList<String>();
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitLiteral(LiteralTree literal, Void nothing) {
                    if (literal.getValue() instanceof String text) {
                        texts.add(text);
                    }
                    return null;
                }
            }.scan(tree, null);
            return texts;
        }
    }
}
