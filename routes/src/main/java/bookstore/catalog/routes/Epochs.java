package bookstore.catalog.routes;

import bookstore.shared.Ids;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.component.redis.RedisConstants;

/**
 * The states of the catalogue, as far as pages of results depend on it: an epoch ends when what is known is no longer
 * true, an edition when there is more. Each has a name that no other ever has, so that a Redis that was emptied, or has
 * lost the last moments, brings no old page back.
 */
final class Epochs {

    private final Ids ids;
    private final AtomicBoolean due = new AtomicBoolean();

    Epochs(Ids ids) {
        this.ids = ids;
    }

    void next(Exchange exchange) {
        name(exchange, PageCache.EPOCH_KEY);
    }

    void nextEdition(Exchange exchange) {
        name(exchange, PageCache.EDITION_KEY);
    }

    private void name(Exchange exchange, String state) {
        exchange.getMessage().setHeader(RedisConstants.COMMAND, "SET");
        exchange.getMessage().setHeader(RedisConstants.KEY, state);
        exchange.getMessage().setHeader(RedisConstants.VALUE, ids.next().toString());
    }

    /** What could not be said now is said later. */
    void note(Exchange exchange) {
        if (PageCache.isAway(exchange)) {
            due.set(true);
        }
    }

    /** Whether an epoch is still to begin; whoever asks begins it. */
    boolean isDue(Exchange exchange) {
        return due.getAndSet(false);
    }
}
