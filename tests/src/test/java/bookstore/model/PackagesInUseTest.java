package bookstore.model;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.stories.WholeShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.model.CircuitBreakerDefinition;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.apache.camel.spring.boot.SpringBootCamelContext;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each package that the shop was asked to be built on does a part of its work; {@code docs/packages.md} says which. */
@WholeShop
class PackagesInUseTest {

    private final CamelContext camel;

    PackagesInUseTest(@Autowired CamelContext camel) {
        this.camel = camel;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring-rabbitmq",
                "rest-openapi",
                "jdbc",
                "langchain4j-chat",
                "qdrant",
                "spring-redis",
                "kamelet"
            })
    void a_component_has_endpoints(String component) {
        assertThat(schemes()).contains(component);
    }

    @Test
    void circuit_breakers_of_resilience4j_stand_in_routes() {
        assertThat(RouteModel.of(camel).routes())
                .filteredOn(route -> RouteModel.steps(route, CircuitBreakerDefinition.class)
                        .findAny()
                        .isPresent())
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void the_context_is_spring_boots_and_traced_by_opentelemetry() {
        assertThat(camel).isInstanceOf(SpringBootCamelContext.class);
        assertThat(camel.hasService(OpenTelemetryTracer.class)).isNotNull();
    }

    @Test
    void the_tests_are_those_of_camel_for_spring() {
        assertThat(WholeShop.class.isAnnotationPresent(CamelSpringBootTest.class))
                .isTrue();
    }

    @Test
    void the_document_tells_of_each() throws IOException {
        assertThat(Files.readString(Path.of("docs/packages.md")))
                .contains(
                        "camel-spring-boot",
                        "camel-spring-rabbitmq",
                        "camel-rest",
                        "camel-jdbc",
                        "camel-resilience4j",
                        "camel-langchain4j-chat",
                        "camel-qdrant",
                        "camel-spring-redis",
                        "camel-opentelemetry2",
                        "camel-test-spring-junit5");
    }

    private Set<String> schemes() {
        return camel.getEndpoints().stream()
                .map(endpoint -> endpoint.getEndpointBaseUri().split(":")[0])
                .collect(Collectors.toSet());
    }
}
