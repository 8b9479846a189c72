package bookstore.ordering.postgres;

import bookstore.ordering.Checkout;
import bookstore.ordering.OrderBook;
import bookstore.ordering.OrderChanges;
import bookstore.ordering.Ordering;
import bookstore.ordering.Orders;
import bookstore.ordering.PriceList;
import bookstore.shared.Ids;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.DatabaseSettings;
import bookstore.shared.postgres.GivenAnswers;
import bookstore.shared.postgres.Outbox;
import bookstore.shared.postgres.Outboxes;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ordering's part of the database; the saga's log lies in the same schema, so that one transaction covers both. */
@Configuration(proxyBeanMethods = false)
public class OrderingPostgres {

    @Bean
    ContextDatabase orderingDatabase(DatabaseSettings settings) {
        return ContextDatabase.open("ordering", settings, "saga", "answers");
    }

    @Bean
    Outbox orderingOutbox(@Qualifier("orderingDatabase") ContextDatabase database, Outboxes outboxes) {
        return outboxes.of(database);
    }

    @Bean
    OrderChanges orderChanges() {
        return new OrderChanges();
    }

    @Bean
    Orders orders(@Qualifier("orderingDatabase") ContextDatabase database, ObjectMapper json, OrderChanges changes) {
        return new PostgresOrders(database, json, changes);
    }

    @Bean
    OrderBook orderBook(@Qualifier("orderingDatabase") ContextDatabase database) {
        return new PostgresOrderBook(database);
    }

    @Bean
    PriceList priceList(@Qualifier("orderingDatabase") ContextDatabase database) {
        return new PostgresPriceList(database);
    }

    @Bean
    GivenAnswers orderingAnswers(@Qualifier("orderingDatabase") ContextDatabase database) {
        return new GivenAnswers(database);
    }

    @Bean
    Checkout checkout(PriceList prices, Ids ids, Clock clock) {
        return new Checkout(prices, ids::next, clock);
    }

    @Bean
    Ordering ordering(Orders orders, @Qualifier("orderingOutbox") Outbox outbox, Clock clock) {
        return new Ordering(orders, outbox::add, clock);
    }
}
