package bookstore.operations;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Counts the backlogs again and again, so that whoever scrapes asks no database and is answered at once. Each context
 * has a thread of its own: a database that hangs leaves the others' numbers alone.
 */
final class BacklogMeters implements AutoCloseable {

    private static final int KEPT_FOR = 3;

    private final ScheduledExecutorService timer;

    BacklogMeters(List<Backlog> backlogs, MeterRegistry registry, Duration every) {
        var threads = new CustomizableThreadFactory("backlog-");
        threads.setDaemon(true);
        var byContext = byContext(backlogs, registry, every.multipliedBy(KEPT_FOR));
        this.timer = Executors.newScheduledThreadPool(byContext.size(), threads);
        byContext
                .values()
                .forEach(meters -> timer.scheduleWithFixedDelay(
                        () -> meters.forEach(BacklogMeter::look), 0, every.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static Map<String, List<BacklogMeter>> byContext(
            List<Backlog> backlogs, MeterRegistry registry, Duration kept) {
        var meters = new TreeMap<String, List<BacklogMeter>>();
        for (var backlog : backlogs) {
            for (var context : backlog.counts().keySet()) {
                meters.computeIfAbsent(context, none -> new ArrayList<>())
                        .add(new BacklogMeter(context, backlog, kept, registry));
            }
        }
        return meters;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
