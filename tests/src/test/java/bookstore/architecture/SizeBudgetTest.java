package bookstore.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.architecture.Sources.Method;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What does not fit on a screen is not read. */
class SizeBudgetTest {

    private static final Sources SOURCES = Sources.of("beans", "saga", "routes", "embedded");
    private static final int CONFIGURE = 50;

    @Test
    void a_java_file_is_short() {
        assertThat(SOURCES.files()).hasSizeGreaterThan(100);
        assertThat(SOURCES.files())
                .filteredOn(file -> file.lines() > 150)
                .as("files of more than 150 lines")
                .isEmpty();
        assertThat(SOURCES.quantile(0.5)).as("median").isLessThanOrEqualTo(50);
        assertThat(SOURCES.quantile(0.9)).as("nine of ten").isLessThanOrEqualTo(120);
    }

    @Test
    void a_method_fits_on_half_a_screen() {
        assertThat(SOURCES.methods()).hasSizeGreaterThan(500);
        assertThat(SOURCES.methods())
                .filteredOn(method -> method.lines() > budgetOf(method))
                .as("methods that are too long")
                .isEmpty();
    }

    @Test
    void a_route_builder_has_one_topic() {
        assertThat(SOURCES.files())
                .filteredOn(file -> file.routes() > 5)
                .as("builders of more than five routes")
                .isEmpty();
    }

    @Test
    void a_kamelet_fits_on_a_screen() {
        var kamelets = Sources.lines(Path.of("kamelets"), ".kamelet.yaml");

        assertThat(kamelets)
                .isNotEmpty()
                .allSatisfy((kamelet, lines) -> assertThat(lines).as(kamelet).isLessThanOrEqualTo(100));
    }

    @Test
    void a_build_file_lists_and_does_not_program() {
        assertThat(Sources.lines(Path.of("."), "pom.xml")).containsKey("pom.xml");
        assertThat(Sources.lines(Path.of("."), "pom.xml").get("pom.xml")).isLessThanOrEqualTo(220);
        assertThat(Sources.lines(Path.of("."), "README.md").get("README.md")).isLessThanOrEqualTo(180);
        for (var room : List.of("beans", "saga", "routes", "embedded", "tests")) {
            assertThat(Sources.lines(Path.of(room), "pom.xml").get("pom.xml"))
                    .as(room)
                    .isLessThanOrEqualTo(120);
        }
    }

    @Test
    void the_budgets_find_what_is_too_long() {
        var sources = Sources.ofText("class A { void m() {" + "\nint a;".repeat(30) + "\n} }");

        assertThat(sources.methods()).extracting(Method::lines).containsExactly(32L);
    }

    private static int budgetOf(Method method) {
        return List.of("configure", "routes", "operations", "listeners").contains(method.name()) ? CONFIGURE : 26;
    }
}
