package bookstore.catalog.routes;

import bookstore.catalog.search.BookSearch;
import bookstore.catalog.search.Nearby;
import bookstore.catalog.search.QueryVectors;
import bookstore.catalog.search.VectorStore;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.qdrant.client.grpc.Points.ScoredPoint;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes to the model and to Qdrant, and what comes back. */
final class Meanings {

    private static final Logger LOG = LoggerFactory.getLogger(Meanings.class);

    private final QueryVectors vectors;
    private final BookSearch search;
    private final VectorStore store;
    private volatile boolean indexed;

    Meanings(QueryVectors vectors, BookSearch search, VectorStore store) {
        this.vectors = vectors;
        this.search = search;
        this.store = store;
    }

    void understand(Exchange exchange) {
        exchange.getMessage().setBody(vectors.of(search.meant(SearchRequest.of(exchange))));
    }

    /** Whether the store has been filled; until then it is not asked, since it would call that an error. */
    boolean haveIndex(Exchange exchange) {
        if (!indexed) {
            indexed = store.published().isPresent();
        }
        return indexed;
    }

    void read(Exchange exchange) {
        exchange.getMessage().setBody(search.byMeaning(nearest(exchange)));
    }

    void missing(Exchange exchange) {
        var cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (!(cause instanceof CallNotPermittedException)) {
            LOG.warn("Searched without the meaning cause={}", String.valueOf(cause));
        }
        store.reconnect();
        leaveOut(exchange);
    }

    void leaveOut(Exchange exchange) {
        exchange.getMessage().setBody(search.withoutMeaning(SearchRequest.of(exchange)));
    }

    /** The answer of Qdrant, which is not believed: what is no book of ours is passed over. */
    static List<Nearby> nearest(Exchange exchange) {
        List<?> points = exchange.getMessage().getBody(List.class);
        return points.stream()
                .map(ScoredPoint.class::cast)
                .filter(point -> point.getId().hasUuid() && Float.isFinite(point.getScore()))
                .map(point -> new Nearby(UUID.fromString(point.getId().getUuid()), point.getScore()))
                .toList();
    }
}
