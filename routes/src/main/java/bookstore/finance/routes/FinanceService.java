package bookstore.finance.routes;

import bookstore.OnService;
import bookstore.edge.Json;
import bookstore.finance.EndedOrders;
import bookstore.finance.Payments;
import bookstore.finance.ProviderBook;
import bookstore.finance.Reconciliation;
import bookstore.finance.postgres.FinancePostgres;
import bookstore.finance.simulator.SimulatedBook;
import bookstore.finance.simulator.SimulatedProvider;
import bookstore.finance.simulator.SimulatorSettings;
import bookstore.shared.postgres.ContextDatabase;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that the finance service is made of. */
@Configuration(proxyBeanMethods = false)
@OnService("finance")
@Import(FinancePostgres.class)
public class FinanceService {

    @Bean
    SimulatedProvider paymentSimulator(
            @Qualifier("financeDatabase") ContextDatabase database, SimulatorSettings settings) {
        return new SimulatedProvider(database, settings);
    }

    /** Of a provider whose book cannot be read here, nothing is said; an empty one would say that all is missing. */
    @Bean
    @ConditionalOnProperty(
            name = "bookstore.finance.provider",
            havingValue = "payment-simulator-action",
            matchIfMissing = true)
    ProviderBook simulatedBook(@Qualifier("financeDatabase") ContextDatabase database) {
        return new SimulatedBook(database);
    }

    @Bean
    RouteBuilder financeListenerRoutes(Payments payments, EndedOrders endedOrders) {
        return new FinanceListenerRoutes(payments, endedOrders);
    }

    @Bean
    RouteBuilder chargeRoutes(Payments payments) {
        return new ChargeRoutes(payments);
    }

    @Bean
    RouteBuilder providerRoutes(Payments payments, FinanceSettings settings) {
        return new ProviderRoutes(payments, settings.resumeAfter());
    }

    @Bean
    RouteBuilder reconciliationRoutes(Reconciliation reconciliation) {
        return new ReconciliationRoutes(reconciliation);
    }

    @Bean
    RouteBuilder financeHttpRoutes(Reconciliation reconciliation, Json json) {
        return new FinanceHttpRoutes(reconciliation, json);
    }
}
