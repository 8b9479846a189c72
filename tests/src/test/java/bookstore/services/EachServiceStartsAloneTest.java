package bookstore.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.Bookstore;
import bookstore.deploy.ClusterVariables;
import bookstore.edge.Browser;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A service needs no other in its process. */
class EachServiceStartsAloneTest {

    /** What every process has. */
    private static final Set<String> FRAME = Set.of("edge", "messaging", "operations");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "catalog",
                "basket",
                "ordering",
                "finance",
                "inventory",
                "notification",
                "identity",
                "chat",
                "analytics"
            })
    void a_service_starts_alone_as_in_a_cluster_with_its_own_routes_only(String service) {
        try (var context = new SpringApplicationBuilder(Bookstore.class)
                .initializers(new ClusterVariables(service))
                .run("--server.port=0", "--management.server.port=0")) {
            var groups = context.getBean(CamelContext.class).getRoutes().stream()
                    .map(Route::getGroup)
                    .filter(group -> group != null && !FRAME.contains(group))
                    .collect(Collectors.toSet());
            var port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            var management = context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);

            assertThat(groups).containsExactly(service);
            assertThat(new Browser(port).get("/api/openapi.json").status()).isEqualTo(200);
            await().atMost(Duration.ofMinutes(4))
                    .until(() ->
                            new Browser(management).get("/observe/health/ready").status() == 200);
        }
    }
}
