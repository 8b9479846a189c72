package bookstore.finance.postgres;

import bookstore.finance.OtherBooks;
import bookstore.finance.ProviderBook;
import bookstore.finance.ReconciliationSettings;
import bookstore.finance.simulator.SimulatedBook;
import bookstore.finance.simulator.SimulatedProvider;
import bookstore.finance.simulator.SimulatorSettings;
import bookstore.inventory.StockBook;
import bookstore.inventory.commands.MiscountsTold;
import bookstore.inventory.commands.ReservationsTold;
import bookstore.inventory.commands.TellMiscounts;
import bookstore.inventory.commands.TellReservations;
import bookstore.inventory.postgres.InventoryPostgres;
import bookstore.notification.MailBook;
import bookstore.notification.Mailbox;
import bookstore.notification.NotificationSettings;
import bookstore.notification.Notifier;
import bookstore.notification.Postman;
import bookstore.notification.commands.MailsTold;
import bookstore.notification.commands.TellMails;
import bookstore.notification.postgres.NotificationPostgres;
import bookstore.ordering.OrderBook;
import bookstore.ordering.commands.MessagesTold;
import bookstore.ordering.commands.OrderBookTold;
import bookstore.ordering.commands.TellMessages;
import bookstore.ordering.commands.TellOrderBook;
import bookstore.ordering.postgres.OrderingPostgres;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.ContextWiring;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Four contexts without the broker: what they ask one another is answered by a call. */
@Configuration(proxyBeanMethods = false)
@Import({
    ContextWiring.class,
    FinancePostgres.class,
    OrderingPostgres.class,
    InventoryPostgres.class,
    NotificationPostgres.class
})
class OrderMillParts {

    @Bean
    ReconciliationSettings reconciliationSettings() {
        return new ReconciliationSettings(Duration.ZERO);
    }

    @Bean
    NotificationSettings notificationSettings() {
        return new NotificationSettings(
                "shop@bookstore.example",
                Duration.ofSeconds(10),
                Duration.ofHours(1),
                Duration.ofDays(5),
                Duration.ofMinutes(5));
    }

    @Bean
    Postman postman() {
        return () -> {};
    }

    @Bean
    Notifier notifier(Mailbox mailbox) {
        return new Notifier(mailbox);
    }

    @Bean
    SimulatedProvider provider(@Qualifier("financeDatabase") ContextDatabase database) {
        return new SimulatedProvider(
                database, new SimulatorSettings(Duration.ZERO, Duration.ZERO, Duration.ofHours(1), ""));
    }

    @Bean
    ProviderBook providerBook(@Qualifier("financeDatabase") ContextDatabase database) {
        return new SimulatedBook(database);
    }

    @Bean
    OtherBooks otherBooks(OrderBook orders, StockBook stock, MailBook mails) {
        return new OtherBooks() {
            @Override
            public OrderBookTold ask(TellOrderBook request) {
                return orders.tell(request);
            }

            @Override
            public MessagesTold ask(TellMessages request) {
                return orders.tell(request);
            }

            @Override
            public ReservationsTold ask(TellReservations request) {
                return stock.tell(request);
            }

            @Override
            public MiscountsTold ask(TellMiscounts request) {
                return stock.tell(request);
            }

            @Override
            public MailsTold ask(TellMails request) {
                return mails.tell(request);
            }
        };
    }
}
