package bookstore.operations;

import bookstore.Bookstore;
import bookstore.edge.Browser;
import bookstore.edge.HttpRoutes;
import bookstore.inventory.commands.ReserveStock;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.Outbox;
import java.util.List;
import java.util.UUID;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Inventory alone, with one request more: it asks inventory, over outbox and broker, to hold the stock of an order. */
@SpringBootConfiguration
@Import(Bookstore.class)
class Warehouse {

    /** Where the answer to a hold is found: nobody has the book. */
    private static final String ANSWERED = "select count(*) from outbox where routing_key = 'inventory.unavailable'"
            + " and published_at is not null and payload::text like '%' || ? || '%'";

    @Bean
    RouteBuilder holdRoutes(Outbox outbox) {
        return new HttpRoutes("inventory") {
            @Override
            protected void operations() {
                answer("inventory-ask-hold", "Ask for a hold").process(exchange -> {
                    var hold = hold();
                    outbox.database().transaction().executeWithoutResult(transaction -> outbox.add(hold));
                    exchange.getMessage().setBody(hold);
                });
            }
        };
    }

    private static ReserveStock hold() {
        return new ReserveStock(UUID.randomUUID(), List.of(new ReserveStock.Line(UUID.randomUUID(), 1)));
    }

    /** Asks for a hold and says for which order. */
    static String ask(Browser browser, String... headers) {
        return browser.post("/api/holds", "", headers).json().path("orderId").asText();
    }

    static boolean isAnswered(ContextDatabase database, String orderId) {
        return database.jdbc().sql(ANSWERED).param(orderId).query(Integer.class).single() > 0;
    }

    @Bean
    ExportedSpans exportedSpans() {
        return new ExportedSpans();
    }

    @Bean
    SpanLog spanLog() {
        return new SpanLog();
    }
}
