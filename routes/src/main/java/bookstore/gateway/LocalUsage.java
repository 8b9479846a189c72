package bookstore.gateway;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts in this process. What is older than two windows is forgotten; beyond a number of callers all others share. */
final class LocalUsage implements Usage {

    private static final int MOST_CALLERS = 100_000;
    private static final String OTHERS = "others";

    private record Count(AtomicLong requests, long until) {}

    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final AtomicLong nextSweep = new AtomicLong();

    @Override
    public long add(String key, long windowMillis) {
        var now = System.currentTimeMillis();
        sweep(now, windowMillis);
        var counted = counts.size() < MOST_CALLERS || counts.containsKey(key) ? key : OTHERS;
        return counts.computeIfAbsent(counted, unknown -> new Count(new AtomicLong(), now + windowMillis))
                .requests()
                .incrementAndGet();
    }

    private void sweep(long now, long windowMillis) {
        var due = nextSweep.get();
        if (now >= due && nextSweep.compareAndSet(due, now + windowMillis)) {
            counts.values().removeIf(count -> count.until() < now);
        }
    }
}
