package bookstore.catalog.search;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often each text was searched for since it was last told; at most some thousand texts. */
public final class Popularity {

    private static final int ROOM = 5000;

    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    /** Counts a search, if it is one that others may ask as well. */
    public void note(Search search) {
        if (search.isPlain() && (counts.size() < ROOM || counts.containsKey(search.text()))) {
            counts.merge(search.text(), 1L, Long::sum);
        }
    }

    /** The counts, which begin anew. */
    public Map<String, Long> drain() {
        var drained = Map.copyOf(counts);
        drained.forEach(
                (text, count) -> counts.computeIfPresent(text, (same, now) -> now > count ? now - count : null));
        return drained;
    }
}
