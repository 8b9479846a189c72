package bookstore.ordering;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Word in this process that an order has changed, for whoever waits for it. A change elsewhere is found by looking. */
public final class OrderChanges {

    private final Map<UUID, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();

    public void changed(UUID orderId) {
        var waiters = waiting.remove(orderId);
        if (waiters != null) {
            waiters.complete(null);
        }
    }

    /** The next change; to be taken before one looks at the order, so that none is missed in between. */
    public CompletableFuture<Void> next(UUID orderId) {
        return waiting.computeIfAbsent(orderId, id -> new CompletableFuture<>());
    }

    /** To be called by whoever waits no more, so that nothing is kept for it; others who wait look once in vain. */
    public void leave(UUID orderId) {
        changed(orderId);
    }

    /** Waits for a change that {@link #next} has promised, at most so long. */
    public static void await(CompletableFuture<Void> change, Duration atMost) {
        try {
            change.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // time to look for oneself: the change may have been made by another instance
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
