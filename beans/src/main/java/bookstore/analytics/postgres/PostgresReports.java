package bookstore.analytics.postgres;

import bookstore.analytics.Reports;
import bookstore.shared.Money;
import bookstore.shared.postgres.ContextDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the listeners have counted. */
class PostgresReports implements Reports {

    private record Count(LocalDate day, long placed, long confirmed, long cancelled) {}

    private record Revenue(LocalDate day, String currency, long amountMinor) {

        Money money() {
            return Money.ofMinor(amountMinor, currency);
        }
    }

    private final JdbcClient jdbc;

    PostgresReports(ContextDatabase database) {
        this.jdbc = database.jdbc();
    }

    @Override
    public List<OrderDay> orders(LocalDate from, LocalDate to) {
        var revenue = revenue(from, to);
        return jdbc
                .sql(
                        """
                        select day,
                               coalesce(sum(count) filter (where what = 'ORDER_CREATED'), 0) as placed,
                               coalesce(sum(count) filter (where what = 'ORDER_CONFIRMED'), 0) as confirmed,
                               coalesce(sum(count) filter (where what = 'ORDER_CANCELLED'), 0) as cancelled
                          from daily_counts
                         where day between ? and ? and what like 'ORDER_%'
                         group by day order by day desc
                        """)
                .params(from, to)
                .query(Count.class)
                .list()
                .stream()
                .map(count -> new OrderDay(
                        count.day(),
                        count.placed(),
                        count.confirmed(),
                        count.cancelled(),
                        revenue.getOrDefault(count.day(), List.of())))
                .toList();
    }

    private Map<LocalDate, List<Money>> revenue(LocalDate from, LocalDate to) {
        return jdbc
                .sql("select day, currency, amount_minor from daily_counts"
                        + " where day between ? and ? and what = 'ORDER_CONFIRMED' order by currency")
                .params(from, to)
                .query(Revenue.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Revenue::day, Collectors.mapping(Revenue::money, Collectors.toList())));
    }

    @Override
    public List<Search> searches(LocalDate from, LocalDate to, int size) {
        return jdbc.sql("select query, sum(times)::bigint as times, sum(without_results)::bigint as without_results"
                        + " from search_counts where day between ? and ?"
                        + " group by query order by times desc, query limit ?")
                .params(from, to, size)
                .query(Search.class)
                .list();
    }
}
