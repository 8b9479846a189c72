package bookstore;

import bookstore.edge.EdgeConfiguration;
import bookstore.finance.routes.FinanceService;
import bookstore.identity.tokens.TokenConfiguration;
import bookstore.inventory.routes.InventoryService;
import bookstore.messaging.MessagingConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/**
 * Starts the shop: all services in one process, or those that {@code bookstore.services} names.
 *
 * <p>Nothing is scanned for. What a service is made of stands in its one configuration, so reading that answers it.
 */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@ConfigurationPropertiesScan
@Import({
    EdgeConfiguration.class,
    FinanceService.class,
    InventoryService.class,
    MessagingConfiguration.class,
    TokenConfiguration.class,
})
public class Bookstore {

    public static void main(String[] args) {
        SpringApplication.run(Bookstore.class, args);
    }
}
