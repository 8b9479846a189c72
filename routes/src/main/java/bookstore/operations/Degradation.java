package bookstore.operations;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is degraded now, in words that a shopper's page can show. */
final class Degradation {

    private static final String OTHERWISE = "Something takes longer than usual";

    /** A numbered breaker stands before one of several instances; the others answer. */
    private static final Pattern ONE_OF_SEVERAL = Pattern.compile(".*-\\d+");

    private final Watch watch;
    private final CircuitBreakerRegistry breakers;
    private final Map<String, String> words;

    Degradation(Watch watch, CircuitBreakerRegistry breakers, Map<String, String> words) {
        this.watch = watch;
        this.breakers = breakers;
        this.words = words;
    }

    /** @param status {@code OK} or {@code DEGRADED} */
    record Report(String status, List<Item> degraded) {}

    /** @param message what a shopper notices of it */
    record Item(String part, String message) {}

    Report report() {
        var away = watch.parts().stream()
                .filter(part -> watch.of(part).filter(Watch.Finding::isAway).isPresent())
                .map(Part::name)
                .map(name -> name.startsWith("postgres-") ? "database" : name);
        var open = breakers.getAllCircuitBreakers().stream()
                .filter(BreakerHealth::isOpen)
                .map(CircuitBreaker::getName)
                .filter(name -> !ONE_OF_SEVERAL.matcher(name).matches());
        var items = Stream.concat(away, open)
                .distinct()
                .sorted()
                .map(name -> new Item(name, words.getOrDefault(name, OTHERWISE)))
                .toList();
        return new Report(items.isEmpty() ? "OK" : "DEGRADED", items);
    }
}
