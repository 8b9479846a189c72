package bookstore.catalog.routes;

import bookstore.catalog.search.ResultPage;
import bookstore.catalog.search.Search;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;

/** Searches that are under way. Who asks the same meanwhile waits for the answer instead of making it again. */
final class Flights {

    /** Variable of the exchange that makes the answer; the others do not have it. */
    static final String OWN = "flight";

    private static final long PATIENCE_SECONDS = 5;

    private final Map<Search, CompletableFuture<ResultPage>> open = new ConcurrentHashMap<>();

    void board(Exchange exchange) throws InterruptedException, ExecutionException {
        var flight = new CompletableFuture<ResultPage>();
        var other = open.putIfAbsent(SearchRequest.of(exchange), flight);
        if (other == null) {
            exchange.setVariable(OWN, flight);
        } else {
            join(exchange, other, flight);
        }
    }

    /** Whoever has waited long enough goes alone. */
    private static void join(
            Exchange exchange, CompletableFuture<ResultPage> other, CompletableFuture<ResultPage> alone)
            throws InterruptedException, ExecutionException {
        try {
            exchange.getMessage().setBody(other.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            exchange.setVariable(OWN, alone);
        }
    }

    /** Ends the flight with what came of it, or with the failure, which all share. */
    void land(Exchange exchange) {
        @SuppressWarnings("unchecked")
        CompletableFuture<ResultPage> flight = exchange.getVariable(OWN, CompletableFuture.class);
        var failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        open.remove(SearchRequest.of(exchange), flight);
        if (failure == null) {
            flight.complete(exchange.getMessage().getBody(ResultPage.class));
        } else {
            flight.completeExceptionally(failure);
        }
    }
}
