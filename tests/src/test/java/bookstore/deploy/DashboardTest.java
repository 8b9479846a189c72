package bookstore.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.awaitility.Awaitility.await;

import bookstore.edge.Browser;
import bookstore.stories.Shop;
import bookstore.stories.WholeShop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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
    private static final String SEARCHES = "bookstore_catalog_searches_answered_total";

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

    @Test
    void searches_are_counted_by_what_the_cache_had() {
        await().atMost(Shop.PATIENCE)
                .until(() -> desk.get("/observe/health/ready").status() == 200);
        var before = Metrics.of(desk);
        var states = new ArrayList<String>();
        await().atMost(Shop.PATIENCE).until(() -> states.contains("hit") || !states.add(search()));

        var after = Metrics.of(desk);
        for (var state : List.of("hit", "miss", "stale")) {
            assertThat(searches(after, state) - searches(before, state))
                    .as(state)
                    .isEqualTo(Collections.frequency(states, state));
        }
        assertThat(after.sum("bookstore_catalog_cache_hit_ratio"))
                .isEqualTo(1 - searches(after, "miss") / after.sum(SEARCHES), offset(1e-9));
    }

    private String search() {
        return shopper.get("/api/books/search?q=a+book+about+dashboards")
                .header("X-Cache")
                .toLowerCase(Locale.ROOT);
    }

    private static double searches(Metrics metrics, String state) {
        return metrics.sum(SEARCHES, "cache=\"" + state + "\"");
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
        await().atMost(Shop.PATIENCE)
                .untilAsserted(() -> assertThat(Metrics.of(desk).names()).containsAll(asked));
    }
}
