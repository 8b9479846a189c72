package bookstore.inventory.postgres;

import bookstore.inventory.Retelling;
import bookstore.inventory.Stock;
import bookstore.inventory.StockBook;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.DatabaseSettings;
import bookstore.shared.postgres.Outbox;
import bookstore.shared.postgres.Outboxes;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Inventory's part of the database. */
@Configuration(proxyBeanMethods = false)
public class InventoryPostgres {

    @Bean
    ContextDatabase inventoryDatabase(DatabaseSettings settings) {
        return ContextDatabase.open("inventory", settings);
    }

    @Bean
    Outbox inventoryOutbox(@Qualifier("inventoryDatabase") ContextDatabase database, Outboxes outboxes) {
        return outboxes.of(database);
    }

    @Bean
    Stock stock(
            @Qualifier("inventoryDatabase") ContextDatabase database,
            @Qualifier("inventoryOutbox") Outbox outbox,
            Clock clock) {
        return new PostgresStock(database, outbox, clock);
    }

    @Bean
    Retelling stockLevels(
            @Qualifier("inventoryDatabase") ContextDatabase database,
            @Qualifier("inventoryOutbox") Outbox outbox,
            Clock clock) {
        return new PostgresRetelling(database, outbox, clock);
    }

    @Bean
    StockBook stockBook(@Qualifier("inventoryDatabase") ContextDatabase database) {
        return new PostgresStockBook(database);
    }
}
