package bookstore.ordering.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.RouteController;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody stops in the console stands still, and loses nothing. */
@OrderingAlone
class StoppedRouteTest {

    private static final String LISTENER = "ordering-on-payment-processed";
    private static final String QUEUE = "ordering.payment.processed";

    private final Buyer alice;
    private final RouteController routes;
    private final RabbitAdmin broker;

    StoppedRouteTest(@Autowired Buyers buyers, @Autowired CamelContext camel, @Autowired RabbitTemplate broker) {
        this.alice = buyers.named("alice");
        this.routes = camel.getRouteController();
        this.broker = new RabbitAdmin(broker);
    }

    @Test
    void messages_wait_in_the_queue_of_a_listener_that_was_stopped() throws Exception {
        var id = alice.orders();
        routes.stopRoute(LISTENER);

        alice.paid(id);
        await().until(() -> broker.getQueueInfo(QUEUE).getMessageCount() == 1);
        assertThat(broker.getQueueInfo(QUEUE).getConsumerCount()).isZero();
        routes.startRoute(LISTENER);

        alice.awaits(id, "PAYMENT_COMPLETED");
    }

    @Test
    void messages_wait_in_the_queue_of_a_listener_that_was_suspended() throws Exception {
        var id = alice.orders();
        routes.suspendRoute(LISTENER);

        alice.paid(id);
        await().until(() -> broker.getQueueInfo(QUEUE).getMessageCount() == 1);
        routes.resumeRoute(LISTENER);

        alice.awaits(id, "PAYMENT_COMPLETED");
    }
}
