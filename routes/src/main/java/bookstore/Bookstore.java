package bookstore;

import bookstore.analytics.routes.AnalyticsService;
import bookstore.basket.routes.BasketService;
import bookstore.catalog.routes.CatalogService;
import bookstore.chat.routes.ChatService;
import bookstore.edge.EdgeConfiguration;
import bookstore.finance.routes.FinanceService;
import bookstore.gateway.GatewayService;
import bookstore.identity.routes.IdentityService;
import bookstore.identity.tokens.TokenConfiguration;
import bookstore.inventory.routes.InventoryService;
import bookstore.messaging.MessagingConfiguration;
import bookstore.notification.routes.NotificationService;
import bookstore.operations.OperationsConfiguration;
import bookstore.ordering.routes.OrderingService;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.mustache.MustacheAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/**
 * Starts the shop: all services in one process, or those that {@code bookstore.services} names.
 *
 * <p>Nothing is scanned for. What a service is made of stands in its one configuration, so reading that answers it.
 */
@SpringBootConfiguration
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            MustacheAutoConfiguration.class,
        })
@ConfigurationPropertiesScan
@Import({
    EdgeConfiguration.class,
    MessagingConfiguration.class,
    OperationsConfiguration.class,
    TokenConfiguration.class,
    AnalyticsService.class,
    BasketService.class,
    CatalogService.class,
    ChatService.class,
    FinanceService.class,
    GatewayService.class,
    IdentityService.class,
    InventoryService.class,
    NotificationService.class,
    OrderingService.class,
})
public class Bookstore {

    public static void main(String[] args) {
        SpringApplication.run(Bookstore.class, args);
    }
}
