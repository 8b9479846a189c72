package bookstore.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Exchange;
import org.apache.camel.support.CamelContextHelper;

/** Turns a record into the JSON that travels over the broker. */
final class MessageWriter {

    private MessageWriter() {}

    static void write(Exchange exchange) {
        var json = CamelContextHelper.mandatoryFindSingleByType(exchange.getContext(), ObjectMapper.class);
        var message = exchange.getMessage();
        try {
            message.setBody(json.writeValueAsBytes(message.getBody()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a message of JDK types", e);
        }
    }
}
