package bookstore.catalog.routes;

import bookstore.catalog.search.IndexBuilder;
import bookstore.catalog.search.Rebuild;
import bookstore.catalog.search.Rebuilds;
import bookstore.edge.Json;
import bookstore.shared.Refusal;
import org.apache.camel.Exchange;

/** Where an admin has the index rebuilt and sees how far it is. */
final class IndexDesk {

    private static final String PLACE = "/api/admin/search/reindex";

    private final IndexBuilder builder;
    private final Rebuilds rebuilds;
    private final Json json;

    IndexDesk(IndexBuilder builder, Rebuilds rebuilds, Json json) {
        this.builder = builder;
        this.rebuilds = rebuilds;
        this.json = json;
    }

    void begin(Exchange exchange) {
        exchange.getMessage().setBody(builder.begin());
    }

    void accepted(Exchange exchange) {
        json.accepted(exchange, PLACE, exchange.getMessage().getBody(Rebuild.class));
    }

    void show(Exchange exchange) {
        json.ok(exchange, rebuilds.latest().orElseThrow(() -> Refusal.notFound("A rebuild")));
    }

    boolean isDue(Exchange exchange) {
        return builder.isDue();
    }

    boolean isMissing(Exchange exchange) {
        return builder.isMissing();
    }

    void build(Exchange exchange) {
        builder.build(exchange.getMessage().getBody(Rebuild.class));
    }
}
