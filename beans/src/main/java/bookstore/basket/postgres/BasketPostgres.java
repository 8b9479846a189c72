package bookstore.basket.postgres;

import bookstore.basket.BasketSettings;
import bookstore.basket.Offers;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.DatabaseSettings;
import bookstore.shared.postgres.Outbox;
import bookstore.shared.postgres.Outboxes;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The basket's part of the database. It tells nothing, but what has an outbox is given inbox and dead letters too. */
@Configuration(proxyBeanMethods = false)
public class BasketPostgres {

    @Bean
    ContextDatabase basketDatabase(DatabaseSettings settings) {
        return ContextDatabase.open("basket", settings);
    }

    @Bean
    Outbox basketOutbox(@Qualifier("basketDatabase") ContextDatabase database, Outboxes outboxes) {
        return outboxes.of(database);
    }

    @Bean
    Offers offers(@Qualifier("basketDatabase") ContextDatabase database, BasketSettings settings) {
        return new PostgresOffers(database, settings.currency());
    }
}
