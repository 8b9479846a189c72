package bookstore.catalog.routes;

import bookstore.catalog.search.Findings;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Lays together what the ways of searching have found. */
final class JoinedFindings implements AggregationStrategy {

    @Override
    public Exchange aggregate(@Nullable Exchange before, Exchange now) {
        if (before == null) {
            return now;
        }
        before.getMessage().setBody(findings(before).and(findings(now)));
        return before;
    }

    private static Findings findings(Exchange exchange) {
        return exchange.getMessage().getBody(Findings.class);
    }
}
