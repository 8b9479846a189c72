package bookstore.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stops guessing: after five failures in a row nobody gets in under a name for a quarter of an hour, whether there is
 * somebody of that name or not. Kept in memory, since it is for the embedded issuer, which is one process; an external
 * issuer has its own.
 */
public final class Lockout {

    public static final int MOST_FAILURES = 5;
    public static final Duration LASTS = Duration.ofMinutes(15);

    /** So that inventing names does not fill the memory. */
    private static final int MOST_NAMES = 10_000;

    private record Failures(int count, Instant last) {}

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_NAMES;
        }
    };

    public Lockout(Clock clock) {
        this.clock = clock;
    }

    public synchronized boolean isLocked(String name) {
        return recent(name).count() >= MOST_FAILURES;
    }

    public synchronized void failed(String name) {
        var counted = new Failures(recent(name).count() + 1, clock.instant());
        failures.remove(name);
        failures.put(name, counted);
    }

    public synchronized void succeeded(String name) {
        failures.remove(name);
    }

    private Failures recent(String name) {
        var known = failures.get(name);
        var now = clock.instant();
        return known == null || known.last().plus(LASTS).isBefore(now) ? new Failures(0, now) : known;
    }
}
