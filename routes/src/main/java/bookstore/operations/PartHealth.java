package bookstore.operations;

import java.util.LinkedHashMap;
import java.util.function.Predicate;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;

/** A part as the health page shows it: DOWN where it is needed, DEGRADED where it is missed. */
final class PartHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED", "works, but not as well as it should");

    private final Watch watch;
    private final Part part;

    private PartHealth(Watch watch, Part part) {
        this.watch = watch;
        this.part = part;
    }

    static CompositeHealthContributor of(Watch watch, Predicate<Part> which) {
        var indicators = new LinkedHashMap<String, HealthIndicator>();
        watch.parts().stream().filter(which).forEach(part -> indicators.put(part.name(), new PartHealth(watch, part)));
        return CompositeHealthContributor.fromMap(indicators);
    }

    @Override
    public Health health() {
        return watch.of(part)
                .map(finding -> finding.failure()
                        .map(why -> Health.status(part.needed() ? Status.DOWN : DEGRADED)
                                .withDetail("cause", why))
                        .orElseGet(Health::up)
                        .withDetail("since", finding.since().toString())
                        .build())
                .orElseGet(() -> Health.status(part.needed() ? Status.OUT_OF_SERVICE : Status.UNKNOWN)
                        .build());
    }
}
