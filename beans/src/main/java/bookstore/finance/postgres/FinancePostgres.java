package bookstore.finance.postgres;

import bookstore.finance.EndedOrders;
import bookstore.finance.OtherBooks;
import bookstore.finance.Payments;
import bookstore.finance.ProviderBook;
import bookstore.finance.ProviderNotices;
import bookstore.finance.Reconciliation;
import bookstore.finance.ReconciliationSettings;
import bookstore.shared.postgres.ContextDatabase;
import bookstore.shared.postgres.DatabaseSettings;
import bookstore.shared.postgres.Outbox;
import bookstore.shared.postgres.Outboxes;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finance's part of the database. */
@Configuration(proxyBeanMethods = false)
public class FinancePostgres {

    @Bean
    ContextDatabase financeDatabase(DatabaseSettings settings) {
        return ContextDatabase.open("finance", settings);
    }

    @Bean
    Outbox financeOutbox(@Qualifier("financeDatabase") ContextDatabase database, Outboxes outboxes) {
        return outboxes.of(database);
    }

    @Bean
    Payments payments(
            @Qualifier("financeDatabase") ContextDatabase database,
            @Qualifier("financeOutbox") Outbox outbox,
            Clock clock) {
        return new PostgresPayments(database, outbox, clock);
    }

    @Bean
    ProviderNotices providerNotices(@Qualifier("financeDatabase") ContextDatabase database, Payments payments) {
        return new PostgresNotices(database, payments);
    }

    @Bean
    EndedOrders endedOrders(@Qualifier("financeDatabase") ContextDatabase database) {
        return new PostgresEndedOrders(database);
    }

    @Bean
    Reconciliation reconciliation(
            @Qualifier("financeDatabase") ContextDatabase database,
            Optional<ProviderBook> book,
            Optional<OtherBooks> others,
            ReconciliationSettings settings) {
        return new PostgresReconciliation(database, new BookCopies(database, book, others), settings.grace());
    }
}
