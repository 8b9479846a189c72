package bookstore.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.edge.Browser;
import bookstore.stories.WholeShop;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What dashboards and alerts ask for is what the shop tells. */
@WholeShop
class DashboardTest {

    /** A name of a metric stands before a selector, a range or the end; functions stand before a bracket. */
    private static final Pattern METRIC = Pattern.compile("\\b([a-z][a-z0-9]*(?:_[a-z0-9]+)+)(?=[{\\[)\\s\"])");

    private static final Set<String> WORDS = Set.of("histogram_quantile");

    private final Browser shopper;
    private final Browser desk;

    DashboardTest(@LocalServerPort int port, @LocalManagementPort int managementPort) {
        this.shopper = new Browser(port);
        this.desk = new Browser(managementPort);
    }

    @Test
    void metrics_of_the_dashboard_are_told() {
        shopper.get("/api/status");

        assertTold("deploy/grafana/dashboards/bookstore.json");
    }

    @Test
    void metrics_of_the_alerts_are_told() {
        shopper.get("/api/status");

        assertTold("deploy/prometheus/alerts.yml");
    }

    private void assertTold(String file) {
        var asked = METRIC.matcher(Yaml.read(Path.of(file))
                        .lines()
                        .filter(line -> line.contains("\"expr\"") || !file.endsWith(".json"))
                        .collect(Collectors.joining("\n")))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !WORDS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(asked).hasSizeGreaterThan(5);
        await().untilAsserted(() -> assertThat(told()).containsAll(asked));
    }

    private Set<String> told() {
        return desk.get("/observe/metrics")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toSet());
    }
}
