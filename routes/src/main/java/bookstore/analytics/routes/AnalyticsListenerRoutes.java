package bookstore.analytics.routes;

import bookstore.analytics.Tally;
import bookstore.catalog.events.BookCreated;
import bookstore.catalog.events.SearchesCounted;
import bookstore.identity.events.UserRegistered;
import bookstore.messaging.MessageRoutes;

/** What is counted. */
class AnalyticsListenerRoutes extends MessageRoutes {

    AnalyticsListenerRoutes() {
        super("analytics");
    }

    @Override
    protected void listeners() {
        hear(BookCreated.class, "Count a new book")
                .filter()
                .body(BookCreated.class, BookCreated::tellsNews)
                .transform()
                .body(BookCreated.class, Tally::of)
                .to("direct:analytics-count-occurrence");

        hear(UserRegistered.class, "Count a new user")
                .transform()
                .body(UserRegistered.class, Tally::of)
                .to("direct:analytics-count-occurrence");

        hear(SearchesCounted.class, "Count what was looked for").to("direct:analytics-count-searches");
    }
}
