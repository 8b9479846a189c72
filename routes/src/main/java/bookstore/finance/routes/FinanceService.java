package bookstore.finance.routes;

import bookstore.OnService;
import bookstore.finance.Payments;
import bookstore.finance.postgres.FinancePostgres;
import bookstore.finance.simulator.SimulatedProvider;
import bookstore.finance.simulator.SimulatorSettings;
import bookstore.shared.postgres.ContextDatabase;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
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

    @Bean
    RouteBuilder financeListenerRoutes(Payments payments) {
        return new FinanceListenerRoutes(payments);
    }

    @Bean
    RouteBuilder chargeRoutes(Payments payments) {
        return new ChargeRoutes(payments);
    }

    @Bean
    RouteBuilder providerRoutes(Payments payments, FinanceSettings settings) {
        return new ProviderRoutes(payments, settings.resumeAfter());
    }
}
