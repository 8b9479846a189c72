package bookstore.messaging;

import bookstore.shared.PermanentFailure;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.springrabbit.SpringRabbitMQConstants;

/**
 * Refuses requests that want their answer anywhere but at the asking channel: a sender could otherwise have our answer
 * written into a queue or an exchange of its choice.
 */
class DirectReply implements Processor {

    private static final String ADDRESS = "amq.rabbitmq.reply-to.";

    @Override
    public void process(Exchange exchange) {
        var address = exchange.getMessage().getHeader(SpringRabbitMQConstants.REPLY_TO, "", String.class);
        if (!address.startsWith(ADDRESS)) {
            throw new PermanentFailure("request without a direct reply-to");
        }
    }
}
