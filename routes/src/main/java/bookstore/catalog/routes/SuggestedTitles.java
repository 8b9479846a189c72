package bookstore.catalog.routes;

import bookstore.catalog.search.Titles;
import bookstore.edge.Parameters;
import java.util.List;
import org.apache.camel.Exchange;

/** Completes what somebody types. */
final class SuggestedTitles {

    private static final int AT_MOST = 10;

    /** The answer. */
    record Suggestions(List<String> items) {}

    private final Titles titles;

    SuggestedTitles(Titles titles) {
        this.titles = titles;
    }

    void answer(Exchange exchange) {
        var typed = Parameters.of(exchange).text("q");
        exchange.getMessage().setBody(new Suggestions(titles.startingWith(typed, AT_MOST)));
    }
}
