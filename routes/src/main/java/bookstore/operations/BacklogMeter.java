package bookstore.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One context's backlog as it was counted last: without a value where that failed, or is too long ago. */
final class BacklogMeter {

    private static final Logger LOG = LoggerFactory.getLogger(BacklogMeter.class);

    private final String context;
    private final Backlog backlog;
    private final long keptNanos;
    private final MultiGauge gauges;
    private volatile Map<Tags, Number> counted = Map.of();
    private volatile long countedAt;
    private boolean isKnown = true;

    /** @param kept how long a number is told while the database says nothing new */
    BacklogMeter(String context, Backlog backlog, Duration kept, MeterRegistry registry) {
        this.context = context;
        this.backlog = backlog;
        this.keptNanos = kept.toNanos();
        this.gauges = MultiGauge.builder(backlog.meter())
                .tag("context", context)
                .baseUnit(backlog.unit())
                .description(backlog.description())
                .register(registry);
    }

    /** Counts anew. */
    void look() {
        try {
            counted = Map.copyOf(backlog.counts().get(context).now());
            countedAt = System.nanoTime();
            isKnown = true;
        } catch (RuntimeException e) {
            counted = Map.of();
            LOG.atLevel(isKnown ? Level.INFO : Level.DEBUG)
                    .log("Backlog unknown meter={} context={} cause={}", backlog.meter(), context, e.getMessage());
            isKnown = false;
        }
        gauges.register(counted.keySet().stream().map(this::row).toList());
    }

    private Row<?> row(Tags tags) {
        return Row.of(tags, () -> number(tags));
    }

    private Number number(Tags tags) {
        var isOld = System.nanoTime() - countedAt > keptNanos;
        return isOld ? Double.NaN : counted.getOrDefault(tags, Double.NaN);
    }
}
