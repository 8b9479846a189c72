package bookstore.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The source code of rooms, measured: nothing of it is compiled, only parsed. */
record Sources(List<File> files, List<Method> methods) {

    /**
     * A source file.
     *
     * @param routes how often it says {@code from(}, {@code answer(}, {@code hear(} or {@code work(} at a line's start
     */
    record File(String path, int lines, long routes) {}

    /**
     * A method or constructor with a body.
     *
     * @param lines from the line of its name to that of its last brace
     */
    record Method(String file, String name, long lines) {}

    static Sources of(String... rooms) {
        var texts = Stream.of(rooms)
                .flatMap(room -> paths(Path.of(room, "src/main/java"), ".java"))
                .collect(Collectors.toMap(Path::toString, Sources::read, (one, other) -> one, TreeMap::new));
        return of(texts);
    }

    static Sources ofText(String text) {
        return of(Map.of("A.java", text));
    }

    private static Sources of(Map<String, String> texts) {
        var files = texts.entrySet().stream()
                .map(text ->
                        new File(text.getKey(), (int) text.getValue().lines().count(), routes(text.getValue())))
                .toList();
        return new Sources(files, parse(texts));
    }

    private static long routes(String text) {
        if (!text.matches("(?s).*extends \\w*(Routes|RouteBuilder) .*")) {
            return 0;
        }
        return text.lines()
                .map(String::strip)
                .filter(line -> line.matches("(from|answer|hear|work|reply)\\(.*"))
                .count();
    }

    private static List<Method> parse(Map<String, String> texts) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var units = texts.entrySet().stream()
                .map(text -> new Text(text.getKey(), text.getValue()))
                .toList();
        var task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, units);
        var lengths = new Lengths(Trees.instance(task));
        try {
            task.parse().forEach(unit -> lengths.scan(unit, unit));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lengths.methods;
    }

    /** The number of lines that so great a share of the files does not exceed. */
    int quantile(double share) {
        var sorted = files.stream().mapToInt(File::lines).sorted().toArray();
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /** Lines of the files of a folder itself, by their names. */
    static Map<String, Integer> lines(Path folder, String ending) {
        try (var found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), file ->
                            (int) read(file).lines().count()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> paths(Path folder, String ending) {
        try (var found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Text extends SimpleJavaFileObject {

        private final String text;

        Text(String path, String text) {
            super(URI.create("text:///" + path), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Lengths extends TreeScanner<@Nullable Void, CompilationUnitTree> {

        private final List<Method> methods = new ArrayList<>();
        private final Trees trees;

        Lengths(Trees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            if (method.getBody() != null) {
                var positions = trees.getSourcePositions();
                var lines = unit.getLineMap();
                var first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                var last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
                methods.add(new Method(
                        unit.getSourceFile().getName(), method.getName().toString(), last - first + 1));
            }
            return super.visitMethod(method, unit);
        }
    }
}
