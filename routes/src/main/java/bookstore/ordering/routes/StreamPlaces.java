package bookstore.ordering.routes;

import bookstore.shared.Refusal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.SynchronizationAdapter;

/** Places for streams of events, of which each caller has a few: otherwise one of them could take the whole lane. */
final class StreamPlaces {

    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final int most;

    /** @param most places of one caller in this process */
    StreamPlaces(int most) {
        this.most = most;
    }

    /**
     * Takes a place, which is free again when the request is done with.
     *
     * @throws Refusal if the caller has none left
     */
    Synchronization take(String caller) {
        if (taken.merge(caller, 1, Integer::sum) > most) {
            free(caller);
            throw new Refusal(
                    Refusal.Kind.TOO_MANY,
                    "too-many-streams",
                    "So many orders are watched at once, and no more",
                    Map.of("Retry-After", 5));
        }
        return new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange exchange) {
                free(caller);
            }
        };
    }

    private void free(String caller) {
        taken.computeIfPresent(caller, (name, count) -> count == 1 ? null : count - 1);
    }
}
