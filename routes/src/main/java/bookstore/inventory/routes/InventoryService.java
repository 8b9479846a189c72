package bookstore.inventory.routes;

import bookstore.OnService;
import bookstore.edge.Json;
import bookstore.inventory.Retelling;
import bookstore.inventory.Stock;
import bookstore.inventory.StockBook;
import bookstore.inventory.postgres.InventoryPostgres;
import bookstore.messaging.RetellingConsole;
import bookstore.shared.postgres.ContextDatabase;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that the inventory service is made of. */
@Configuration(proxyBeanMethods = false)
@OnService("inventory")
@Import(InventoryPostgres.class)
public class InventoryService {

    @Bean
    RouteBuilder inventoryListenerRoutes(Stock stock) {
        return new InventoryListenerRoutes(stock);
    }

    @Bean
    RouteBuilder inventoryStockRoutes(Stock stock, Json json) {
        return new InventoryStockRoutes(new StockDesk(stock, json));
    }

    @Bean
    RetellingConsole stockRetelling(@Qualifier("inventoryDatabase") ContextDatabase database, Retelling stock) {
        return new RetellingConsole(database, stock::next);
    }

    @Bean
    RouteBuilder stockQuestionRoutes(StockBook book) {
        return new StockQuestionRoutes(book);
    }
}
