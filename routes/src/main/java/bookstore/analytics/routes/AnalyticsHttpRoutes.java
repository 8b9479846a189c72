package bookstore.analytics.routes;

import bookstore.analytics.Reports;
import bookstore.edge.HttpRoutes;
import bookstore.edge.Json;
import bookstore.edge.Parameters;
import bookstore.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.apache.camel.Exchange;

/** The reports. */
class AnalyticsHttpRoutes extends HttpRoutes {

    private static final int DAYS = 30;

    /** A report over some days, both ends included. */
    record Report<T>(LocalDate from, LocalDate to, List<T> items) {}

    private record Days(LocalDate from, LocalDate to) {}

    private final Reports reports;
    private final Json json;
    private final Clock clock;

    AnalyticsHttpRoutes(Reports reports, Json json, Clock clock) {
        super("analytics");
        this.reports = reports;
        this.json = json;
        this.clock = clock;
    }

    @Override
    protected void operations() {
        answer("analytics-report-orders", "Report the orders of some days").process(this::orders);

        answer("analytics-report-searches", "Report what was looked for most").process(this::searches);
    }

    private void orders(Exchange exchange) {
        var days = days(Parameters.of(exchange));
        json.ok(exchange, new Report<>(days.from(), days.to(), reports.orders(days.from(), days.to())));
    }

    private void searches(Exchange exchange) {
        var asked = Parameters.of(exchange);
        var days = days(asked);
        var items = reports.searches(days.from(), days.to(), asked.number("size"));
        json.ok(exchange, new Report<>(days.from(), days.to(), items));
    }

    /** The last thirty days, where nothing else is asked for. */
    private Days days(Parameters asked) {
        var to = asked.find("to")
                .map(LocalDate::parse)
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), clock.getZone()));
        var from = asked.find("from").map(LocalDate::parse).orElseGet(() -> to.minusDays(DAYS - 1));
        if (from.isAfter(to)) {
            throw new Refusal(Refusal.Kind.IMPOSSIBLE, "no-such-days", "The first day is after the last");
        }
        return new Days(from, to);
    }
}
