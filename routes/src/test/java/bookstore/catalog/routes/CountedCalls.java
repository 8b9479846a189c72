package bookstore.catalog.routes;

import bookstore.catalog.search.Search;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSendingEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Counts how often a route is called for a text that is searched for. */
final class CountedCalls extends EventNotifierSupport implements AutoCloseable {

    private final CamelContext camel;
    private final String endpoint;
    private final String query;
    private final AtomicInteger count = new AtomicInteger();

    CountedCalls(CamelContext camel, String route, String query) {
        this.camel = camel;
        this.endpoint = "direct://" + route;
        this.query = query;
        start();
        camel.getManagementStrategy().addEventNotifier(this);
    }

    int count() {
        return count.get();
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof ExchangeSendingEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        var sending = (ExchangeSendingEvent) event;
        var search = sending.getExchange().getVariable("search", Search.class);
        if (sending.getEndpoint().getEndpointUri().equals(endpoint)
                && search.text().equals(query)) {
            count.incrementAndGet();
        }
    }

    @Override
    public void close() {
        camel.getManagementStrategy().removeEventNotifier(this);
    }
}
