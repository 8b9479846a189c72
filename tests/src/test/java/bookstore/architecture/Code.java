package bookstore.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** The compiled shop, and the words in which the rules speak of its parts. */
final class Code {

    /** Packages directly below {@code bookstore} that are no context. */
    private static final Set<String> NO_CONTEXT =
            Set.of("", "shared", "edge", "messaging", "saga", "gateway", "embedded", "operations");

    /** Adapters to a system outside the shop, which a Kamelet names and so must be able to see. */
    private static final Set<String> NAMED_BY_KAMELETS = Set.of("simulator", "stripe");

    /** Packages in which a context meets a technology. */
    private static final Set<String> ADAPTERS =
            Set.of("postgres", "redis", "smtp", "onnx", "qdrant", "feeds", "mustache", "tokens", "simulator", "stripe");

    private static final Set<String> OUTSIDE = Set.of("routes", "saga");
    private static final String[] COUNTER_EXAMPLES = {"bookstore.wrong", "bookstore.stranger"};

    /** What runs in production. */
    static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("bookstore");

    /** The tests of every room too. */
    static final JavaClasses ALL = new ClassFileImporter()
            .importPaths(outputs())
            .that(describe("are not wrong on purpose", type -> !inAnyOf(type, COUNTER_EXAMPLES)));

    /** What is wrong on purpose. */
    static final JavaClasses WRONG = new ClassFileImporter().importPackages(COUNTER_EXAMPLES);

    static final DescribedPredicate<JavaClass> DOMAIN = describe(
            "are domain", type -> area(type).equals("shared") ? part(type).isEmpty() : isDomain(type));

    static final DescribedPredicate<JavaClass> ROUTES_OR_SAGA =
            describe("are routes or sagas of a context", type -> isContext(type) && OUTSIDE.contains(part(type)));

    static final DescribedPredicate<JavaClass> HIDDEN = describe(
            "are adapters, routes or sagas",
            type -> isContext(type) && !isDomain(type) && !NAMED_BY_KAMELETS.contains(part(type)));

    private Code() {}

    private static boolean isDomain(JavaClass type) {
        return isContext(type) && !ADAPTERS.contains(part(type)) && !OUTSIDE.contains(part(type));
    }

    private static boolean isContext(JavaClass type) {
        return !NO_CONTEXT.contains(area(type));
    }

    /** {@code ordering} of {@code bookstore.ordering.postgres}. */
    private static String area(JavaClass type) {
        return word(type, 1);
    }

    /** {@code postgres} of {@code bookstore.ordering.postgres}. */
    private static String part(JavaClass type) {
        return word(type, 2);
    }

    private static String word(JavaClass type, int number) {
        var words = type.getPackageName().split("\\.");
        return words[0].equals("bookstore") && words.length > number ? words[number] : "";
    }

    private static boolean inAnyOf(JavaClass type, String... packages) {
        return Stream.of(packages).anyMatch(name -> (type.getPackageName() + ".").startsWith(name + "."));
    }

    private static Path[] outputs() {
        return Stream.of("beans", "saga", "routes", "embedded", "tests")
                .map(room -> Path.of(room, "target"))
                .flatMap(target -> Stream.of(target.resolve("classes"), target.resolve("test-classes")))
                .filter(Files::isDirectory)
                .toArray(Path[]::new);
    }
}
