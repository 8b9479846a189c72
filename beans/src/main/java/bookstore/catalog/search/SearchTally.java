package bookstore.catalog.search;

import bookstore.catalog.events.SearchesCounted;
import bookstore.catalog.events.SearchesCounted.Count;
import bookstore.shared.Teller;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was looked for and whether it was found, added up until it is told; at most some thousand texts. */
public final class SearchTally {

    private static final int ROOM = 5000;

    private record Times(long all, long withoutResults) {

        Times plus(Times more) {
            return new Times(all + more.all, withoutResults + more.withoutResults);
        }
    }

    private final Clock clock;
    private Map<String, Times> counts = new HashMap<>();

    public SearchTally(Clock clock) {
        this.clock = clock;
    }

    /** Counts a search by text; only its first page, or who turns pages would count as many. */
    public synchronized void note(Search search, long found) {
        if (search.hasText() && search.page() == 1 && (counts.size() < ROOM || counts.containsKey(search.text()))) {
            counts.merge(search.text(), new Times(1, found == 0 ? 1 : 0), Times::plus);
        }
    }

    /** Tells what was counted, in the caller's transaction, and begins anew. */
    public void tell(Teller teller) {
        var told = drain();
        if (!told.isEmpty()) {
            var now = clock.instant();
            teller.tell(new SearchesCounted(now.truncatedTo(ChronoUnit.HOURS), told, now));
        }
    }

    private synchronized List<Count> drain() {
        var drained = new ArrayList<Count>();
        counts.forEach((text, times) -> drained.add(new Count(text, times.all(), times.withoutResults())));
        counts = new HashMap<>();
        return drained;
    }
}
