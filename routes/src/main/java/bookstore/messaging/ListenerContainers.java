package bookstore.messaging;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.component.springrabbit.DefaultListenerContainerFactory;
import org.apache.camel.component.springrabbit.SpringRabbitMQEndpoint;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Makes the containers of the listeners, and tells all of them at once that the shop closes. Each takes up to a second
 * to notice, and Camel would ask one after the other; it still waits for the messages that are being handled.
 */
final class ListenerContainers extends DefaultListenerContainerFactory
        implements ApplicationListener<ContextClosedEvent> {

    private final Queue<AbstractMessageListenerContainer> containers = new ConcurrentLinkedQueue<>();

    @Override
    public AbstractMessageListenerContainer createListenerContainer(SpringRabbitMQEndpoint endpoint) {
        var container = super.createListenerContainer(endpoint);
        containers.add(container);
        return container;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        containers.forEach(container -> container.stop(() -> {}));
    }
}
