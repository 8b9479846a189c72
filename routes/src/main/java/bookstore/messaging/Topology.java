package bookstore.messaging;

import bookstore.messaging.Subscriptions.Subscription;
import bookstore.shared.Request;
import java.util.ArrayList;
import java.util.List;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Exchange;
import org.springframework.amqp.core.ExchangeBuilder;
import org.springframework.amqp.core.FanoutExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.QueueBuilder.Overflow;

/**
 * Exchanges, queues and bindings, declared once and by us: what camel-spring-rabbitmq would declare by itself is not
 * durable and drops what it rejects.
 *
 * <p>A message that fails for a passing reason is sent to the exchange {@code retry.<delay>} under the name of the queue
 * it came from. It waits in the one queue there until its time is over and is then dead-lettered to the default
 * exchange, which finds the queue by that name again. So every consumer shares a handful of retry queues.
 *
 * <p>How often the broker may give out a message again is said of each queue: if it is not, RabbitMQ 4 gives a message
 * up after 20 times. Attempts that failed do not count, they are new messages; what counts is a message that comes back
 * because its process was killed or lost the broker.
 *
 * <p>A request that waited longer than its asker does is dropped, not dead-lettered: nobody wants it any more.
 */
final class Topology {

    static final String UNROUTED = "unrouted";

    /** How long a request is worth answering; its asker waits no longer. */
    static final int REQUEST_MILLIS = 2000;

    /** Of a queue with dead letters: it is on the desk, not lost, that has outlived so many of its consumers. */
    private static final int DELIVERY_LIMIT = 20;

    /**
     * Of a queue without: what lies in it is kept until it can be taken, however long the database is away. -1 would say
     * so to RabbitMQ 4 only.
     */
    private static final int NEVER = Integer.MAX_VALUE;

    private final List<Declarable> all = new ArrayList<>();

    private Topology() {}

    static Declarables declarables(MessagingSettings settings) {
        var topology = new Topology();
        topology.unrouted();
        Subscriptions.ALL.forEach(topology::subscription);
        settings.retryDelays().forEach(delay -> topology.retry(MessagingSettings.retryQueue(delay), delay.toMillis()));
        return new Declarables(topology.all);
    }

    private void unrouted() {
        bindToFanout(UNROUTED, quorum(UNROUTED).build());
    }

    private void subscription(Subscription subscription) {
        var exchange = exchange(subscription.type().exchange());
        var queue = Request.class.isAssignableFrom(subscription.message())
                ? quorum(subscription.queue()).ttl(REQUEST_MILLIS).build()
                : deadLettering(subscription);
        all.add(exchange);
        all.add(queue);
        all.add(quorum(subscription.deadLetterQueue()).build());
        all.add(BindingBuilder.bind(queue)
                .to(exchange)
                .with(subscription.type().routingKey())
                .noargs());
    }

    private static Queue deadLettering(Subscription subscription) {
        return quorum(subscription.queue())
                .deliveryLimit(DELIVERY_LIMIT)
                .deadLetterExchange("")
                .deadLetterRoutingKey(subscription.deadLetterQueue())
                .withArgument("x-dead-letter-strategy", "at-least-once")
                .build();
    }

    private void retry(String name, long delayMillis) {
        bindToFanout(
                name,
                quorum(name)
                        .ttl(Math.toIntExact(delayMillis))
                        .deadLetterExchange("")
                        .withArgument("x-dead-letter-strategy", "at-least-once")
                        .build());
    }

    private void bindToFanout(String name, Queue queue) {
        var exchange = new FanoutExchange(name);
        all.addAll(List.of(exchange, queue, bind(queue, exchange)));
    }

    private static Binding bind(Queue queue, FanoutExchange exchange) {
        return BindingBuilder.bind(queue).to(exchange);
    }

    private static Exchange exchange(String name) {
        var builder =
                name.endsWith(".commands") ? ExchangeBuilder.directExchange(name) : ExchangeBuilder.topicExchange(name);
        return builder.durable(true).alternate(UNROUTED).build();
    }

    /** At-least-once dead-lettering wants a queue that refuses rather than drops when it is full. */
    private static QueueBuilder quorum(String name) {
        return QueueBuilder.durable(name)
                .quorum()
                .overflow(Overflow.rejectPublish)
                .deliveryLimit(NEVER);
    }
}
