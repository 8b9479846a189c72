package bookstore.deploy;

import bookstore.edge.Browser;
import java.util.Arrays;
import java.util.List;

/** The page that Prometheus scrapes. */
final class Metrics {

    private final List<String> lines;

    private Metrics(List<String> lines) {
        this.lines = lines;
    }

    static Metrics of(Browser desk) {
        return new Metrics(desk.get("/observe/metrics")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList());
    }

    List<String> names() {
        return lines.stream().map(line -> line.split("[{ ]")[0]).distinct().toList();
    }

    /**
     * The sum of all series of a name that have these labels; NaN if there is none.
     *
     * @param labels such as {@code kind="MAIL_MISSING"}
     */
    double sum(String name, String... labels) {
        return lines.stream()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .reduce(Double::sum)
                .orElse(Double.NaN);
    }
}
