package bookstore.embedded.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.amqp.support.converter.SimpleMessageConverter;

class SpringAmqpTest {

    @BrokerTest
    void a_listener_that_fails_meets_the_message_again_and_then_gives_it_up(Client client) throws Exception {
        try (var shop = new Shop(client)) {
            var attempts = new CopyOnWriteArrayList<String>();
            SimpleMessageListenerContainer container = shop.listen(text -> {
                attempts.add(text);
                throw new AmqpRejectAndDontRequeueException("no");
            });

            shop.template.convertAndSend(shop.exchange.getName(), "order.paid", "42");

            await().atMost(20, TimeUnit.SECONDS).until(() -> attempts.size() >= 3);
            container.stop();
            assertThat(attempts).containsOnly("42");
        }
    }

    @BrokerTest
    void a_correlated_confirm_carries_the_returned_message(Client client) throws Exception {
        try (var shop = new Shop(client)) {
            var routed = new CorrelationData("routed");
            var lost = new CorrelationData("lost");

            shop.template.convertAndSend(shop.exchange.getName(), "order.paid", "yes", message -> message, routed);
            shop.template.convertAndSend(shop.exchange.getName(), "nobody", "no", message -> message, lost);

            assertThat(routed.getFuture().get(10, TimeUnit.SECONDS).isAck()).isTrue();
            assertThat(routed.getReturned()).isNull();
            assertThat(lost.getFuture().get(10, TimeUnit.SECONDS).isAck()).isTrue();
            assertThat(lost.getReturned().getReplyCode()).isEqualTo(312);
        }
    }

    @BrokerTest
    void a_question_is_answered(Client client) throws Exception {
        try (var shop = new Shop(client)) {
            var asking = new RabbitTemplate(shop.connections);
            SimpleMessageListenerContainer container = shop.container();
            container.setMessageListener(
                    message -> asking.send("", message.getMessageProperties().getReplyTo(), message));
            container.start();

            assertThat(asking.convertSendAndReceive(shop.exchange.getName(), "order.paid", "echo"))
                    .isEqualTo("echo");
            container.stop();
        }
    }

    @BrokerTest
    void the_admin_sees_and_removes_what_it_declared(Client client) throws Exception {
        try (var shop = new Shop(client)) {
            shop.template.convertAndSend(shop.exchange.getName(), "order.paid", "1");
            await().until(() -> shop.admin.getQueueInfo(shop.work.getName()).getMessageCount() == 1);

            shop.admin.purgeQueue(shop.work.getName());

            assertThat(shop.admin.getQueueInfo(shop.work.getName()).getMessageCount())
                    .isZero();
            shop.admin.deleteQueue(shop.work.getName());
            assertThat(shop.admin.getQueueInfo(shop.work.getName())).isNull();
        }
    }

    /** The shape of the shop's own topology: a quorum queue, retries by time to live, dead letters. */
    private static final class Shop implements AutoCloseable {

        final CachingConnectionFactory connections;
        final RabbitAdmin admin;
        final RabbitTemplate template;
        final TopicExchange exchange = new TopicExchange("test." + UUID.randomUUID());
        final Queue retry;
        final Queue work;

        Shop(Client client) {
            connections = new CachingConnectionFactory(URI.create(client.uri));
            connections.setPublisherConfirmType(CachingConnectionFactory.ConfirmType.CORRELATED);
            connections.setPublisherReturns(true);
            admin = new RabbitAdmin(connections);
            template = new RabbitTemplate(connections);
            template.setMandatory(true);
            String name = client.queueName();
            retry = QueueBuilder.durable(client.queueName())
                    .ttl(50)
                    .deadLetterExchange("")
                    .deadLetterRoutingKey(name)
                    .build();
            work = QueueBuilder.durable(name)
                    .quorum()
                    .deliveryLimit(5)
                    .deadLetterExchange("")
                    .deadLetterRoutingKey(retry.getName())
                    .build();
            Binding binding = BindingBuilder.bind(work).to(exchange).with("order.*");
            admin.declareExchange(exchange);
            List.of(retry, work).forEach(admin::declareQueue);
            admin.declareBinding(binding);
        }

        SimpleMessageListenerContainer container() {
            var container = new SimpleMessageListenerContainer(connections);
            container.setQueues(work);
            container.setPrefetchCount(10);
            container.setConcurrentConsumers(2);
            return container;
        }

        SimpleMessageListenerContainer listen(java.util.function.Consumer<String> listener) {
            SimpleMessageListenerContainer container = container();
            var converter = new SimpleMessageConverter();
            container.setMessageListener(message -> listener.accept((String) converter.fromMessage(message)));
            container.start();
            return container;
        }

        @Override
        public void close() {
            admin.deleteExchange(exchange.getName());
            connections.destroy();
        }
    }
}
