package bookstore.embedded.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.impl.AMQImpl;

/** Declaring, deleting and binding exchanges. */
final class ExchangeMethods {

    private final Channel channel;
    private final Broker broker;

    ExchangeMethods(Channel channel, Broker broker, Methods methods) {
        this.channel = channel;
        this.broker = broker;
        methods.on(AMQImpl.Exchange.Declare.class, this::declare)
                .on(AMQImpl.Exchange.Delete.class, this::delete)
                .on(AMQImpl.Exchange.Bind.class, this::bind)
                .on(AMQImpl.Exchange.Unbind.class, this::unbind);
    }

    private void declare(AMQP.Exchange.Declare asked) {
        refuseDefault(asked.getExchange());
        Exchange existing = broker.topology().exchange(asked.getExchange());
        if (asked.getPassive()) {
            broker.topology().requireExchange(asked.getExchange());
        } else if (existing != null) {
            existing.checkSame(Exchange.declared(asked));
        } else {
            Exchange exchange = Exchange.declared(asked);
            refuseReserved(exchange);
            broker.topology().addExchange(exchange);
            broker.settle();
        }
        if (!asked.getNowait()) {
            channel.send(new AMQP.Exchange.DeclareOk.Builder().build());
        }
    }

    private void delete(AMQP.Exchange.Delete asked) {
        refuseDefault(asked.getExchange());
        Exchange exchange = broker.topology().exchange(asked.getExchange());
        if (exchange != null) {
            refuseReserved(exchange);
            if (asked.getIfUnused() && !exchange.bindings().isEmpty()) {
                throw Reply.PRECONDITION_FAILED.because("exchange '" + exchange.name() + "' in vhost '/' in use");
            }
            broker.topology().deleteExchange(exchange);
            broker.settle();
        }
        if (!asked.getNowait()) {
            channel.send(new AMQP.Exchange.DeleteOk.Builder().build());
        }
    }

    private void bind(AMQP.Exchange.Bind asked) {
        refuseDefault(asked.getSource());
        refuseDefault(asked.getDestination());
        Exchange source = broker.topology().requireExchange(asked.getSource());
        broker.topology().requireExchange(asked.getDestination());
        broker.topology()
                .bind(source, Binding.toExchange(asked.getDestination(), asked.getRoutingKey(), asked.getArguments()));
        broker.settle();
        if (!asked.getNowait()) {
            channel.send(new AMQP.Exchange.BindOk.Builder().build());
        }
    }

    private void unbind(AMQP.Exchange.Unbind asked) {
        refuseDefault(asked.getSource());
        refuseDefault(asked.getDestination());
        Exchange source = broker.topology().exchange(asked.getSource());
        if (source != null) {
            broker.topology()
                    .unbind(
                            source,
                            Binding.toExchange(asked.getDestination(), asked.getRoutingKey(), asked.getArguments()));
            broker.settle();
        }
        if (!asked.getNowait()) {
            channel.send(new AMQP.Exchange.UnbindOk.Builder().build());
        }
    }

    static void refuseDefault(String name) {
        if (name.isEmpty()) {
            throw Reply.ACCESS_REFUSED.because("operation not permitted on the default exchange");
        }
    }

    private static void refuseReserved(Exchange exchange) {
        if (exchange.reserved()) {
            throw Reply.ACCESS_REFUSED.because(
                    "exchange name '" + exchange.name() + "' contains reserved prefix 'amq.*'");
        }
    }
}
