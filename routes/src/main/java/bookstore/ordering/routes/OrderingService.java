package bookstore.ordering.routes;

import bookstore.OnService;
import bookstore.edge.Json;
import bookstore.operations.Backlog;
import bookstore.ordering.Checkout;
import bookstore.ordering.OrderBook;
import bookstore.ordering.OrderChanges;
import bookstore.ordering.Ordering;
import bookstore.ordering.Orders;
import bookstore.ordering.PriceList;
import bookstore.ordering.postgres.OrderingPostgres;
import bookstore.ordering.saga.OrderingSagas;
import bookstore.saga.DurableSagas;
import bookstore.shared.postgres.GivenAnswers;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that the ordering service is made of. */
@Configuration(proxyBeanMethods = false)
@OnService("ordering")
@Import({OrderingPostgres.class, OrderingSagas.class})
public class OrderingService {

    @Bean
    CheckoutDesk checkoutDesk(
            Checkout checkout,
            Orders orders,
            @Qualifier("orderingAnswers") GivenAnswers answers,
            OrderChanges changes,
            Json json,
            OrderingSettings settings) {
        var watch = new OrderWatch(orders, changes, settings.mostWaiting());
        return new CheckoutDesk(checkout, orders, answers, watch, json);
    }

    @Bean
    RouteBuilder checkoutRoutes(CheckoutDesk desk, Json json) {
        return new CheckoutRoutes(new CheckoutReader(json), desk);
    }

    @Bean
    OrderDesk orderDesk(Orders orders, Json json) {
        return new OrderDesk(orders, json);
    }

    @Bean
    RouteBuilder orderViewRoutes(
            OrderDesk desk,
            Orders orders,
            OrderChanges changes,
            Json json,
            OrderingSettings settings,
            InvoiceSettings invoice) {
        var streams = new OrderStreams(orders, changes, json, settings);
        return new OrderViewRoutes(desk, streams, new InvoicePage(invoice));
    }

    @Bean
    RouteBuilder orderChangeRoutes(OrderDesk desk) {
        return new OrderChangeRoutes(desk);
    }

    @Bean
    RouteBuilder sagaDeskRoutes(DurableSagas sagas, Json json) {
        return new SagaDeskRoutes(new SagaDesk(sagas, json));
    }

    @Bean
    Backlog sagasNeedingAttention(DurableSagas sagas) {
        return Backlog.of(
                "ordering",
                "bookstore.ordering.sagas.attention",
                "Sagas with a step that has failed too often",
                sagas::needingAttention);
    }

    @Bean
    RouteBuilder orderingListenerRoutes(Ordering ordering) {
        return new OrderingListenerRoutes(ordering);
    }

    @Bean
    RouteBuilder orderQuestionRoutes(Orders orders, OrderBook book) {
        return new OrderQuestionRoutes(orders, book);
    }

    @Bean
    RouteBuilder priceListListenerRoutes(PriceList prices) {
        return new PriceListListenerRoutes(prices);
    }
}
