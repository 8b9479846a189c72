package bookstore.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Asks the parts again and again, so that whoever wants to know is answered at once, also by a part that hangs. */
final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int THREADS = 2;

    /**
     * How a part was found.
     *
     * @param failure why it counts as away
     * @param since when that began
     */
    record Finding(Optional<String> failure, Instant since) {

        boolean isAway() {
            return failure.isPresent();
        }
    }

    private final List<Part> parts;
    private final Clock clock;
    private final Map<String, Finding> findings = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> complete = new CompletableFuture<>();
    private final ScheduledExecutorService timer;

    Watch(List<Part> parts, Clock clock, Duration every) {
        this.parts = parts;
        this.clock = clock;
        var threads = new CustomizableThreadFactory("watch-");
        threads.setDaemon(true);
        this.timer = Executors.newScheduledThreadPool(THREADS, threads);
        completeIfSo();
        parts.forEach(
                part -> timer.scheduleWithFixedDelay(() -> look(part), 0, every.toMillis(), TimeUnit.MILLISECONDS));
    }

    List<Part> parts() {
        return parts;
    }

    /** Empty until the part has been asked for the first time. */
    Optional<Finding> of(Part part) {
        return Optional.ofNullable(findings.get(part.name()));
    }

    /** Done as soon as all parts that nothing goes without have been there. */
    CompletableFuture<Void> complete() {
        return complete;
    }

    private void completeIfSo() {
        var isComplete = parts.stream().filter(Part::needed).allMatch(part -> of(part).filter(found -> !found.isAway())
                .isPresent());
        if (isComplete) {
            complete.complete(null);
        }
    }

    private void look(Part part) {
        var failure = ask(part);
        var before = findings.get(part.name());
        if (before != null && before.isAway() == failure.isPresent()) {
            return;
        }
        findings.put(part.name(), new Finding(failure, clock.instant()));
        failure.ifPresentOrElse(
                why -> LOG.atLevel(part.awaited() ? Level.INFO : Level.WARN)
                        .log("Part away part={} cause={}", part.name(), why),
                () -> LOG.info("Part there part={}", part.name()));
        completeIfSo();
    }

    private static Optional<String> ask(Part part) {
        try {
            part.check().run();
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
