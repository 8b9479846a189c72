package bookstore.messaging;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.Processor;
import org.apache.camel.component.springrabbit.SpringRabbitMQConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever asked over the broker that no answer has come, in Camel's own words for it. */
class Unanswered implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(Unanswered.class);

    @Override
    public void process(Exchange exchange) throws ExchangeTimedOutException {
        var cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        LOG.warn(
                "Request unanswered exchange={} key={} cause={}",
                exchange.getMessage().getHeader(SpringRabbitMQConstants.EXCHANGE_OVERRIDE_NAME),
                exchange.getMessage().getHeader(SpringRabbitMQConstants.ROUTING_OVERRIDE_KEY),
                cause.toString());
        throw new ExchangeTimedOutException(exchange, Topology.REQUEST_MILLIS, "no answer over the broker");
    }
}
