package bookstore.ordering.saga;

import bookstore.ordering.Ordering;
import bookstore.ordering.Orders;
import bookstore.saga.DurableSagaService;
import bookstore.saga.DurableSagas;
import bookstore.saga.SagaConsole;
import bookstore.saga.SagaRecovery;
import bookstore.shared.postgres.ContextDatabase;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The saga of an order, and the service that keeps it in ordering's own schema. */
@Configuration(proxyBeanMethods = false)
public class OrderingSagas {

    @Bean
    DurableSagaService sagaService(
            @Qualifier("orderingDatabase") ContextDatabase database, OrderSagaSettings settings) {
        return new DurableSagaService(database.dataSource(), database.transactionManager(), settings.saga());
    }

    @Bean
    SagaRecovery sagaRecovery(DurableSagaService service) {
        return service.recovery();
    }

    @Bean
    DurableSagas sagas(DurableSagaService service) {
        return service.sagas();
    }

    @Bean
    SagaConsole sagaConsole(DurableSagas sagas) {
        return new SagaConsole(sagas);
    }

    @Bean
    RouteBuilder placeOrderSaga(Ordering ordering) {
        return new PlaceOrderSaga(ordering);
    }

    @Bean
    RouteBuilder takingPayment(Ordering ordering, Orders orders) {
        return new TakingPayment(ordering, orders);
    }

    @Bean
    RouteBuilder gettingBooks(Ordering ordering, Orders orders) {
        return new GettingBooks(ordering, orders);
    }

    @Bean
    RouteBuilder callingOff(Ordering ordering, Orders orders) {
        return new CallingOff(ordering, orders);
    }

    @Bean
    RouteBuilder notingRefund(Ordering ordering, Orders orders, DurableSagas sagas) {
        return new NotingRefund(ordering, orders, sagas);
    }
}
