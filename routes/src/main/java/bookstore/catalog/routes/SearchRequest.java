package bookstore.catalog.routes;

import bookstore.catalog.search.Mode;
import bookstore.catalog.search.Search;
import bookstore.edge.Parameters;
import bookstore.shared.Refusal;
import org.apache.camel.Exchange;

/** Reads what a shopper asks for; while it is answered it stands in the variable {@code search}. */
final class SearchRequest {

    private static final String SEARCH = "search";

    private SearchRequest() {}

    static void read(Exchange exchange) {
        var parameters = Parameters.of(exchange);
        var filter = BookParameters.filter(parameters);
        var search = new Search(
                parameters.find("q").orElse(""),
                Mode.of(parameters.text("mode")),
                filter,
                BookParameters.order(parameters),
                parameters.number("page"),
                parameters.number("size"));
        if (!search.hasText() && filter.isEmpty()) {
            throw new Refusal(Refusal.Kind.MALFORMED, "nothing-asked", "Say what to look for: q or a filter");
        }
        begin(exchange, search);
    }

    static void begin(Exchange exchange, Search search) {
        exchange.setVariable(SEARCH, search);
        exchange.getMessage().setBody(search);
    }

    static Search of(Exchange exchange) {
        return exchange.getVariable(SEARCH, Search.class);
    }
}
