package bookstore.analytics.routes;

import bookstore.catalog.events.SearchesCounted;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;

/**
 * Adds to the counts, in the transaction of whoever has heard of what is counted: the endpoint is Spring's flavour of
 * JDBC, which joins it, and leaves the commit alone. Facts go in as named parameters, never as SQL.
 */
class AnalyticsCountRoutes extends RouteBuilder {

    private static final String DATABASE =
            "spring-jdbc:analytics-database?useHeadersAsParameters=true&resetAutoCommit=false";

    private static final String COUNT =
            """
            insert into daily_counts (day, what, currency, count, amount_minor)
            values (:?day, :?what, :?currency, 1, :?amount)
            on conflict (day, what, currency) do update
               set count = daily_counts.count + 1, amount_minor = daily_counts.amount_minor + excluded.amount_minor
            """;

    /** All in one statement: in a split, Camel closes the transaction's connection after the first part. */
    private static final String COUNT_SEARCHES =
            """
            insert into search_counts (day, query, times, without_results)
            select cast(:?day as date), query, sum(times), sum("withoutResults")
              from json_to_recordset(cast(:?counts as json))
                   as found (query text, times bigint, "withoutResults" bigint)
             group by query
            on conflict (day, query) do update
               set times = search_counts.times + excluded.times,
                   without_results = search_counts.without_results + excluded.without_results
            """;

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from("direct:analytics-count-occurrence")
                .routeId("analytics-count-occurrence")
                .routeGroup("analytics")
                .routeDescription("Add one to the count of a day, and its money")
                .setHeader("day", simple("${body.day}", LocalDate.class))
                .setHeader("what", simple("${body.what}", String.class))
                .setHeader("currency", simple("${body.currency}", String.class))
                .setHeader("amount", simple("${body.amountMinor}", Long.class))
                .setBody(constant(COUNT))
                .to(DATABASE);

        from("direct:analytics-count-searches")
                .routeId("analytics-count-searches")
                .routeGroup("analytics")
                .routeDescription("Add to how often something was looked for on a day")
                .setHeader("day")
                .body(SearchesCounted.class, AnalyticsCountRoutes::day)
                .setBody()
                .body(SearchesCounted.class, SearchesCounted::counts)
                .marshal()
                .json(JsonLibrary.Jackson)
                .setHeader("counts", bodyAs(String.class))
                .setBody(constant(COUNT_SEARCHES))
                .to(DATABASE);
    }

    private static LocalDate day(SearchesCounted event) {
        return LocalDate.ofInstant(event.hour(), ZoneOffset.UTC);
    }
}
